const COMMA = 44;
const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
/** ";" parts the items of a list within a field. */
export const LIST_MARK = 59;

/** One record of a CSV file: field `f` is `bytes[from[f] .. to[f])`, quotes already undone. Valid during the call only. */
export interface CsvRecord {
  bytes: Uint8Array;
  readonly from: number[];
  readonly to: number[];
  fields: number;
  /** The line of the file on which the record begins, the first being 1. */
  line: number;
}

/**
 * Cuts a CSV file (RFC 4180, UTF-8 with or without a byte order mark, LF or CRLF) into records as its bytes arrive. Blank
 * lines are passed over. A quotation mark where none may stand ends in `onBadQuote` with the line, and the record is left out.
 */
export class CsvRecords {
  private rest = new Uint8Array(0);
  private line = 1;
  private begun = false;
  private start = 0;
  private readonly record: CsvRecord = { bytes: this.rest, from: [], to: [], fields: 0, line: 1 };

  constructor(private readonly onRecord: (record: CsvRecord) => void, private readonly onBadQuote: (line: number) => void) {}

  write(chunk: Uint8Array): void {
    let bytes = chunk;
    if (this.rest.length > 0) {
      bytes = new Uint8Array(this.rest.length + chunk.length);
      bytes.set(this.rest);
      bytes.set(chunk, this.rest.length);
    }
    if (!this.begun) {
      if (bytes.length < 3) { this.rest = new Uint8Array(bytes); return; }
      this.begin(bytes);
    }
    // A copy: the caller may fill the same buffer again, and a Buffer's own slice would share it.
    this.rest = new Uint8Array(bytes.subarray(this.cut(bytes, this.start, false)));
    this.start = 0;
  }

  end(): void {
    if (!this.begun) this.begin(this.rest);
    this.cut(this.rest, this.start, true);
    this.rest = new Uint8Array(0);
  }

  private begin(bytes: Uint8Array): void {
    this.begun = true;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.start = 3;
  }

  /** Hands over the complete records from `at` on and returns where the first incomplete one begins. */
  private cut(bytes: Uint8Array, at: number, last: boolean): number {
    const { record } = this;
    const { from, to } = record;
    const end = bytes.length;
    record.bytes = bytes;
    let begin = at;
    while (at < end) {
      let fields = 0;
      let quoted = false;
      let bad = false;
      let complete = false;
      while (!complete) {
        from[fields] = at;
        if (at < end && bytes[at] === QUOTE) {
          quoted = true;
          at = closingQuote(bytes, at + 1, end) + 1;
          if (at > end) { bad = true; at = end; }
          else if (at < end && bytes[at] !== COMMA && bytes[at] !== NEWLINE && bytes[at] !== RETURN) bad = true;
        }
        let byte = -1;
        while (at < end && ((byte = bytes[at]!) > COMMA || (byte !== COMMA && byte !== NEWLINE))) {
          if (byte === QUOTE) bad = true;
          at++;
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
