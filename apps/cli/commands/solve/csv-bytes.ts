import type { IdTable } from '#matching';

/** Bytes are handed on in pieces of about this many. */
const PIECE = 1 << 18;
const QUOTE = 34;
/** A field with one of these is quoted: quotation mark, comma, line ends. */
const SPECIAL = [QUOTE, 44, 13, 10];
const ZERO = 48;

/** A file under way, as UTF-8 bytes: fields are written straight into large pieces, without a string for each. */
export class CsvBytes {
  private piece = Buffer.allocUnsafe(PIECE);
  private length = 0;
  private full: Uint8Array[] = [];

  /** The pieces that are full by now; they are not written to any more. */
  take(): Uint8Array[] {
    if (this.full.length === 0) return this.full;
    const taken = this.full;
    this.full = [];
    return taken;
  }

  /** All that is left. */
  takeRest(): Uint8Array[] {
    this.full.push(this.piece.subarray(0, this.length));
    this.piece = Buffer.allocUnsafe(0);
    this.length = 0;
    return this.take();
  }

  sign(byte: number): void {
    if (this.length === this.piece.length) this.makeRoom(1);
    this.piece[this.length++] = byte;
  }

  copy(bytes: Uint8Array, from: number, to: number): void {
    if (this.length + to - from > this.piece.length) this.makeRoom(to - from);
    const { piece } = this;
    let at = this.length;
    for (let p = from; p < to; p++) piece[at++] = bytes[p]!;
    this.length = at;
  }

  /** A number of 0 or more, without a fraction. */
  count(value: number): void {
    if (this.length + 16 > this.piece.length) this.makeRoom(16);
    let digits = 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits++;
    this.length += digits;
    for (let rest = value, at = this.length; digits > 0; digits--) {
      const tenth = Math.floor(rest / 10);
      this.piece[--at] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
  }

  text(text: string): void {
    const bytes = Buffer.from(text);
    this.copy(bytes, 0, bytes.length);
  }

  private makeRoom(needed: number): void {
    this.full.push(this.piece.subarray(0, this.length));
    this.piece = Buffer.allocUnsafe(Math.max(PIECE, needed));
    this.length = 0;
  }
}

/** RFC 4180 quoting where it is needed. */
export function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The ids as fields of a CSV file; the table itself where none needs quoting. */
export function csvFields(table: IdTable): IdTable {
  if (!SPECIAL.some((byte) => table.bytes.includes(byte))) return table;
  const special = (byte: number): boolean => SPECIAL.includes(byte);
  const bytes: number[] = [];
  const start = new Int32Array(table.start.length);
  for (let id = 0; id + 1 < start.length; id++) {
    const own = table.bytes.subarray(table.start[id], table.start[id + 1]);
    if (own.some(special)) bytes.push(QUOTE, ...Array.from(own).flatMap((byte) => (byte === QUOTE ? [QUOTE, QUOTE] : [byte])), QUOTE);
    else for (const byte of own) bytes.push(byte);
    start[id + 1] = bytes.length;
  }
  return { bytes: Uint8Array.from(bytes), start };
}
