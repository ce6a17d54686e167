import { heartbeat, type Mechanism } from './mechanism.js';
import { SeatQueues } from './seat-queues.js';

/** How much a person likes a seat, lower is better: the place among the wishes, the own seat behind them, never = none. */
const NEVER = 2_147_483_647;

/**
 * Seat-proposing deferred acceptance (Gale & Shapley 1962): each seat offers its free places down its list, each person
 * keeps the best offer. Stable, and of all stable placements the best for every seat and the worst for every employee.
 */
export const daSeat: Mechanism = {
  code: 'da-seat',
  incumbentsFirst: false,
  rightToStay: false,
  decidesBy: 'standing',
  strategyProof: 'no',
  guarantees: ['feasible', 'nonWasteful', 'stable'],
  run: (instance, { lottery, watch }) => {
    const { wishStart, wishSeat, wishReason, current, capacity } = instance;
    const people = current.length;
    const queues = new SeatQueues(instance, lottery, false, new Uint8Array(people));
    const assignment = new Int32Array(people).fill(-1);
    const liked = new Int32Array(people).fill(NEVER);
    const free = capacity.slice();
    // Seats with free places and people left to ask; a seat that loses somebody comes back.
    const waiting = Array.from(capacity.keys()).reverse();
    let steps = 0;
    let visits = 0;
    for (let seat = waiting.pop(); seat !== undefined; seat = waiting.pop()) {
      if ((visits++ & 0x3ff) === 0) heartbeat(watch, 0, 1);
      while (free[seat]! > 0) {
        const person = queues.take(seat);
        if (person < 0) break;
        steps++;
        const liking = likingOf(person, seat);
        if (liking >= liked[person]!) continue;
        const before = assignment[person]!;
        assignment[person] = seat;
        liked[person] = liking;
        free[seat]!--;
        if (before < 0) continue;
        if (free[before]!++ === 0) waiting.push(before);
      }
    }
    heartbeat(watch, 1, 1);
    return { assignment, steps };

    function likingOf(person: number, seat: number): number {
      for (let k = wishStart[person]!; k < wishStart[person + 1]!; k++) {
        if (wishSeat[k] === seat) return wishReason === null || wishReason[k] === 0 ? k - wishStart[person]! : NEVER;
      }
      return current[person] === seat ? wishStart[person + 1]! - wishStart[person]! : NEVER;
    }
  },
};
