import { enlarged } from '../growing.js';
import type { IdTable } from './id-table.js';

/** Ids one behind the other, numbered as they come; nobody asks whether one stands there already (`repeatedIds` does, later). */
export class GrowingIds {
  private bytes = new Uint8Array(1 << 12);
  private start = new Int32Array(1 << 8);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Takes the id in `source[from..to)` in; returns its number. */
  push(source: Uint8Array, from: number, to: number): number {
    const id = this.count++;
    let at = this.start[id]!;
    const end = at + to - from;
    this.makeRoom(end);
    const { bytes } = this;
    for (let p = from; p < to; p++) bytes[at++] = source[p]!;
    this.start[id + 1] = end;
    return id;
  }

  /** Takes in all ids of a table, in its order. */
  pushAll({ bytes, start }: IdTable): void {
    const first = this.count;
    const shift = this.start[first]!;
    this.count += start.length - 1;
    this.makeRoom(shift + bytes.length);
    this.bytes.set(bytes, shift);
    for (let id = 1; id < start.length; id++) this.start[first + id] = shift + start[id]!;
  }

  /** For `count` ids of so many bytes in all. */
  private makeRoom(bytes: number): void {
    if (this.count + 1 > this.start.length) this.start = enlarged(this.start, new Int32Array(Math.max(this.count + 1, this.start.length * 2)));
    if (bytes > this.bytes.length) this.bytes = enlarged(this.bytes, new Uint8Array(Math.max(bytes, this.bytes.length * 2)));
  }

  /** Whether the id of this number has these bytes. */
  is(id: number, source: Uint8Array, from: number, to: number): boolean {
    return sameBytes(this.bytes, this.start[id]!, this.start[id + 1]!, source, from, to);
  }

  /** The ids so far, in buffers of their own. */
  table(): IdTable {
    return { bytes: this.bytes.slice(0, this.start[this.count]), start: this.start.slice(0, this.count + 1) };
  }
}

export function sameBytes(a: Uint8Array, fromA: number, toA: number, b: Uint8Array, fromB: number, toB: number): boolean {
  if (toA - fromA !== toB - fromB) return false;
  for (let p = fromA, q = fromB; p < toA; p++, q++) if (a[p] !== b[q]) return false;
  return true;
}
