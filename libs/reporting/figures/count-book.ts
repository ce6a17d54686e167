import type { CountCell, CountLine } from '../masking/count-system.js';
import { maskCounts } from '../masking/mask-counts.js';
import { MASKED, plain, type Figure } from './figure.js';

/** Counts as they may be shown. */
export interface ShownCounts {
  /** The count itself. */
  of(id: string): Figure;
  /** `part` of `whole`, 0–1 with four decimals; masked when one of them is. */
  share(part: string, whole: string): Figure;
  /** The sum of counts; masked when one of them is. */
  sum(ids: readonly string[]): Figure;
  /** What follows from one count alone. */
  derive(id: string, from: (value: number) => number): Figure;
}

/**
 * Collects every count of a report before any is shown, because what one table hides another could give back: they are
 * masked together.
 */
export class CountBook {
  private readonly cells: CountCell[] = [];
  private readonly lines: CountLine[] = [];

  /** @returns the id, for lines */
  add(id: string, value: number, more: Pick<CountCell, 'people' | 'keep'> = {}): string {
    this.cells.push({ id, value, ...more });
    return id;
  }

  /** A sum that everybody can work out. */
  line(total: string, parts: readonly string[]): void {
    this.lines.push({ total, parts });
  }

  /** @throws Error when a sum does not add up */
  close(): ShownCounts {
    const masked = maskCounts(this.cells, this.lines);
    const values = new Map(this.cells.map(({ id, value }) => [id, value]));
    const of = (id: string): Figure => {
      const value = values.get(id);
      if (value === undefined) throw new Error(`No count bears the id ${id}`);
      return masked.has(id) ? MASKED : plain(value);
    };
    const sum = (ids: readonly string[]): Figure => {
      const figures = ids.map(of);
      return figures.some((figure) => figure.masked) ? MASKED : plain(figures.reduce((total, { value }) => total + (value ?? 0), 0));
    };
    return {
      of, sum,
      share: (part, whole) => ratio(of(part), of(whole)),
      derive: (id, from) => derived(of(id), from),
    };
  }
}

/** Four decimals; nothing when the whole is nobody; masked when one of the two is. */
export const ratio = (part: Figure, whole: Figure): Figure => {
  if (part.masked || whole.masked) return MASKED;
  return plain(part.value === null || whole.value === null || whole.value === 0 ? null : Math.round((part.value / whole.value) * 10_000) / 10_000);
};

const derived = ({ value, masked }: Figure, from: (value: number) => number): Figure => (masked ? MASKED : plain(value === null ? null : from(value)));
