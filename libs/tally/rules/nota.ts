import type { OptionTotals, PairwiseTotals } from '../counting/totals.js';

/**
 * What it takes to be chosen where "none of the above" (적임자 없음) stands on the ballot:
 * `beat-nota` (rankings) an option that does not beat NOTA in the pairwise count is dropped first; `as-option` (plurality) NOTA
 * wins like any option; `majority` (approval, NOTA is no option) a candidate needs more than half of the ballots cast.
 */
export const NOTA_RULES = ['beat-nota', 'as-option', 'majority'] as const;

export type NotaRule = (typeof NOTA_RULES)[number];

/** The options that more ballots put before NOTA than behind it. Source: Debian constitution, appendix A, vote counting: dropping options that do not defeat the default. */
export function beatNota({ options, before }: PairwiseTotals, nota: number): number[] {
  return others(options, nota).filter((option) => before[option * options + nota]! > before[nota * options + option]!);
}

/** The options that more than half of the ballots cast approve. */
export function approvedByMajority({ totals, ballots }: OptionTotals): number[] {
  return [...totals.keys()].filter((option) => 2 * totals[option]! > ballots);
}

/** The table between some of the options only, in their order. */
export function pairsAmong({ options, before }: PairwiseTotals, kept: readonly number[]): PairwiseTotals {
  const table = new Float64Array(kept.length * kept.length);
  kept.forEach((a, row) => kept.forEach((b, column) => { table[row * kept.length + column] = before[a * options + b]!; }));
  return { options: kept.length, before: table };
}

export const others = (options: number, without: number): number[] => Array.from({ length: options }, (_, option) => option).filter((option) => option !== without);
