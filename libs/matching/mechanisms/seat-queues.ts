import { isExcluded } from '../instance/effective-lists.js';
import type { Instance } from '../instance/instance.js';
import { dropTop, makeHeap } from './heaps.js';
import { IncumbentsInLine } from './incumbents-in-line.js';
import { Standings } from './standings.js';

/** The state of a person who has left every list. */
export const GONE = 1;

/** Where in the three words of a seat, and how far from those of the next. */
const FROM = 0, END = 1, TOP = 2, WIDTH = 4;
const NOBODY = -1;
/** On top of a list that is not a heap yet. */
const UNTOUCHED = -2;

/**
 * Every seat's whole list, asked only for its best person who is still there. A list becomes a heap when it is first asked,
 * without those who are gone by then; where incumbents come first, that is when they are all gone. None is ever sorted.
 */
export class SeatQueues {
  private readonly standings: Standings;
  /** Where they come first; else null, and they stand in the lists. */
  private readonly incumbents: IncumbentsInLine | null;
  /** Standings of everybody on the list of seat `s`: `value[start[s] .. last[s])`. */
  private readonly value: Float64Array;
  private readonly start: Int32Array;
  /** Where each list really ends: incumbents who listed their seat, and excluded people, have left room behind it. */
  private readonly last: Int32Array;
  /** A few words a seat, because they are read together: the heap, `value[from .. end)`, and the person on its top. */
  private readonly heap: Int32Array;

  /** `state[person]` = `GONE` takes somebody off every list; the caller sets it. */
  constructor(instance: Instance, lottery: Int32Array, incumbentsFirst: boolean, private readonly state: Uint8Array) {
    const { current, capacity, wishSeat, priority } = instance;
    const seats = capacity.length;
    this.standings = new Standings(instance, lottery);
    this.incumbents = incumbentsFirst ? new IncumbentsInLine(instance, this.standings) : null;
    this.start = new Int32Array(seats + 1);
    if (!incumbentsFirst) for (let person = 0; person < current.length; person++) if (current[person]! >= 0) this.start[current[person]! + 1]!++;
    if (priority === null) for (let k = 0; k < wishSeat.length; k++) this.start[wishSeat[k]! + 1]!++;
    else for (let seat = 0; seat < seats; seat++) this.start[seat + 1]! += priority.start[seat + 1]! - priority.start[seat]!;
    for (let seat = 0; seat < seats; seat++) this.start[seat + 1]! += this.start[seat]!;
    this.value = new Float64Array(this.start[seats]!);
    this.last = this.start.slice(0, seats);
    for (let person = 0; !incumbentsFirst && person < current.length; person++) {
      if (current[person]! >= 0) this.value[this.last[current[person]!]!++] = this.standings.atOwnSeat(person);
    }
    if (priority === null) this.fillWishes(instance);
    else this.fillLists(instance);
    this.heap = new Int32Array(seats * WIDTH).fill(UNTOUCHED);
  }

  /** The best person on the seat's list who is not gone, or -1. */
  best(seat: number): number {
    const { heap, state } = this;
    const incumbent = this.incumbents === null ? NOBODY : this.incumbents.best(seat, state, GONE);
    if (incumbent >= 0) return incumbent;
    const at = seat * WIDTH;
    if (heap[at + TOP] === UNTOUCHED) this.open(seat);
    for (;;) {
      const person = heap[at + TOP]!;
      if (person < 0 || state[person] !== GONE) return person;
      this.drop(at);
    }
  }

  /** Takes the best person off this seat's list alone and returns them, or -1. */
  take(seat: number): number {
    const best = this.best(seat);
    if (best >= 0) this.drop(seat * WIDTH);
    return best;
  }

  private drop(at: number): void {
    const { heap, value } = this;
    const from = heap[at + FROM]!;
    dropTop(value, from, heap[at + END]!-- - from);
    heap[at + TOP] = heap[at + END]! > from ? this.standings.personOf(value[from]!) : NOBODY;
  }

  private open(seat: number): void {
    const { value, state, standings, heap } = this;
    const from = this.start[seat]!;
    let end = from;
    for (let q = from; q < this.last[seat]!; q++) if (state[standings.personOf(value[q]!)] !== GONE) value[end++] = value[q]!;
    makeHeap(value, from, end - from);
    heap[seat * WIDTH + FROM] = from;
    heap[seat * WIDTH + END] = end;
    heap[seat * WIDTH + TOP] = end > from ? standings.personOf(value[from]!) : NOBODY;
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

  /** Only where there are no printed lists. */
  private fillWishes({ current, wishStart, wishSeat, wishScore, wishReason }: Instance): void {
    const { value, last, standings } = this;
    const people = current.length;
    for (let person = 0; person < people; person++) {
      const own = current[person]!;
      // One point more is as many better as there are people.
      const withoutPoints = standings.atScore(0, person);
      for (let k = wishStart[person]!; k < wishStart[person + 1]!; k++) {
        const seat = wishSeat[k]!;
        if (seat !== own && (wishReason === null || wishReason[k] === 0)) value[last[seat]!++] = withoutPoints - wishScore[k]! * people;
      }
    }
  }
}
