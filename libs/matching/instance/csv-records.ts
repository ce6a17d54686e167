import { bytesBeforeSign, bytesOf, type Bytes } from '../ids/bytes.js';

const COMMA = 44;
const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
/** ";" parts the items of a list within a field. */
export const LIST_MARK = 59;

/** One record of a CSV file: field `f` is `bytes[from[f] .. to[f])`, quotes already undone. Valid during the call only. */
export interface CsvRecord extends Bytes {
  bytes: Uint8Array;
  view: DataView;
  readonly from: number[];
  readonly to: number[];
  fields: number;
  /** Whether every byte is below 128. */
  plain: boolean;
  /** The line of the file on which the record begins, the first being 1. */
  line: number;
}

/**
 * Cuts a CSV file (RFC 4180, UTF-8 with or without a byte order mark, LF or CRLF) into records as its bytes arrive. Blank
 * lines are passed over. A quotation mark where none may stand ends in `onBadQuote` with the line, and the record is left out.
 */
export class CsvRecords {
  /** What is left of the last chunk, and room for the next behind it. */
  private buffer = new Uint8Array(0);
  private rest = 0;
  private line = 1;
  private begun = false;
  private readonly record: CsvRecord = { ...bytesOf(this.buffer), from: [], to: [], fields: 0, plain: true, line: 1 };

  constructor(private readonly onRecord: (record: CsvRecord) => void, private readonly onBadQuote: (line: number) => void) {}

  /** Whether all that has come was whole records. */
  get isBetween(): boolean {
    return this.rest === 0;
  }

  /** The line on which the next record begins. */
  get nextLine(): number {
    return this.line;
  }

  write(chunk: Uint8Array): void {
    const end = this.rest + chunk.length;
    if (end > this.buffer.length) {
      const larger = new Uint8Array(Math.max(end, this.buffer.length * 2));
      larger.set(this.buffer.subarray(0, this.rest));
      this.buffer = larger;
    }
    this.buffer.set(chunk, this.rest);
    this.rest = end;
    if (!this.begun && end < 3) return;
    this.cutBuffer(false);
  }

  end(): void {
    this.cutBuffer(true);
  }

  /** Cuts what has come and moves what is left to the front. */
  private cutBuffer(last: boolean): void {
    const bytes = this.buffer.subarray(0, this.rest);
    let from = 0;
    if (!this.begun) {
      this.begun = true;
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) from = 3;
    }
    const cut = this.cut(bytes, from, last);
    this.buffer.copyWithin(0, cut, this.rest);
    this.rest -= cut;
  }

  /** Hands over the complete records from `at` on and returns where the first incomplete one begins. */
  private cut(bytes: Uint8Array, at: number, last: boolean): number {
    const { record } = this;
    const { from, to } = record;
    const end = bytes.length;
    const { view } = bytesOf(bytes);
    record.bytes = bytes;
    record.view = view;
    let begin = at;
    while (at < end) {
      let fields = 0;
      let quoted = false;
      let bad = false;
      let complete = false;
      let signs = 0;
      while (!complete) {
        from[fields] = at;
        if (at < end && bytes[at] === QUOTE) {
          quoted = true;
          at = closingQuote(bytes, at + 1, end) + 1;
          if (at > end) { bad = true; at = end; }
          else if (at < end && bytes[at] !== COMMA && bytes[at] !== NEWLINE && bytes[at] !== RETURN) bad = true;
        }
        let byte = -1;
        for (; at < end; at++) {
          // Nearly every byte is a letter, a digit or ";", all of them above the signs that mean something.
          for (let skipped = 4; skipped === 4 && at + 4 <= end; at += skipped) {
            const word = view.getInt32(at, true);
            signs |= word;
            skipped = bytesBeforeSign(word);
          }
          if (at === end) break;
          byte = bytes[at]!;
          signs |= byte;
          if (byte === COMMA || byte === NEWLINE) break;
          if (byte === QUOTE) bad = true;
        }
        to[fields++] = at;
        if (at >= end) {
          if (!last) return begin;
          complete = true;
        } else complete = byte === NEWLINE;
        at++;
      }
      if (bytes[to[fields - 1]! - 1] === RETURN && to[fields - 1]! > from[fields - 1]!) to[fields - 1]!--;
      record.fields = fields;
      // Within quotation marks nobody has looked.
      record.plain = !quoted && (signs & 0x80808080) === 0;
      record.line = this.line++;
      if (quoted) this.line += newlines(bytes, begin, at - 1);
      if (bad) this.onBadQuote(record.line);
      else if (fields > 1 || to[0]! > from[0]!) {
        if (quoted) unquote(record);
        this.onRecord(record);
      }
      begin = at;
    }
    return Math.min(at, end);
  }
}

/** Where the quotation mark stands that closes the field, or `end` when it does not come. */
function closingQuote(bytes: Uint8Array, at: number, end: number): number {
  for (; at < end; at++) {
    if (bytes[at] !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE || at + 1 >= end) return at;
    at++;
  }
  return end;
}

function newlines(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (bytes[at] === NEWLINE) count++;
  return count;
}

/** A field only gets shorter without its quotation marks, so it is rewritten where it stands. */
function unquote(record: CsvRecord): void {
  const { bytes } = record;
  for (let f = 0; f < record.fields; f++) {
    const from = record.from[f]!;
    const to = record.to[f]!;
    if (to - from < 2 || bytes[from] !== QUOTE) continue;
    let write = from;
    for (let read = from + 1; read < to - 1; read++) {
      bytes[write++] = bytes[read]!;
      if (bytes[read] === QUOTE) read++;
    }
    record.to[f] = write;
  }
}
