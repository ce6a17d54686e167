import type { Instance } from '../instance/instance.js';
import { bestOpenSeat } from './best-open-seat.js';
import { heartbeat, type Draw, type Outcome } from './mechanism.js';
import { GONE, SeatQueues } from './seat-queues.js';

/** What a person is beside waiting (0) and gone. */
const ON_PATH = 2;

/**
 * Top trading cycles with places (Abdulkadiroğlu & Sönmez 2003): everybody points at the best seat that still has a place,
 * every seat at the best person left on its whole list, and who closes a cycle takes the seat pointed at. The order in which
 * cycles are cleared changes nothing, so one path is followed until it closes, and taken up again where it breaks off.
 *
 * With `incumbentsFirst` a seat gives one incumbent leave for each place that it loses until none is left, so its places
 * never fall below the incumbents still to come, and nobody who may stay ends with less than the own seat.
 */
export function topTradingCycles(instance: Instance, { lottery, watch, trace }: Draw, incumbentsFirst: boolean): Outcome {
  const people = instance.current.length;
  const state = new Uint8Array(people);
  const queues = new SeatQueues(instance, lottery, incumbentsFirst, state);
  const left = instance.capacity.slice();
  const assignment = new Int32Array(people).fill(-1);
  // The path, and the seat that each of its people points at.
  const path = new Int32Array(people);
  const pointsAt = new Int32Array(people);
  let steps = 0;
  for (let first = 0; first < people; first++) {
    if ((first & 0xfff) === 0) heartbeat(watch, first, people);
    if (state[first] === GONE) continue;
    let length = 0;
    path[length++] = first;
    state[first] = ON_PATH;
    while (length > 0) {
      steps++;
      const person = path[length - 1]!;
      const seat = bestOpenSeat(instance, person, left);
      if (seat < 0) {
        state[person] = GONE;
        length--;
        continue;
      }
      pointsAt[length - 1] = seat;
      const next = queues.best(seat);
      if (state[next] !== ON_PATH) {
        path[length++] = next;
        state[next] = ON_PATH;
        continue;
      }
      for (let member = -1, behind = next; member !== next; behind = member) {
        member = path[--length]!;
        if (trace !== undefined) trace.follows[member] = behind;
        assignment[member] = pointsAt[length]!;
        left[pointsAt[length]!]!--;
        state[member] = GONE;
      }
    }
  }
  heartbeat(watch, people, people);
  return { assignment, steps };
}
