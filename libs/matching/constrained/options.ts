import { GrowingInt32 } from '../growing.js';
import type { Instance } from '../instance/instance.js';
import { groupBy } from '../instance/ranks.js';

/**
 * What each person may get under the right to stay: the open wishes down to the own seat, and the own seat. Who may stay
 * gets exactly one of them, everybody else at most one. Options of person `p` are `start[p] .. start[p + 1]`.
 */
export interface Options {
  readonly start: Int32Array;
  readonly person: Int32Array;
  readonly seat: Int32Array;
  /** Position in the wish list, 1 = first; 0 = the own seat, not listed. */
  readonly position: Int32Array;
  /** Options by seat: `atSeat[atSeatStart[s] .. atSeatStart[s + 1]]`. */
  readonly atSeatStart: Int32Array;
  readonly atSeat: Int32Array;
}

export function optionsOf({ current, capacity, wishStart, wishSeat, wishReason }: Instance): Options {
  const start = new Int32Array(current.length + 1);
  const person = new GrowingInt32(), seat = new GrowingInt32(), position = new GrowingInt32();
  const push = (one: number, target: number, at: number): void => { person.push(one); seat.push(target); position.push(at); };
  for (let one = 0; one < current.length; one++) {
    const own = current[one]!;
    let listed = false;
    for (let k = wishStart[one]!; k < wishStart[one + 1]! && !listed; k++) {
      if (wishReason === null || wishReason[k] === 0) push(one, wishSeat[k]!, k - wishStart[one]! + 1);
      listed = wishSeat[k] === own;
    }
    if (own >= 0 && !listed) push(one, own, 0);
    start[one + 1] = person.length;
  }
  const seats = seat.cut();
  const { start: atSeatStart, item: atSeat } = groupBy(seats, capacity.length);
  return { start, person: person.cut(), seat: seats, position: position.cut(), atSeatStart, atSeat };
}
