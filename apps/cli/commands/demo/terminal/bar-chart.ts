import { padEnd, padStart } from './width.js';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** A bar of `share` (0–1) of `width` columns, to an eighth of a column; what is more than nothing shows at least that. */
export const bar = (share: number, width: number): string => {
  const eighths = share > 0 ? Math.max(1, Math.round(Math.min(1, share) * width * 8)) : 0;
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
};

export interface BarRow {
  readonly label: string;
  readonly value: number;
  /** Behind the bar, e.g. `182명 (65.0 %)`. */
  readonly note: string;
}

/** Rows on one scale: the longest bar, or `scale`, fills the width. */
export const barChart = (rows: readonly BarRow[], { width, labelWidth, scale }: { width: number; labelWidth: number; scale?: number }): string[] => {
  const full = scale ?? Math.max(1, ...rows.map(({ value }) => value));
  return rows.map(({ label, value, note }) => `${padStart(label, labelWidth)} ${padEnd(bar(value / full, width), width)} ${note}`.trimEnd());
};

/** `65.0 %`; a dash without a whole. */
export const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`);
