import type { OptionTotals, PairwiseTotals } from '../counting/totals.js';
import type { Profile } from '../profile/profile.js';
import type { Standing } from './standing.js';

export const METHOD_CODES = ['plurality', 'approval', 'borda', 'copeland', 'schulze', 'schulze-margins', 'ranked-pairs', 'irv'] as const;

export type MethodCode = (typeof METHOD_CODES)[number];

/** One way to count: pure functions, the same answer for the same ballots whatever the names and their order. */
export interface Method {
  readonly code: MethodCode;
  /** `pairs` is the pairwise count of the same ballots. */
  readonly ofBallots: (ballots: Profile, pairs: PairwiseTotals) => Standing;
  /** Where pairwise totals alone decide, as for ballots that are never opened. */
  readonly ofPairs?: (totals: PairwiseTotals) => Standing;
  /** Where one total for each option decides. */
  readonly ofOptions?: (totals: OptionTotals) => Standing;
}
