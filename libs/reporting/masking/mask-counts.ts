import { countSystem, type CountCell, type CountLine, type CountSystem, type Member } from './count-system.js';
import { findOtherTable, type Bounds } from './other-table.js';

/** Counts of fewer people than this are not shown (product.md: masked below 5 people). */
export const MASKED_BELOW = 5;

/**
 * Which counts may not be shown.
 *
 * 1. A count with at least one and fewer than five people behind it is masked. Nobody is not a number of people: a zero
 *    is shown, so that a report tells empty from small.
 * 2. A line (a total and its parts) from which a masked count follows loses another: when just one member is masked, or
 *    when the total is shown and its masked parts together are fewer than five. The smallest is taken, a total that
 *    readers need last (`keep`); repeated until no line is left.
 * 3. Several lines together may still give a count away. So for each masked count another table is looked for that fits
 *    everything shown, differs in that count, and has the same small counts. Where none is found, the next smallest count
 *    nearby is masked too, and if there is none a zero.
 *
 * The idea of step 3 after the network models of D. Gusfield, "A graph theoretic approach to statistical data security",
 * SIAM J. Comput. 17 (1988), and L. H. Cox, "Network models for complementary cell suppression", JASA 90 (1995).
 * @param cells every count that is shown, and those that are not but follow from a sum
 * @returns the ids of the masked counts
 */
export const maskCounts = (cells: readonly CountCell[], lines: readonly CountLine[]): ReadonlySet<string> => {
  const masking = new Masking(countSystem(cells, lines));
  return new Set([...masking.run()].flatMap((cell) => cells[cell]?.id ?? []));
};

class Masking {
  private readonly masked = new Set<number>();
  private readonly covered = new Set<number>();

  constructor(private readonly system: CountSystem) {}

  run(): ReadonlySet<number> {
    this.system.cells.forEach((_, index) => {
      if (this.isSmall(index)) this.masked.add(index);
    });
    this.system.lines.forEach((line) => this.close(line));
    for (;;) {
      const open = [...this.masked].find((cell) => !this.covered.has(cell));
      if (open === undefined) return this.masked;
      const other = findOtherTable(this.system, (cell) => this.masked.has(cell), (cell) => this.bounds(cell), open);
      if (other !== null) for (const cell of other.keys()) this.covered.add(cell);
      else if (!this.widen(open)) this.covered.add(open);
    }
  }

  private value(cell: number): number {
    return this.system.cells[cell]?.value ?? 0;
  }

  private isSmall(index: number): boolean {
    const cell = this.system.cells[index];
    const people = cell?.people ?? cell?.value ?? 0;
    return people > 0 && people < MASKED_BELOW;
  }

  /** What a reader who knows steps 1 and 2 may suppose: the other table has the same small counts and the same zeros. */
  private bounds(index: number): Bounds {
    const value = this.value(index);
    if (value === 0) return { low: 0, high: MASKED_BELOW - 1 };
    if (this.isSmall(index)) return { low: this.hidesAmongZeros(index) ? 0 : 1, high: Math.max(MASKED_BELOW - 1, value) };
    return { low: Math.min(MASKED_BELOW, value), high: Number.MAX_SAFE_INTEGER };
  }

  /** Part of a line in which zeros are masked as well: it may be one of them. */
  private hidesAmongZeros(cell: number): boolean {
    const hides = (line: number): boolean => this.members(line).some(({ cell: other }) => this.masked.has(other) && this.value(other) === 0);
    return (this.system.linesOf[cell] ?? []).some(({ line, sign }) => sign === -1 && hides(line));
  }

  private members(line: number): readonly Member[] {
    return this.system.lines[line] ?? [];
  }

  private mask(cell: number): void {
    this.masked.add(cell);
    for (const { line } of this.system.linesOf[cell] ?? []) this.close(this.members(line));
  }

  /** Step 2 for one line. */
  private close(line: readonly Member[]): void {
    for (;;) {
      const hidden = line.filter(({ cell }) => this.masked.has(cell));
      const [total] = line;
      const totalShown = total !== undefined && !this.masked.has(total.cell);
      const rest = hidden.reduce((sum, { cell }) => sum + this.value(cell), 0);
      const unsafe = hidden.length === 1 || (hidden.length > 0 && totalShown && rest > 0 && rest < MASKED_BELOW);
      const next = unsafe ? this.smallest(line.map(({ cell }) => cell)) : undefined;
      if (next === undefined) return;
      this.mask(next);
    }
  }

  /** The shown count above zero that is given up first. */
  private smallest(cells: readonly number[], keepBelow = Number.POSITIVE_INFINITY): number | undefined {
    const keep = (cell: number): number => this.system.cells[cell]?.keep ?? 0;
    return cells.filter((cell) => !this.masked.has(cell) && this.value(cell) > 0 && keep(cell) < keepBelow)
      .sort((a, b) => keep(a) - keep(b) || this.value(a) - this.value(b) || a - b)[0];
  }

  /** Step 3: masks one more count near the given one. @returns whether there was any left */
  private widen(cell: number): boolean {
    let lines = (this.system.linesOf[cell] ?? []).map(({ line }) => line);
    const seen = new Set(lines);
    while (lines.length > 0) {
      const near = [...new Set(lines.flatMap((line) => this.members(line).map((member) => member.cell)))];
      const next = this.smallest(near, 2) ?? this.zero(lines) ?? this.smallest(near);
      if (next !== undefined) {
        this.mask(next);
        return true;
      }
      lines = [...new Set(near.flatMap((other) => (this.system.linesOf[other] ?? []).map(({ line }) => line)))].filter((line) => !seen.has(line));
      for (const line of lines) seen.add(line);
    }
    return false;
  }

  /** A shown zero that does not follow from a total of zero. */
  private zero(lines: readonly number[]): number | undefined {
    const isForced = (cell: number): boolean =>
      (this.system.linesOf[cell] ?? []).some(({ line, sign }) => sign === 1 || this.value(this.members(line)[0]?.cell ?? cell) === 0);
    return lines.flatMap((line) => this.members(line).slice(1)).map((member) => member.cell)
      .find((cell) => !this.masked.has(cell) && this.value(cell) === 0 && !isForced(cell));
  }
}
