import type { Profile } from './profile.js';

/**
 * Keeps ballots in typed arrays and merges equal ones by an open-addressing hash table, so that a million ballots cost some
 * bytes each and no object.
 */
export class BallotStore {
  private items = new Uint16Array(1 << 12);
  private start = new Uint32Array(1 << 10);
  private counts = new Float64Array(1 << 10);
  private kinds = 0;
  /** Number of the ballot + 1, or 0 = free; its length is a power of two and at least twice `kinds`. */
  private table = new Uint32Array(1 << 11);

  /** `ballot[0 .. length)` in the encoding of `Profile.items`, the members of a group in rising order. */
  add(ballot: Uint16Array, length: number, count: number): void {
    const begin = this.start[this.kinds]!;
    let slot = hashOf(ballot, length) & (this.table.length - 1);
    for (let entry = this.table[slot]!; entry !== 0; entry = this.table[slot]!) {
      if (this.isEqual(entry - 1, ballot, length)) { this.counts[entry - 1]! += count; return; }
      slot = (slot + 1) & (this.table.length - 1);
    }
    this.reserve(begin + length);
    for (let at = 0; at < length; at++) this.items[begin + at] = ballot[at]!;
    this.counts[this.kinds] = count;
    this.start[++this.kinds] = begin + length;
    this.table[slot] = this.kinds;
    if (this.kinds * 2 > this.table.length) this.rehash();
  }

  take(): Pick<Profile, 'items' | 'start' | 'counts'> {
    return {
      items: this.items.subarray(0, this.start[this.kinds]), start: this.start.subarray(0, this.kinds + 1), counts: this.counts.subarray(0, this.kinds),
    };
  }

  private isEqual(kind: number, ballot: Uint16Array, length: number): boolean {
    const begin = this.start[kind]!;
    if (this.start[kind + 1]! - begin !== length) return false;
    for (let at = 0; at < length; at++) if (this.items[begin + at] !== ballot[at]) return false;
    return true;
  }

  private reserve(items: number): void {
    if (items > this.items.length) {
      const more = new Uint16Array(Math.max(items, this.items.length * 2));
      more.set(this.items);
      this.items = more;
    }
    if (this.kinds + 2 <= this.start.length) return;
    const start = new Uint32Array(this.start.length * 2);
    start.set(this.start);
    this.start = start;
    const counts = new Float64Array(start.length);
    counts.set(this.counts);
    this.counts = counts;
  }

  private rehash(): void {
    const table = new Uint32Array(this.table.length * 2);
    for (let kind = 0; kind < this.kinds; kind++) {
      let slot = hashOf(this.items.subarray(this.start[kind], this.start[kind + 1]), this.start[kind + 1]! - this.start[kind]!) & (table.length - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = kind + 1;
    }
    this.table = table;
  }
}

/** FNV-1a over the items, then mixed, because the table reads the low bits only. */
function hashOf(ballot: Uint16Array, length: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < length; at++) hash = Math.imul(hash ^ ballot[at]!, 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
