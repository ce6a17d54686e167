/**
 * Typed arrays that double as they fill; `cut` gives the filled part and lets the rest go. Shared ones lie in memory that all
 * threads may read; what was never written to costs nothing there, and is not cut off.
 */
export class GrowingInt32 {
  private list: Int32Array;
  length = 0;

  constructor(expected = 256, private readonly shared = false) {
    this.list = this.room(Math.max(1, expected));
  }

  push(value: number): void {
    if (this.length === this.list.length) this.extend(1);
    this.list[this.length++] = value;
  }

  /**
   * Makes room for so many more and gives the whole array: whoever writes to it from `length` on sets `length` afterwards.
   * The array is good until the next call that makes room.
   */
  extend(by: number): Int32Array {
    if (this.length + by > this.list.length) this.list = enlarged(this.list, this.room(Math.max(this.length + by, this.list.length * 2)));
    return this.list;
  }

  /** Adds all of a list, each number greater by `plus`; as long lists come last, no more room is made than they need. */
  pushAll(list: Int32Array, plus = 0): void {
    const end = this.length + list.length;
    if (end > this.list.length) this.list = enlarged(this.list, this.room(end));
    this.list.set(list, this.length);
    for (let at = this.length; plus !== 0 && at < end; at++) this.list[at]! += plus;
    this.length = end;
  }

  at(index: number): number {
    return this.list[index]!;
  }

  cut(): Int32Array {
    const whole = this.list.length === this.length ? this.list : this.shared ? this.list.subarray(0, this.length) : this.list.slice(0, this.length);
    this.list = this.room(1);
    return whole;
  }

  private room(length: number): Int32Array {
    return new Int32Array(this.shared ? new SharedArrayBuffer(length * 4) : new ArrayBuffer(length * 4));
  }
}

export class GrowingUint16 {
  private list: Uint16Array;
  length = 0;

  constructor(expected = 256, private readonly shared = false) {
    this.list = this.room(Math.max(1, expected));
  }

  push(value: number): void {
    if (this.length === this.list.length) this.extend(1);
    this.list[this.length++] = value;
  }

  /** As in `GrowingInt32`. */
  extend(by: number): Uint16Array {
    if (this.length + by > this.list.length) this.list = enlarged(this.list, this.room(Math.max(this.length + by, this.list.length * 2)));
    return this.list;
  }

  pushAll(list: Uint16Array): void {
    const end = this.length + list.length;
    if (end > this.list.length) this.list = enlarged(this.list, this.room(end));
    this.list.set(list, this.length);
    this.length = end;
  }

  /** Cuts off, or fills up with zeros. */
  resize(length: number): void {
    if (length > this.length) this.extend(length - this.length).fill(0, this.length, length);
    this.length = length;
  }

  cut(): Uint16Array {
    const whole = this.list.length === this.length ? this.list : this.shared ? this.list.subarray(0, this.length) : this.list.slice(0, this.length);
    this.list = this.room(1);
    return whole;
  }

  private room(length: number): Uint16Array {
    return new Uint16Array(this.shared ? new SharedArrayBuffer(length * 2) : new ArrayBuffer(length * 2));
  }
}

export function enlarged<List extends Int32Array | Uint16Array | Uint8Array>(list: List, larger: List): List {
  larger.set(list);
  return larger;
}
