import type { GrowingInt32 } from '../growing.js';
import { bytesBeforeZero, type Bytes } from './bytes.js';
import { GrowingIds } from './growing-ids.js';
import { hashOfBytes } from './hash-of-bytes.js';
import type { IdTable } from './id-table.js';

const EMPTY = -1;
/** Ids up to this many bytes are compared by two words; longer ones by their bytes. */
const SHORT = 8;
/** In the look-up table each number carries the length of its id in its last four bits, with one mark for all that are longer. */
const LENGTH_BITS = 4;
const LENGTH_MASK = 15;
const LONG = 15;
const MULTIPLIER = 0x9e3779b1;

/**
 * Gives every distinct id the next number, looking ids up by their bytes (open addressing, at most half full), so that a
 * file of a million rows is read without making a string of any cell. Table and words are kept small, to stay in the cache.
 */
export class IdIndex {
  private readonly ids = new GrowingIds();
  /** Number and length at each hash, or the next free place behind it. */
  private slots = new Int32Array(1 << 9).fill(EMPTY);
  /** By number: the first four bytes, and the next four. */
  private words = new Int32Array(1 << 9);
  /** The id last scanned. */
  private hash = 0;
  private high = 0;
  private low = 0;

  /** An index of ids that stand ready; a repeated one keeps its first number, and the numbers behind it are off. */
  static of({ bytes, start }: IdTable): IdIndex {
    const index = new IdIndex();
    for (let id = 0; id + 1 < start.length; id++) index.add(bytes, start[id]!, start[id + 1]!);
    return index;
  }

  get size(): number {
    return this.ids.size;
  }

  /** Number of the id in `source[from..to)`, or -1. */
  find(source: Uint8Array, from: number, to: number): number {
    this.scan(source, from, to);
    return this.slots[this.slotOf(source, from, to)]! >> LENGTH_BITS;
  }

  /**
   * Adds to `found` the numbers (or -1) of the ids in `source[from..to)`, which the byte `separator` parts; returns how many
   * there are. Ten million wishes go through here, so an id is read as two words instead of byte by byte.
   */
  findList(source: Bytes, from: number, to: number, separator: number, found: GrowingInt32): number {
    const { bytes, view } = source;
    const { slots, words } = this;
    const mask = slots.length - 1;
    const readable = view.byteLength - SHORT;
    const separators = Math.imul(separator, 0x01010101);
    const begun = found.length;
    const list = found.extend(to - from + 1);
    let next = begun;
    for (let begin = from; begin <= to;) {
      let low = 0, high = 0, length = SHORT;
      if (begin <= readable) {
        low = view.getInt32(begin, true);
        length = bytesBeforeZero(low ^ separators);
        if (length === 4) {
          high = view.getInt32(begin + 4, true);
          length += bytesBeforeZero(high ^ separators);
        }
        if (length > to - begin) length = to - begin;
        if (length < 4) { low &= (1 << (length << 3)) - 1; high = 0; }
        else if (length < SHORT) high &= (1 << ((length - 4) << 3)) - 1;
      }
      if (length === SHORT) {
        // A long id, or the end of the buffer.
        let end = begin;
        while (end < to && bytes[end] !== separator) end++;
        list[next++] = this.find(bytes, begin, end);
        begin = end + 1;
        continue;
      }
      const hash = hashOfShort(high, low, length);
      let slot = hash & mask;
      let entry = slots[slot]!;
      while (entry !== EMPTY && !((entry & LENGTH_MASK) === length && words[(entry >> LENGTH_BITS) << 1] === low && words[((entry >> LENGTH_BITS) << 1) + 1] === high)) {
        slot = (slot + 1) & mask;
        entry = slots[slot]!;
      }
      list[next++] = entry >> LENGTH_BITS;
      begin += length + 1;
    }
    found.length = next;
    return next - begun;
  }

  /** Adds the id and returns its new number; an id that is already there returns -1 and changes nothing. */
  add(source: Uint8Array, from: number, to: number): number {
    this.scan(source, from, to);
    const slot = this.slotOf(source, from, to);
    if (this.slots[slot] !== EMPTY) return -1;
    const id = this.ids.push(source, from, to);
    this.slots[slot] = (id << LENGTH_BITS) | lengthMark(to - from);
    if (id * 2 === this.words.length) {
      const words = new Int32Array(this.words.length * 2);
      words.set(this.words);
      this.words = words;
    }
    this.words[2 * id] = this.low;
    this.words[2 * id + 1] = this.high;
    if (this.size * 2 > this.slots.length) this.enlarge();
    return id;
  }

  /** The ids so far, no longer shared with this index. */
  table(): IdTable {
    return this.ids.table();
  }

  private scan(source: Uint8Array, from: number, to: number): void {
    let low = 0, high = 0;
    for (let at = Math.min(to, from + SHORT) - 1; at >= from + 4; at--) high = (high << 8) | source[at]!;
    for (let at = Math.min(to, from + 4) - 1; at >= from; at--) low = (low << 8) | source[at]!;
    this.low = low;
    this.high = high;
    this.hash = to - from > SHORT ? hashOfBytes(source, from, to) : hashOfShort(high, low, to - from);
  }

  /** The slot of the id last scanned, or the free one where it belongs. */
  private slotOf(source: Uint8Array, from: number, to: number): number {
    const { slots, words, high, low } = this;
    const mask = slots.length - 1;
    const length = lengthMark(to - from);
    for (let slot = this.hash & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot]!;
      if (entry === EMPTY) return slot;
      const id = entry >> LENGTH_BITS;
      if ((entry & LENGTH_MASK) !== length || words[2 * id] !== low || words[2 * id + 1] !== high) continue;
      if (length !== LONG || this.ids.is(id, source, from, to)) return slot;
    }
  }

  private enlarge(): void {
    const { bytes, start } = this.ids.table();
    const slots = new Int32Array(this.slots.length * 2).fill(EMPTY);
    const mask = slots.length - 1;
    for (let id = 0; id < this.size; id++) {
      this.scan(bytes, start[id]!, start[id + 1]!);
      let slot = this.hash & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = (id << LENGTH_BITS) | lengthMark(start[id + 1]! - start[id]!);
    }
    this.slots = slots;
  }
}

function lengthMark(length: number): number {
  return length > SHORT ? LONG : length;
}

function hashOfShort(high: number, low: number, length: number): number {
  const mixed = Math.imul(low ^ Math.imul(high ^ length, MULTIPLIER), MULTIPLIER);
  return mixed ^ (mixed >>> 15);
}
