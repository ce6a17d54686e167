import type { GrowingInt32 } from '../growing.js';
import type { IdTable } from './id-table.js';

const EMPTY = -1;
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Longer ids are compared by their bytes, shorter ones by the two words that stand in the look-up table itself. */
const SHORT = 8;

/**
 * Gives every distinct id the next number, looking ids up by their bytes (FNV-1a, open addressing, at most half full),
 * so that a file of a million rows is read without making a string of any cell.
 */
export class IdIndex {
  private bytes = new Uint8Array(1 << 12);
  private start = new Int32Array(1 << 8);
  /** Four words an entry (check, number, first four bytes, next four): most look-ups touch one line of memory. */
  private entries = new Int32Array(1 << 11).fill(EMPTY);
  private count = 0;
  /** The id last hashed: its check word (length and hash), table position and first bytes. */
  private check = 0;
  private place = 0;
  private first = 0;
  private second = 0;

  get size(): number {
    return this.count;
  }

  /** Number of the id in `source[from..to)`, or -1. */
  find(source: Uint8Array, from: number, to: number): number {
    this.scan(source, from, to, EMPTY);
    return this.entries[this.entryOf(source, from, to) + 1]!;
  }

  /**
   * Numbers (or -1) of the ids in `source[from..to)`, which the byte `separator` parts; returns how many there are.
   * The same walk as `scan` and `entryOf`, in one loop: ten million wishes go through here.
   */
  findList(source: Uint8Array, from: number, to: number, separator: number, found: GrowingInt32): number {
    const { entries } = this;
    const mask = entries.length - 1;
    found.length = 0;
    for (let at = from; at <= to; at++) {
      const begin = at;
      let code = FNV_BASIS;
      let first = 0;
      let second = 0;
      for (let byte = 0; at < to && (byte = source[at]!) !== separator; at++) {
        code = Math.imul(code ^ byte, FNV_PRIME);
        if (at < begin + 4) first = (first << 8) | byte;
        else if (at < begin + SHORT) second = (second << 8) | byte;
      }
      const check = (Math.min(at - begin, 15) << 28) | (code >>> 4);
      let entry = ((code ^ (code >>> 15)) << 2) & mask;
      while (entries[entry + 1] !== EMPTY && !(entries[entry] === check && entries[entry + 2] === first && entries[entry + 3] === second
        && (at - begin <= SHORT || this.same(entries[entry + 1]!, source, begin, at)))) entry = (entry + 4) & mask;
      found.push(entries[entry + 1]!);
    }
    return found.length;
  }

  /** Adds the id and returns its new number; an id that is already there returns -1 and changes nothing. */
  add(source: Uint8Array, from: number, to: number): number {
    this.scan(source, from, to, EMPTY);
    const entry = this.entryOf(source, from, to);
    if (this.entries[entry + 1] !== EMPTY) return -1;
    const id = this.count++;
    if (id + 2 > this.start.length) {
      const larger = new Int32Array(this.start.length * 2);
      larger.set(this.start);
      this.start = larger;
    }
    let at = this.start[id]!;
    const end = at + to - from;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    for (let p = from; p < to; p++) this.bytes[at++] = source[p]!;
    this.start[id + 1] = end;
    this.entries[entry] = this.check;
    this.entries[entry + 1] = id;
    this.entries[entry + 2] = this.first;
    this.entries[entry + 3] = this.second;
    if (this.count * 8 > this.entries.length) this.enlarge();
    return id;
  }

  /** The ids so far; the buffers are cut to size and no longer shared with this index. */
  table(): IdTable {
    return { bytes: this.bytes.slice(0, this.start[this.count]), start: this.start.slice(0, this.count + 1) };
  }

  /** Hashes the id that begins at `from` and returns where it ends: at `separator` or `to`. */
  private scan(source: Uint8Array, from: number, to: number, separator: number): number {
    let code = FNV_BASIS;
    let first = 0;
    let second = 0;
    let at = from;
    for (; at < to; at++) {
      const byte = source[at]!;
      if (byte === separator) break;
      code = Math.imul(code ^ byte, FNV_PRIME);
      if (at < from + 4) first = (first << 8) | byte;
      else if (at < from + SHORT) second = (second << 8) | byte;
    }
    this.first = first;
    this.second = second;
    this.place = code ^ (code >>> 15);
    this.check = (Math.min(at - from, 15) << 28) | (code >>> 4);
    return at;
  }

  /** Where the entry of the id last scanned stands, or the free entry where it belongs. */
  private entryOf(source: Uint8Array, from: number, to: number): number {
    const { entries, check, first, second } = this;
    const mask = entries.length - 1;
    for (let entry = (this.place << 2) & mask; ; entry = (entry + 4) & mask) {
      if (entries[entry + 1] === EMPTY) return entry;
      if (entries[entry] !== check || entries[entry + 2] !== first || entries[entry + 3] !== second) continue;
      if (to - from <= SHORT || this.same(entries[entry + 1]!, source, from, to)) return entry;
    }
  }

  private same(id: number, source: Uint8Array, from: number, to: number): boolean {
    let at = this.start[id]!;
    if (this.start[id + 1]! - at !== to - from) return false;
    for (let p = from; p < to; p++) if (this.bytes[at++] !== source[p]) return false;
    return true;
  }

  private enlarge(): void {
    this.entries = new Int32Array(this.entries.length * 4).fill(EMPTY);
    const mask = this.entries.length - 1;
    for (let id = 0; id < this.count; id++) {
      this.scan(this.bytes, this.start[id]!, this.start[id + 1]!, EMPTY);
      let entry = (this.place << 2) & mask;
      while (this.entries[entry + 1] !== EMPTY) entry = (entry + 4) & mask;
      this.entries[entry] = this.check;
      this.entries[entry + 1] = id;
      this.entries[entry + 2] = this.first;
      this.entries[entry + 3] = this.second;
    }
  }
}
