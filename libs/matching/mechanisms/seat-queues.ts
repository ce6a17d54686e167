import { isExcluded } from '../instance/effective-lists.js';
import type { Instance, PriorityLists } from '../instance/instance.js';
import { standingsOf } from './standings.js';

/**
 * Every seat's whole list, asked only for its best person who is still there. A list becomes a heap when it is first asked;
 * most lists never are, and none is ever sorted.
 */
export class SeatQueues {
  private readonly start: Int32Array;
  private readonly end: Int32Array;
  private person: Int32Array;
  private standing: Float64Array;
  private readonly asked: Uint8Array;

  /** `gone[person]` = 1 takes somebody off every list; the caller sets it. */
  constructor(instance: Instance, lottery: Int32Array, incumbentsFirst: boolean, private readonly gone: Uint8Array) {
    const seats = instance.capacity.length;
    this.start = new Int32Array(seats + 1);
    this.end = new Int32Array(seats);
    this.person = new Int32Array(0);
    this.standing = new Float64Array(0);
    this.asked = new Uint8Array(seats);
    // Two walks over everybody on every list: the first counts, the second fills.
    this.walk(instance, lottery, incumbentsFirst);
    for (let seat = 0, sum = 0; seat < seats; seat++) {
      this.start[seat] = sum;
      sum += this.end[seat]!;
      this.start[seat + 1] = sum;
    }
    this.person = new Int32Array(this.start[seats]!);
    this.standing = new Float64Array(this.start[seats]!);
    this.end.set(this.start.subarray(0, seats));
    this.walk(instance, lottery, incumbentsFirst);
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

  /** HR's list, or whoever listed the seat; incumbents always. Before there is room for the entries they are only counted. */
  private walk(instance: Instance, lottery: Int32Array, incumbentsFirst: boolean): void {
    const { current, priority } = instance;
    const { atOwnSeat } = standingsOf(instance, lottery, incumbentsFirst);
    for (let person = 0; person < current.length; person++) {
      if (current[person]! >= 0) this.put(current[person]!, person, atOwnSeat(person));
    }
    if (priority === null) this.walkWishes(instance, lottery);
    else this.walkLists(instance, priority);
  }

  private walkLists(instance: Instance, priority: PriorityLists): void {
    const excluded = isExcluded(instance);
    for (let seat = 0; seat < instance.capacity.length; seat++) {
      for (let q = priority.start[seat]!; q < priority.start[seat + 1]!; q++) {
        const person = priority.person[q]!;
        if (instance.current[person] !== seat && !excluded(person, seat)) this.put(seat, person, q - priority.start[seat]!);
      }
    }
  }

  private walkWishes({ current, wishStart, wishSeat, wishScore, wishReason }: Instance, lottery: Int32Array): void {
    const people = current.length;
    for (let person = 0; person < people; person++) {
      const own = current[person]!;
      for (let k = wishStart[person]!; k < wishStart[person + 1]!; k++) {
        const seat = wishSeat[k]!;
        if (seat !== own && (wishReason === null || wishReason[k] === 0)) this.put(seat, person, (65_535 - wishScore[k]!) * people + lottery[person]!);
      }
    }
  }

  private put(seat: number, person: number, standing: number): void {
    const at = this.end[seat]!++;
    if (this.person.length === 0) return;
    this.person[at] = person;
    this.standing[at] = standing;
  }
}
