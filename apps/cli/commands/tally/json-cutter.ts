const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const OPEN = [91, 123];
const CLOSE = [93, 125];
/** Items are handed over in pieces of about this many bytes. */
const PIECE = 1 << 20;

/** Consecutive items of the list as they stand in the file, commas between them; item `i` ends before `ends[i]`. */
export type OnItems = (bytes: Uint8Array, ends: readonly number[]) => void;

/**
 * Cuts one long list out of a JSON object as its bytes arrive, so that a million ballots need not stand in memory as objects.
 * What is left, with the list empty, is the frame. It only counts brackets and quotation marks: frame and items must still be
 * parsed, and a file that is no JSON shows there.
 */
export class JsonCutter {
  /** How often the member stood there with a list. */
  lists = 0;
  private readonly frame = new GrowingBytes();
  private readonly items = new GrowingBytes();
  private ends: number[] = [];
  private depth = 0;
  private inString = false;
  private escaped = false;
  private inList = false;
  /** Whether items of the open list were handed over before. */
  private handedOver = false;
  private keyFrom = 0;
  private key = '';

  constructor(private readonly member: string, private readonly onItems: OnItems | null) {}

  write(chunk: Uint8Array): void {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (byte === BACKSLASH) this.escaped = true;
        else if (byte === QUOTE) this.inString = false;
      } else if (byte === QUOTE) {
        this.inString = true;
        if (this.depth === 1) this.keyFrom = this.frame.length + at - from;
      } else if (byte === COMMA) {
        if (this.inList && this.depth === 2) from = this.endItem(chunk, from, at);
      } else if (byte === COLON) {
        if (this.depth === 1) {
          this.frame.append(chunk, from, at);
          from = at;
          this.key = this.frame.textFrom(this.keyFrom).trim();
        }
      } else if (byte === OPEN[0] || byte === OPEN[1]) {
        this.depth++;
        if (this.depth === 2 && byte === OPEN[0] && this.key === `"${this.member}"`) {
          this.frame.append(chunk, from, at + 1);
          from = at + 1;
          this.inList = true;
          this.lists++;
        }
      } else if (byte === CLOSE[0] || byte === CLOSE[1]) {
        this.depth--;
        if (this.depth === 1 && this.inList) {
          this.endList(chunk, from, at);
          from = at;
        }
      }
    }
    (this.inList ? this.items : this.frame).append(chunk, from, chunk.length);
  }

  /** The frame, or null when a bracket or a text was left open. */
  end(): Uint8Array | null {
    return this.depth === 0 && !this.inString ? this.frame.bytes() : null;
  }

  /** @returns where the bytes begin that are not taken yet */
  private endItem(chunk: Uint8Array, from: number, at: number): number {
    const end = this.items.length + at - from;
    if (this.onItems !== null) this.ends.push(end);
    if (end < PIECE) return from;
    this.items.append(chunk, from, at);
    this.flush();
    return at + 1;
  }

  private endList(chunk: Uint8Array, from: number, at: number): void {
    this.items.append(chunk, from, at);
    // An empty list has one item, which is blank; a blank one after a comma is a fault of the file.
    const isEmpty = this.ends.length === 0 && this.items.textFrom(0).trim() === '' && !this.handedOver;
    if (!isEmpty && this.onItems !== null) this.ends.push(this.items.length);
    this.flush();
    this.handedOver = false;
    this.inList = false;
  }

  private flush(): void {
    if (this.ends.length > 0) this.onItems?.(this.items.bytes(), this.ends);
    this.handedOver = true;
    this.ends = [];
    this.items.clear();
  }
}

class GrowingBytes {
  length = 0;
  private held = new Uint8Array(1 << 12);

  append(chunk: Uint8Array, from: number, to: number): void {
    const length = this.length + to - from;
    if (length > this.held.length) {
      const more = new Uint8Array(Math.max(length, this.held.length * 2));
      more.set(this.held.subarray(0, this.length));
      this.held = more;
    }
    this.held.set(chunk.subarray(from, to), this.length);
    this.length = length;
  }

  bytes(): Uint8Array {
    return this.held.subarray(0, this.length);
  }

  textFrom(at: number): string {
    return new TextDecoder().decode(this.held.subarray(at, this.length));
  }

  clear(): void {
    this.length = 0;
  }
}
