/** The seats seen so far, nearest first: a binary heap over `distance`, which it keeps. */
export class SeatQueue {
  private readonly heap: number[] = [];
  private readonly place: Int32Array;

  constructor(private readonly distance: Float64Array) {
    this.place = new Int32Array(distance.length).fill(-1);
  }

  put(seat: number, length: number): void {
    this.distance[seat] = length;
    let at = this.place[seat]!;
    if (at < 0) { at = this.heap.length; this.heap.push(seat); }
    while (at > 0) {
      const up = (at - 1) >> 1;
      const above = this.heap[up]!;
      if (this.distance[above]! <= length) break;
      this.set(at, above);
      at = up;
    }
    this.set(at, seat);
  }

  take(): number {
    const first = this.heap[0]!;
    const last = this.heap.pop()!;
    this.place[first] = -1;
    if (this.heap.length > 0) this.sink(last);
    return first;
  }

  /** Forgets the seats that are left and how far they were. */
  clear(): void {
    for (const seat of this.heap) { this.place[seat] = -1; this.distance[seat] = Infinity; }
    this.heap.length = 0;
  }

  private sink(seat: number): void {
    const length = this.distance[seat]!;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= this.heap.length) break;
      if (down + 1 < this.heap.length && this.distance[this.heap[down + 1]!]! < this.distance[this.heap[down]!]!) down++;
      if (this.distance[this.heap[down]!]! >= length) break;
      this.set(at, this.heap[down]!);
      at = down;
    }
    this.set(at, seat);
  }

  private set(at: number, seat: number): void {
    this.heap[at] = seat;
    this.place[seat] = at;
  }
}
