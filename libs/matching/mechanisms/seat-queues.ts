import { isExcluded } from '../instance/effective-lists.js';
import type { Instance } from '../instance/instance.js';
import { dropTop, makeHeap } from './heaps.js';
import { Standings } from './standings.js';

/** The state of a person who has left every list. */
export const GONE = 1;

/** What of a seat's list has been made a heap. */
const UNTOUCHED = 0, INCUMBENTS = 1, EVERYBODY = 2;
/** Where in the four words of a seat. */
const FROM = 0, END = 1, TOP = 2, STAGE = 3;
const NOBODY = -1;

/**
 * Every seat's whole list, asked only for its best person who is still there. A list becomes a heap when it is first asked,
 * without those who are gone by then; where incumbents come first, the others wait until the incumbents are gone. None is
 * ever sorted.
 */
export class SeatQueues {
  private readonly standings: Standings;
  /** Standings of everybody on the list of seat `s`: `value[start[s] .. last[s])`, incumbents before `middle[s]` where they come first. */
  private readonly value: Float64Array;
  private readonly start: Int32Array;
  private readonly middle: Int32Array;
  /** Where each list really ends: incumbents who listed their seat, and excluded people, have left room behind it. */
  private readonly last: Int32Array;
  /** Four words a seat, because they are read together: the heap in use, `value[from .. end)`, the person on its top, its stage. */
  private readonly heap: Int32Array;

  /** `state[person]` = `GONE` takes somebody off every list; the caller sets it. */
  constructor(instance: Instance, lottery: Int32Array, incumbentsFirst: boolean, private readonly state: Uint8Array) {
    const seats = instance.capacity.length;
    this.standings = new Standings(instance, lottery);
    this.start = new Int32Array(seats + 1);
    const { current, wishSeat } = instance;
    for (let person = 0; person < current.length; person++) if (current[person]! >= 0) this.start[current[person]! + 1]!++;
    const held = this.start.slice(1);
    if (instance.priority === null) for (let k = 0; k < wishSeat.length; k++) this.start[wishSeat[k]! + 1]!++;
    else for (let seat = 0; seat < seats; seat++) this.start[seat + 1]! += instance.priority.start[seat + 1]! - instance.priority.start[seat]!;
    for (let seat = 0; seat < seats; seat++) this.start[seat + 1]! += this.start[seat]!;
    this.value = new Float64Array(this.start[seats]!);
    this.last = this.start.slice(0, seats);
    for (let person = 0; person < current.length; person++) {
      if (current[person]! >= 0) this.value[this.last[current[person]!]!++] = this.standings.atOwnSeat(person);
    }
    this.middle = incumbentsFirst ? held.map((people, seat) => this.start[seat]! + people) : this.start.slice(0, seats);
    if (instance.priority === null) this.fillWishes(instance);
    else this.fillLists(instance);
    this.heap = new Int32Array(seats * 4);
    for (let at = TOP; at < this.heap.length; at += 4) this.heap[at] = NOBODY;
  }

  /** The best person on the seat's list who is not gone, or -1. */
  best(seat: number): number {
    const { heap, state } = this;
    const at = seat << 2;
    for (;;) {
      const person = heap[at + TOP]!;
      if (person >= 0 && state[person] !== GONE) return person;
      if (person >= 0) this.drop(at);
      else if (heap[at + STAGE] === EVERYBODY) return NOBODY;
      else this.openNext(seat);
    }
  }

  /** Takes the best person off this seat's list alone and returns them, or -1. */
  take(seat: number): number {
    const best = this.best(seat);
    if (best >= 0) this.drop(seat << 2);
    return best;
  }

  private drop(at: number): void {
    const { heap, value } = this;
    const from = heap[at + FROM]!;
    dropTop(value, from, heap[at + END]!-- - from);
    heap[at + TOP] = heap[at + END]! > from ? this.standings.personOf(value[from]!) : NOBODY;
  }

  private openNext(seat: number): void {
    const { value, state, standings, heap } = this;
    const stage = heap[(seat << 2) + STAGE] === UNTOUCHED && this.middle[seat]! > this.start[seat]! ? INCUMBENTS : EVERYBODY;
    const from = stage === INCUMBENTS ? this.start[seat]! : this.middle[seat]!;
    const to = stage === INCUMBENTS ? this.middle[seat]! : this.last[seat]!;
    let end = from;
    for (let q = from; q < to; q++) if (state[standings.personOf(value[q]!)] !== GONE) value[end++] = value[q]!;
    makeHeap(value, from, end - from);
    heap.set([from, end, end > from ? standings.personOf(value[from]!) : NOBODY, stage], seat << 2);
  }

  private fillLists(instance: Instance): void {
    const { priority, current, capacity } = instance;
    if (priority === null) return;
    const excluded = isExcluded(instance);
    for (let seat = 0; seat < capacity.length; seat++) {
      for (let q = priority.start[seat]!; q < priority.start[seat + 1]!; q++) {
        const person = priority.person[q]!;
        if (current[person] !== seat && !excluded(person, seat)) this.value[this.last[seat]!++] = this.standings.inList(q - priority.start[seat]!, person);
      }
    }
  }

  private fillWishes({ current, wishStart, wishSeat, wishReason }: Instance): void {
    const { value, last, standings } = this;
    for (let person = 0; person < current.length; person++) {
      const own = current[person]!;
      for (let k = wishStart[person]!; k < wishStart[person + 1]!; k++) {
        const seat = wishSeat[k]!;
        if (seat !== own && (wishReason === null || wishReason[k] === 0)) value[last[seat]!++] = standings.atWish(person, k);
      }
    }
  }
}
