import type { IdTable } from './id-table.js';

const EMPTY = -1;

/**
 * Gives every distinct id the next number, looking ids up by their bytes (FNV-1a, open addressing, at most half full),
 * so that a file of a million rows is read without making a string of any cell.
 */
export class IdIndex {
  private bytes = new Uint8Array(1 << 12);
  private start = new Int32Array(1 << 8);
  private slots = new Int32Array(1 << 9).fill(EMPTY);
  private hashes = new Int32Array(1 << 8);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Number of the id in `source[from..to)`, or -1. */
  find(source: Uint8Array, from: number, to: number): number {
    return this.slots[this.slotOf(source, from, to, hash(source, from, to))]!;
  }

  /** Adds the id and returns its new number; an id that is already there returns -1 and changes nothing. */
  add(source: Uint8Array, from: number, to: number): number {
    const code = hash(source, from, to);
    const slot = this.slotOf(source, from, to, code);
    if (this.slots[slot] !== EMPTY) return -1;
    const id = this.count++;
    if (id + 2 > this.start.length) this.start = grown(this.start, id + 2);
    if (id + 1 > this.hashes.length) this.hashes = grown(this.hashes, id + 1);
    const at = this.start[id]!;
    const end = at + to - from;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes.set(source.subarray(from, to), at);
    this.start[id + 1] = end;
    this.hashes[id] = code;
    this.slots[slot] = id;
    if (this.count * 2 > this.slots.length) this.rehash();
    return id;
  }

  /** The ids so far; the buffers are cut to size and no longer shared with this index. */
  table(): IdTable {
    return { bytes: this.bytes.slice(0, this.start[this.count]), start: this.start.slice(0, this.count + 1) };
  }

  private slotOf(source: Uint8Array, from: number, to: number, code: number): number {
    const mask = this.slots.length - 1;
    for (let slot = code & mask; ; slot = (slot + 1) & mask) {
      const id = this.slots[slot]!;
      if (id === EMPTY || (this.hashes[id] === code && this.same(id, source, from, to))) return slot;
    }
  }

  private same(id: number, source: Uint8Array, from: number, to: number): boolean {
    let at = this.start[id]!;
    if (this.start[id + 1]! - at !== to - from) return false;
    for (let p = from; p < to; p++) if (this.bytes[at++] !== source[p]) return false;
    return true;
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(EMPTY);
    const mask = this.slots.length - 1;
    for (let id = 0; id < this.count; id++) {
      let slot = this.hashes[id]! & mask;
      while (this.slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      this.slots[slot] = id;
    }
  }
}

/** FNV-1a, with its bits mixed once more because the table is indexed by the low ones. */
function hash(source: Uint8Array, from: number, to: number): number {
  let code = 0x811c9dc5;
  for (let p = from; p < to; p++) code = Math.imul(code ^ source[p]!, 0x01000193);
  return code ^ (code >>> 15);
}

function grown(list: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(needed, list.length * 2));
  larger.set(list);
  return larger;
}
