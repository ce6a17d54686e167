import { groupBy } from '../instance/ranks.js';
import type { Instance } from '../instance/instance.js';
import type { Standings } from './standings.js';

/** Up to this many numbers, putting each in its place is sooner done than calling for the engine's sort. */
const SHORT = 64;

/** Every seat's incumbents in the order of their standing there. They are few, and lie close together in the memory. */
export class IncumbentsInLine {
  /** Those of seat `s` who may still be there: `person[next[s] .. end[s])`. */
  private readonly person: Int32Array;
  private readonly next: Int32Array;
  private readonly end: Int32Array;

  constructor(instance: Instance, standings: Standings) {
    const { start, item } = groupBy(instance.current, instance.capacity.length);
    this.person = new Int32Array(item.length);
    this.next = start.slice(0, -1);
    this.end = start.subarray(1);
    const value = new Float64Array(item.length);
    for (let at = 0; at < item.length; at++) value[at] = standings.atOwnSeat(item[at]!);
    for (let seat = 0; seat < this.end.length; seat++) sortPart(value, start[seat]!, start[seat + 1]!);
    for (let at = 0; at < item.length; at++) this.person[at] = standings.personOf(value[at]!);
  }

  /** The first one of the seat whose `state` is not `gone`, or -1. */
  best(seat: number, state: Uint8Array, gone: number): number {
    const { person, next } = this;
    const end = this.end[seat]!;
    for (let at = next[seat]!; at < end; at++) {
      if (state[person[at]!] === gone) continue;
      next[seat] = at;
      return person[at]!;
    }
    next[seat] = end;
    return -1;
  }
}

/** Sorts `value[from..to)`, the least first. */
function sortPart(value: Float64Array, from: number, to: number): void {
  if (to - from > SHORT) { value.subarray(from, to).sort(); return; }
  for (let next = from + 1; next < to; next++) {
    const moving = value[next]!;
    let at = next;
    for (; at > from && value[at - 1]! > moving; at--) value[at] = value[at - 1]!;
    value[at] = moving;
  }
}
