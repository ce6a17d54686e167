import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { padEnd, padStart } from '../commands/demo/terminal/width.js';

/** A target and what was measured, for the verdict under a table. */
export interface Verdict {
  readonly ko: string;
  readonly en: string;
  readonly found: string;
  readonly met: boolean;
}

/** Columns under their headings; the first is text, the others are numbers. */
export const table = (rows: readonly (readonly string[])[], widths: readonly number[]): string =>
  rows.map((row) => `  ${row.map((cell, column) => (column === 0 ? padEnd(cell, widths[0] ?? 0) : padStart(cell, widths[column] ?? 0))).join('')}`.trimEnd()).join('\n');

export const verdicts = (all: readonly Verdict[]): string =>
  all.map(({ ko, en, found, met }) => `  ${met ? '✔' : '✘'} ${ko} · ${en}: ${found}`).join('\n');

/** Writes `var/bench/<name>.json`. @returns its path below the top folder */
export const writeFigures = (root: string, name: string, figures: object): string => {
  const path = join('var', 'bench', `${name}.json`);
  mkdirSync(join(root, 'var', 'bench'), { recursive: true });
  writeFileSync(join(root, path), `${JSON.stringify(figures)}\n`);
  return path;
};
