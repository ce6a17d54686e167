import { groupBy } from '../instance/ranks.js';
import type { Instance } from '../instance/instance.js';
import { dropTop, makeHeap } from './heaps.js';
import type { Standings } from './standings.js';

/**
 * Every seat's incumbents, asked only for the lowest-ranked one who is still there. `bar[seat]` is that one's standing,
 * before which a newcomer must stand, and -1, before which nobody stands, where no incumbent is left.
 */
export class Leavers {
  readonly bar: Float64Array;
  /** Negative standings, so that the lowest-ranked incumbent of seat `s` tops the heap `value[start[s] .. end[s])`. */
  private readonly value: Float64Array;
  private readonly start: Int32Array;
  private readonly end: Int32Array;

  /** `gone[person]` = 1 takes somebody out; the caller sets it and then calls `refresh`. */
  constructor(instance: Instance, private readonly standings: Standings, private readonly gone: Uint8Array) {
    const seats = instance.capacity.length;
    const { start, item } = groupBy(instance.current, seats);
    this.start = start;
    this.end = start.slice(1);
    this.value = new Float64Array(item.length);
    for (let q = 0; q < item.length; q++) this.value[q] = -standings.atOwnSeat(item[q]!);
    this.bar = new Float64Array(seats);
    for (let seat = 0; seat < seats; seat++) {
      makeHeap(this.value, start[seat]!, this.end[seat]! - start[seat]!);
      this.refresh(seat);
    }
  }

  /** Looks again who is the lowest-ranked incumbent of the seat. */
  refresh(seat: number): void {
    const { value, standings, gone } = this;
    const from = this.start[seat]!;
    let end = this.end[seat]!;
    while (end > from && gone[standings.personOf(-value[from]!)] === 1) {
      dropTop(value, from, end - from);
      end--;
    }
    this.end[seat] = end;
    this.bar[seat] = end > from ? -value[from]! : -1;
  }
}
