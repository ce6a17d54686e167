import type { CountSystem, Member } from './count-system.js';

/** Between which values a reader who knows the rules may suppose a masked count to lie. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** How many counts another table may differ in, tried one after the other. */
const SIZES = [4, 6, 8, 12, 18] as const;
const STEPS_PER_SIZE = 3000;

/**
 * Looks for another table that fits everything published as well as the true one does, and in which the given count is
 * another: some masked counts one higher, some one lower, every line balanced, every bound kept. Depth-first, the most
 * balancing change first, with growing size. A table found is a proof that the count cannot be worked out; none found
 * within the effort allowed proves nothing, and the caller then masks more.
 * @param masked whether a cell is unknown to the reader
 * @returns cell → its change (±1), or null
 */
export const findOtherTable = (
  system: CountSystem, masked: (cell: number) => boolean, bounds: (cell: number) => Bounds, start: number,
): ReadonlyMap<number, 1 | -1> | null => {
  const unknown = new Map<number, readonly Member[]>();
  const unknownOf = (line: number): readonly Member[] => {
    const found = unknown.get(line) ?? (system.lines[line] ?? []).filter(({ cell }) => masked(cell));
    unknown.set(line, found);
    return found;
  };
  const balance = new Map<number, number>();
  const changes = new Map<number, 1 | -1>();
  let widest = 1;
  for (const lines of system.linesOf) widest = Math.max(widest, lines.length);
  let steps = 0;

  const fits = (cell: number, change: 1 | -1): boolean => {
    const { low, high } = bounds(cell);
    const value = (system.cells[cell]?.value ?? 0) + change;
    return value >= low && value <= high;
  };
  const shift = (cell: number, change: number): void => {
    for (const { line, sign } of system.linesOf[cell] ?? []) {
      const next = (balance.get(line) ?? 0) + sign * change;
      if (next === 0) balance.delete(line);
      else balance.set(line, next);
    }
  };
  /** By how much the change brings the lines of the cell nearer to balance. */
  const gain = (cell: number, change: number): number => {
    let sum = 0;
    for (const { line, sign } of system.linesOf[cell] ?? []) {
      const before = balance.get(line) ?? 0;
      sum += Math.abs(before) - Math.abs(before + sign * change);
    }
    return sum;
  };
  const imbalance = (): number => {
    let sum = 0;
    for (const value of balance.values()) sum += Math.abs(value);
    return sum;
  };

  const settle = (left: number): boolean => {
    const [open] = balance;
    if (open === undefined) return true;
    if (++steps > STEPS_PER_SIZE || imbalance() > left * widest) return false;
    const [line, off] = open;
    const moves = unknownOf(line).flatMap(({ cell, sign }) => {
      const change = (off > 0 ? -sign : sign) as 1 | -1;
      return changes.has(cell) || !fits(cell, change) ? [] : [{ cell, change, gain: gain(cell, change) }];
    });
    moves.sort((a, b) => b.gain - a.gain);
    for (const { cell, change } of moves) {
      changes.set(cell, change);
      shift(cell, change);
      if (settle(left - 1)) return true;
      changes.delete(cell);
      shift(cell, -change);
    }
    return false;
  };

  for (const size of SIZES) {
    for (const change of [1, -1] as const) {
      if (!fits(start, change)) continue;
      steps = 0;
      changes.clear();
      balance.clear();
      changes.set(start, change);
      shift(start, change);
      if (settle(size - 1)) return changes;
    }
  }
  return null;
};
