import type { Instance } from '../instance/instance.js';
import { UNSCORED } from './keys.js';

/** Up to this many places the last person is found by looking at all of them; beyond, the places form a heap. */
const SCANNED = 48;

/**
 * The places of all seats while people are proposing. `cut[seat]` is the key of the last person in, once the seat is full
 * (any key before that, none without a place): whoever has a higher key need not ask.
 */
export class Places {
  readonly cut: Int32Array;
  private readonly start: Int32Array;
  private readonly taken: Int32Array;
  private readonly last: Int32Array;
  private readonly key: Int32Array;
  private readonly holder: Int32Array;

  constructor(instance: Instance, private readonly lottery: Int32Array) {
    const seats = instance.capacity.length;
    this.start = placeStarts(instance);
    this.taken = new Int32Array(seats);
    this.last = new Int32Array(seats);
    this.cut = new Int32Array(seats).fill(2_147_483_647);
    this.key = new Int32Array(this.start[seats]!);
    this.holder = new Int32Array(this.start[seats]!);
  }

  /**
   * Offers a place to a person whose key is not above the cut. Returns who has to go: nobody (-1), the person who was last,
   * or the same person when the lottery decides against them.
   */
  offer(seat: number, person: number, key: number): number {
    const from = this.start[seat]!;
    const size = this.start[seat + 1]! - from;
    const taken = this.taken[seat]!;
    if (taken < size) {
      this.key[from + taken] = key;
      this.holder[from + taken] = person;
      this.taken[seat] = taken + 1;
      if (size > SCANNED) this.rise(from, taken);
      if (taken + 1 === size) this.findLast(seat, from, size);
      return -1;
    }
    if (size === 0) return person;
    const slot = this.last[seat]!;
    const out = this.holder[slot]!;
    if (key === this.cut[seat]! && !this.before(person, out, key)) return person;
    this.key[slot] = key;
    this.holder[slot] = person;
    if (size > SCANNED) this.sink(from, size);
    this.findLast(seat, from, size);
    return out;
  }

  assignment(people: number): Int32Array {
    const seatOf = new Int32Array(people).fill(-1);
    for (let seat = 0; seat < this.taken.length; seat++) {
      const from = this.start[seat]!;
      for (let slot = from; slot < from + this.taken[seat]!; slot++) seatOf[this.holder[slot]!] = seat;
    }
    return seatOf;
  }

  /** Whether `a` stands before `b` where both have the same key. */
  private before(a: number, b: number, key: number): boolean {
    return key === UNSCORED ? a < b : this.lottery[a]! < this.lottery[b]!;
  }

  private findLast(seat: number, from: number, size: number): void {
    const { key, holder } = this;
    let last = from;
    if (size <= SCANNED) {
      let worst = key[from]!;
      for (let slot = from + 1; slot < from + size; slot++) {
        const other = key[slot]!;
        if (other > worst || (other === worst && this.before(holder[last]!, holder[slot]!, worst))) { worst = other; last = slot; }
      }
    }
    this.last[seat] = last;
    this.cut[seat] = key[last]!;
  }

  /** The heap keeps the last person on top. */
  private behind(a: number, b: number): boolean {
    const x = this.key[a]!;
    const y = this.key[b]!;
    return x > y || (x === y && this.before(this.holder[b]!, this.holder[a]!, x));
  }

  private swap(a: number, b: number): void {
    const key = this.key[a]!;
    const holder = this.holder[a]!;
    this.key[a] = this.key[b]!;
    this.holder[a] = this.holder[b]!;
    this.key[b] = key;
    this.holder[b] = holder;
  }

  private rise(from: number, at: number): void {
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.behind(from + at, from + parent)) return;
      this.swap(from + at, from + parent);
      at = parent;
    }
  }

  private sink(from: number, size: number): void {
    for (let at = 0; ; ) {
      let down = 2 * at + 1;
      if (down >= size) return;
      if (down + 1 < size && this.behind(from + down + 1, from + down)) down++;
      if (!this.behind(from + down, from + at)) return;
      this.swap(from + at, from + down);
      at = down;
    }
  }
}

/** Room for no more people at a seat than could ever ask for it, however many places it is said to have. */
function placeStarts(instance: Instance): Int32Array {
  const { capacity, current, wishSeat } = instance;
  const seats = capacity.length;
  const start = new Int32Array(seats + 1);
  let sum = 0;
  for (let seat = 0; seat < seats; seat++) sum += capacity[seat]!;
  const bounded = sum > wishSeat.length + current.length;
  const asked = new Int32Array(bounded ? seats : 0);
  if (bounded) {
    for (let k = 0; k < wishSeat.length; k++) asked[wishSeat[k]!]!++;
    for (let i = 0; i < current.length; i++) if (current[i]! >= 0) asked[current[i]!]!++;
  }
  for (let seat = 0; seat < seats; seat++) {
    start[seat + 1] = start[seat]! + (bounded ? Math.min(capacity[seat]!, asked[seat]!) : capacity[seat]!);
  }
  return start;
}
