import { countPairs } from './counting/count-pairs.js';
import { checkOptions, checkPairwise, type OptionTotals, type PairwiseTotals } from './counting/totals.js';
import type { MethodCode } from './methods/method.js';
import { methodOf } from './methods/registry.js';
import type { Standing } from './methods/standing.js';
import type { Profile } from './profile/profile.js';

/** A result in the candidates' names, as `jari tally` prints it. */
export interface TallyResult {
  readonly winners: readonly string[];
  readonly order: readonly (readonly string[])[];
  /** How many ballots put the first before the second. */
  readonly pairwise: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly ties: readonly (readonly string[])[];
  /** Of the methods that score. */
  readonly scores?: Readonly<Record<string, number>>;
  /** Of IRV: votes of the continuing candidates, round by round. */
  readonly rounds?: readonly Readonly<Record<string, number>>[];
}

/** Counts plain ballots by a method. Groups stand in the order of the candidates, which decides nothing. */
export function tally(profile: Profile, method: MethodCode): TallyResult {
  const pairs = countPairs(profile);
  const standing = methodOf(method).ofBallots(profile, pairs);
  const { candidates } = profile;
  const named = (group: readonly number[]): string[] => [...group].sort((a, b) => a - b).map((option) => candidates[option]!);
  const byName = (value: (option: number) => number | null): Record<string, number> =>
    Object.fromEntries(candidates.flatMap((name, option) => { const own = value(option); return own === null ? [] : [[name, own]]; }));
  const { scores, rounds } = standing;
  return {
    winners: named(standing.winners),
    order: standing.order.map(named),
    pairwise: Object.fromEntries(candidates.map((name, a) => [name, byName((b) => (a === b ? null : pairs.before[a * pairs.options + b]!))])),
    ties: standing.ties.map(named),
    ...(scores === undefined ? {} : { scores: byName((option) => scores[option]!) }),
    ...(rounds === undefined ? {} : { rounds: rounds.map((votes) => byName((option) => votes[option] ?? null)) }),
  };
}

/** The method needs more than was given to it. */
export class TotalsDoNotDecide extends Error {
  constructor(readonly method: MethodCode, given: 'pairwise' | 'option') {
    super(`${method} cannot be counted from ${given} totals`);
    this.name = 'TotalsDoNotDecide';
  }
}

/**
 * Counts from pairwise totals alone: Schulze, ranked pairs, Copeland and (complete strict rankings) Borda.
 * @throws TotalsDoNotDecide for another method, RangeError for totals that cannot be
 */
export function tallyPairs(totals: PairwiseTotals, method: MethodCode): Standing {
  const { ofPairs } = methodOf(method);
  if (ofPairs === undefined) throw new TotalsDoNotDecide(method, 'pairwise');
  checkPairwise(totals);
  return ofPairs(totals);
}

/**
 * Counts from one total for each option: plurality and approval.
 * @throws TotalsDoNotDecide for another method, RangeError for totals that cannot be
 */
export function tallyOptions(totals: OptionTotals, method: MethodCode): Standing {
  const { ofOptions } = methodOf(method);
  if (ofOptions === undefined) throw new TotalsDoNotDecide(method, 'option');
  checkOptions(totals);
  return ofOptions(totals);
}
