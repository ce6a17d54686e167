import type { Instance } from '../instance/instance.js';
import { heartbeat, type Draw, type Outcome } from './mechanism.js';
import { OptionWalk } from './option-walk.js';
import { SeatQueues } from './seat-queues.js';

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
  const gone = new Uint8Array(people);
  const queues = new SeatQueues(instance, lottery, incumbentsFirst, gone);
  const walk = new OptionWalk(instance);
  const left = instance.capacity.slice();
  const hasPlace = (_: number, seat: number): boolean => left[seat]! > 0;
  const assignment = new Int32Array(people).fill(-1);
  const path = new Int32Array(people);
  const pointsAt = new Int32Array(people);
  const onPath = new Uint8Array(people);
  let steps = 0;
  for (let first = 0; first < people; first++) {
    if ((first & 0xfff) === 0) heartbeat(watch, first, people);
    if (gone[first] === 1) continue;
    let length = 0;
    path[length++] = first;
    onPath[first] = 1;
    while (length > 0) {
      steps++;
      const person = path[length - 1]!;
      const seat = walk.best(person, hasPlace);
      if (seat < 0) {
        gone[person] = 1;
        length--;
        continue;
      }
      pointsAt[person] = seat;
      const next = queues.best(seat);
      if (onPath[next] === 0) {
        path[length++] = next;
        onPath[next] = 1;
        continue;
      }
      for (let member = -1, behind = next; member !== next; behind = member) {
        member = path[--length]!;
        if (trace !== undefined) trace.follows[member] = behind;
        assignment[member] = pointsAt[member]!;
        left[pointsAt[member]!]!--;
        gone[member] = 1;
      }
    }
  }
  heartbeat(watch, people, people);
  return { assignment, steps };
}
