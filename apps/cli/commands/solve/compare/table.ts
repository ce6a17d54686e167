import type { Instance } from '#matching';
import type { Language } from '../../../language.js';
import { padEnd, padStart, widthOf } from '../../demo/terminal/width.js';
import type { ComparedOutcome, ComparedRow } from './row.js';
import { promiseText, TABLE_WORDS, type TableWords } from './words.js';

/** Ranks beyond this share the last column. */
const RANKS = 10;

const number = (value: number): string => value.toLocaleString('en-US');
const milliseconds = (ms: number): string => (ms < 10 ? ms.toFixed(1) : number(Math.round(ms)));

/** The comparison as HR reads it in a terminal: figures, ranks, promises, then what the choice is about, in words. */
export function comparisonTable(instance: Instance, seed: string, rows: readonly ComparedRow[], language: Language): string[] {
  const words = TABLE_WORDS[language];
  const outcomes = rows.filter((row) => row.kind === 'outcome');
  const places = instance.capacity.reduce((sum, capacity) => sum + capacity, 0);
  const lines = [
    '', words.title(number(instance.current.length), number(instance.capacity.length), number(places), seed), '',
    ...aligned([[...words.heads], ...outcomes.map((row) => figures(row, words))]), '',
    words.ranks, '',
    ...aligned(rankRows(outcomes, words)), '',
    words.promises, '',
    ...outcomes.map(({ mechanism, promised }) => `  ${words.kept(mechanism, promised.map((name) => promiseText(name, language)).join(', '))}`), '',
    ...rows.flatMap((row) => remarks(row, words, language)),
    ...tradeOff(outcomes, words), '',
  ];
  return lines.map((line) => `${line}\n`);
}

function figures(row: ComparedOutcome, { yes, no }: TableWords): string[] {
  const { employees, none, byRank, movers, unfilledPlaces } = row.metrics;
  return [
    row.mechanism, ...[employees - none, byRank[0] ?? 0, movers, none, unfilledPlaces, row.worseOff, row.envy, row.waste].map(number),
    row.paretoEfficient ? '✔' : '✘', row.broken.length === 0 ? yes : no, milliseconds(row.ms),
  ];
}

function rankRows(outcomes: readonly ComparedOutcome[], words: TableWords): string[][] {
  const longest = outcomes[0]?.metrics.byRank.length ?? 0;
  const columns = Math.min(longest, RANKS);
  const heads = Array.from({ length: columns }, (_, at) => words.rank(at + 1, at + 1 === columns && longest > columns));
  return [
    [words.heads[0], ...heads, words.stayed, words.none],
    ...outcomes.map(({ mechanism, metrics: { byRank, stayed, none } }) => {
      const shown = byRank.slice(0, columns);
      for (const more of byRank.slice(columns)) shown[columns - 1]! += more;
      return [mechanism, ...[...shown, stayed, none].map(number)];
    }),
  ];
}

function remarks(row: ComparedRow, words: TableWords, language: Language): string[] {
  if (row.kind === 'refused') return [words.refused(row.mechanism, row.refusal[language])];
  if (row.kind === 'stopped') return [words.stopped(row.mechanism, row.seconds)];
  return row.broken.length === 0 ? [] : [words.broken(row.mechanism, row.broken.map((name) => promiseText(name, language)).join(', '))];
}

/** Mobility, first choices and fairness pull apart: says who wins on each, and what the winners cost. */
function tradeOff(outcomes: readonly ComparedOutcome[], words: TableWords): string[] {
  const most = (value: (row: ComparedOutcome) => number): ComparedOutcome | undefined => [...outcomes].sort((a, b) => value(b) - value(a))[0];
  const first = (row: ComparedOutcome): number => row.metrics.byRank[0] ?? 0;
  const mobile = most((row) => row.metrics.movers);
  const liked = most(first);
  if (mobile === undefined || liked === undefined) return [];
  const fair = outcomes.filter(({ envy }) => envy === 0).map(({ mechanism }) => mechanism);
  return [
    words.tradeOff(mobile.mechanism, number(mobile.metrics.movers), liked.mechanism, number(first(liked))),
    ...[...new Set([mobile, liked])].filter(({ worseOff }) => worseOff > 0).map(({ mechanism, worseOff }) => words.losers(mechanism, number(worseOff))),
    ...[...new Set([mobile, liked])].filter(({ envy }) => envy > 0).map(({ mechanism, envy }) => words.envious(mechanism, number(envy))),
    ...(fair.length > 0 ? [words.fair(fair.join(', '))] : []),
  ];
}

/** Columns as wide as their widest cell; the first is text, the others are numbers. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) => `  ${row.map((cell, column) => (column === 0 ? padEnd(cell, widths[0]!) : padStart(cell, widths[column]! + 2))).join('')}`.trimEnd());
}
