import { isExcluded } from '../instance/effective-lists.js';
import type { Instance } from '../instance/instance.js';
import { groupBy } from '../instance/ranks.js';
import { standingsOf } from './standings.js';

/**
 * Every seat's whole list, asked only for its best person who is still there. A list becomes a heap when it is first asked;
 * most lists never are, and none is ever sorted.
 */
export class SeatQueues {
  private readonly start: Int32Array;
  private readonly end: Int32Array;
  private readonly person: Int32Array;
  private readonly standing: Float64Array;
  private readonly asked: Uint8Array;

  /** `gone[person]` = 1 takes somebody off every list; the caller sets it. */
  constructor(instance: Instance, lottery: Int32Array, incumbentsFirst: boolean, private readonly gone: Uint8Array) {
    const seats = instance.capacity.length;
    const counts = new Int32Array(seats + 1);
    forEachListed(instance, lottery, incumbentsFirst, (seat) => { counts[seat + 1]!++; });
    for (let seat = 0; seat < seats; seat++) counts[seat + 1]! += counts[seat]!;
    this.start = counts;
    this.end = counts.slice(0, seats);
    this.person = new Int32Array(counts[seats]!);
    this.standing = new Float64Array(counts[seats]!);
    this.asked = new Uint8Array(seats);
    forEachListed(instance, lottery, incumbentsFirst, (seat, person, standing) => {
      const at = this.end[seat]!++;
      this.person[at] = person;
      this.standing[at] = standing;
    });
  }

  /** The best person on the seat's list who is not gone, or -1. */
  best(seat: number): number {
    const from = this.start[seat]!;
    if (this.asked[seat] === 0) {
      this.asked[seat] = 1;
      for (let at = ((this.end[seat]! - from) >> 1) - 1; at >= 0; at--) this.sink(from, at, this.end[seat]! - from);
    }
    while (this.end[seat]! > from && this.gone[this.person[from]!] === 1) {
      const last = --this.end[seat]!;
      this.person[from] = this.person[last]!;
      this.standing[from] = this.standing[last]!;
      this.sink(from, 0, last - from);
    }
    return this.end[seat]! > from ? this.person[from]! : -1;
  }

  /** Takes the best person off this seat's list alone and returns them, or -1. */
  take(seat: number): number {
    const best = this.best(seat);
    if (best < 0) return -1;
    const from = this.start[seat]!;
    const last = --this.end[seat]!;
    this.person[from] = this.person[last]!;
    this.standing[from] = this.standing[last]!;
    this.sink(from, 0, last - from);
    return best;
  }

  private sink(from: number, at: number, size: number): void {
    const { person, standing } = this;
    if (at >= size) return;
    const who = person[from + at]!;
    const where = standing[from + at]!;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= size) break;
      if (down + 1 < size && standing[from + down + 1]! < standing[from + down]!) down++;
      if (standing[from + down]! >= where) break;
      person[from + at] = person[from + down]!;
      standing[from + at] = standing[from + down]!;
      at = down;
    }
    person[from + at] = who;
    standing[from + at] = where;
  }
}

/** Calls back for everybody on every seat's list: HR's list, or whoever listed the seat; incumbents always. */
function forEachListed(
  instance: Instance, lottery: Int32Array, incumbentsFirst: boolean, visit: (seat: number, person: number, standing: number) => void,
): void {
  const { current, wishStart, wishSeat, wishReason, priority } = instance;
  const { atOwnSeat, atWish } = standingsOf(instance, lottery, incumbentsFirst);
  if (priority !== null) {
    const excluded = isExcluded(instance);
    for (let seat = 0; seat < instance.capacity.length; seat++) {
      for (let q = priority.start[seat]!; q < priority.start[seat + 1]!; q++) {
        const person = priority.person[q]!;
        if (current[person] !== seat && !excluded(person, seat)) visit(seat, person, q - priority.start[seat]!);
      }
    }
  }
  const incumbents = groupBy(current, instance.capacity.length);
  for (let seat = 0; seat < instance.capacity.length; seat++) {
    for (let q = incumbents.start[seat]!; q < incumbents.start[seat + 1]!; q++) visit(seat, incumbents.item[q]!, atOwnSeat(incumbents.item[q]!));
  }
  if (priority !== null) return;
  for (let person = 0; person < current.length; person++) {
    for (let k = wishStart[person]!; k < wishStart[person + 1]!; k++) {
      const seat = wishSeat[k]!;
      if (seat !== current[person] && (wishReason === null || wishReason[k] === 0)) visit(seat, person, atWish(person, k));
    }
  }
}
