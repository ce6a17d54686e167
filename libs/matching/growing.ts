/** Typed arrays that double as they fill; `cut` gives the filled part and lets the rest go. */
export class GrowingInt32 {
  private list: Int32Array<ArrayBuffer>;
  length = 0;

  constructor(expected = 256) {
    this.list = new Int32Array(Math.max(1, expected));
  }

  push(value: number): void {
    if (this.length === this.list.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.list);
      this.list = larger;
    }
    this.list[this.length++] = value;
  }

  /** Makes room for so many more and gives the array to write them to, behind the former `length`. */
  extend(by: number): Int32Array<ArrayBuffer> {
    const needed = this.length + by;
    if (needed > this.list.length) {
      const larger = new Int32Array(Math.max(needed, this.list.length * 2));
      larger.set(this.list);
      this.list = larger;
    }
    this.length = needed;
    return this.list;
  }

  at(index: number): number {
    return this.list[index]!;
  }

  cut(): Int32Array<ArrayBuffer> {
    const whole = this.list.length === this.length ? this.list : this.list.slice(0, this.length);
    this.list = new Int32Array(1);
    return whole;
  }
}

export class GrowingUint16 {
  private list: Uint16Array<ArrayBuffer>;
  length = 0;

  constructor(expected = 256) {
    this.list = new Uint16Array(Math.max(1, expected));
  }

  push(value: number): void {
    if (this.length === this.list.length) {
      const larger = new Uint16Array(this.length * 2);
      larger.set(this.list);
      this.list = larger;
    }
    this.list[this.length++] = value;
  }

  cut(): Uint16Array<ArrayBuffer> {
    const whole = this.list.length === this.length ? this.list : this.list.slice(0, this.length);
    this.list = new Uint16Array(1);
    return whole;
  }
}
