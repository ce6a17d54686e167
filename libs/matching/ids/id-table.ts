/** Ids as UTF-8 bytes in one buffer: a million ids cost their bytes and four more each, and move between threads uncopied. */
export interface IdTable {
  readonly bytes: Uint8Array;
  /** `start[i]` to `start[i + 1]` are the bytes of id `i`; its length is the number of ids plus one. */
  readonly start: Int32Array;
}

const decoder = new TextDecoder();

export function idCount(table: IdTable): number {
  return table.start.length - 1;
}

/** The text of one id. Throws RangeError for an index outside the table, because a wrong name would be worse than none. */
export function idAt(table: IdTable, index: number): string {
  const from = table.start[index];
  const to = table.start[index + 1];
  if (from === undefined || to === undefined) throw new RangeError(`no id at ${index}`);
  return decoder.decode(table.bytes.subarray(from, to));
}

export function allIds(table: IdTable): string[] {
  return Array.from({ length: idCount(table) }, (_, index) => idAt(table, index));
}
