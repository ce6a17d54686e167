import { bestOpenSeat } from './best-open-seat.js';
import { heartbeat, type Mechanism } from './mechanism.js';

/** Serial dictatorship: one after the other in the common order takes the best that is left; the own seat is the last wish. */
export const sd: Mechanism = {
  code: 'sd',
  incumbentsFirst: false,
  rightToStay: false,
  decidesBy: 'turns',
  strategyProof: 'always',
  guarantees: ['feasible', 'nonWasteful', 'paretoEfficient'],
  run: (instance, { watch }) => {
    const left = instance.capacity.slice();
    const assignment = new Int32Array(instance.current.length).fill(-1);
    for (let turn = 0; turn < assignment.length; turn++) {
      if ((turn & 0x3fff) === 0) heartbeat(watch, turn, assignment.length);
      const person = instance.order[turn]!;
      const seat = bestOpenSeat(instance, person, left);
      if (seat < 0) continue;
      assignment[person] = seat;
      left[seat]!--;
    }
    heartbeat(watch, 1, 1);
    return { assignment, steps: assignment.length };
  },
};
