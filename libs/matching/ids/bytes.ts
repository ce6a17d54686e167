/** The same bytes twice: one by one, and four at a time through the view. */
export interface Bytes {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

export function bytesOf(bytes: Uint8Array): Bytes {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

/**
 * How many of the four bytes of a little-endian word come before the first that is 0, 4 when none is.
 * (Mycroft's test: the subtraction sets the top bit of the lowest zero byte; above it there may be false ones.)
 */
export function bytesBeforeZero(word: number): number {
  const zero = (word - 0x01010101) & ~word & 0x80808080;
  return zero === 0 ? 4 : (31 - Math.clz32(zero & -zero)) >> 3;
}

/** The same for the first byte below 45 (","): quotation marks, line ends, commas and little else. */
export function bytesBeforeSign(word: number): number {
  const below = (word - 0x2d2d2d2d) & ~word & 0x80808080;
  return below === 0 ? 4 : (31 - Math.clz32(below & -below)) >> 3;
}
