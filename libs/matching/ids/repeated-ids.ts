import { sameBytes } from './growing-ids.js';
import { hashOfBytes } from './hash-of-bytes.js';
import { idCount, type IdTable } from './id-table.js';

/**
 * The numbers of all ids that stood in the table before, empty ones left out. A look-up of one id waits for the memory; in
 * a loop over all that does nothing else the machine waits for many at once, which is why rows are not asked as they are read.
 */
export function repeatedIds(table: IdTable): number[] {
  const { bytes, start } = table;
  const count = idCount(table);
  const repeated: number[] = [];
  let size = 1;
  while (size < count * 2) size *= 2;
  // Open addressing, at most half full; in pairs: the hash, and the number of the id counted from 1 (0 = free).
  const slots = new Int32Array(size * 2);
  for (let id = 0; id < count; id++) {
    const from = start[id]!;
    const to = start[id + 1]!;
    if (from === to) continue;
    const hash = hashOfBytes(bytes, from, to);
    let slot = hash & (size - 1);
    let other = slots[2 * slot + 1]!;
    while (other !== 0 && !(slots[2 * slot] === hash && sameBytes(bytes, start[other - 1]!, start[other]!, bytes, from, to))) {
      slot = (slot + 1) & (size - 1);
      other = slots[2 * slot + 1]!;
    }
    if (other !== 0) repeated.push(id);
    else {
      slots[2 * slot] = hash;
      slots[2 * slot + 1] = id + 1;
    }
  }
  return repeated;
}
