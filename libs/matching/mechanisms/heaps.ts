/** Heaps that lie side by side in one array, `value[from .. from + size)` each, the least number on top. */

export function makeHeap(value: Float64Array, from: number, size: number): void {
  for (let at = (size >> 1) - 1; at >= 0; at--) sink(value, from, at, size);
}

/** Takes the top off a heap of `size` numbers, which has one less afterwards. */
export function dropTop(value: Float64Array, from: number, size: number): void {
  value[from] = value[from + size - 1]!;
  sink(value, from, 0, size - 1);
}

function sink(value: Float64Array, from: number, at: number, size: number): void {
  const sinking = value[from + at]!;
  for (;;) {
    let down = 2 * at + 1;
    if (down >= size) break;
    if (down + 1 < size && value[from + down + 1]! < value[from + down]!) down++;
    if (value[from + down]! >= sinking) break;
    value[from + at] = value[from + down]!;
    at = down;
  }
  value[from + at] = sinking;
}
