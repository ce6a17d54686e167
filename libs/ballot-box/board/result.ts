import { outcomeOfApproval, outcomeOfPairs, outcomeOfPlurality, settleTie, TIE_RULES, type Outcome, type TieSettled } from '#tally';
import { hash32, integer, list, literal, nullable, object, text, type Read } from '../encoding/reader.js';
import { lotCommitmentOf, lotTicket } from './lot.js';
import { pairwiseTotals } from './pairwise.js';
import type { OpenSpec } from './spec.js';

const ids = list(text(100), { max: 41 });

export const FAILURES = ['QUORUM', 'MINIMUM_CAST', 'ENDORSEMENTS', 'DISAGREEMENT', 'SHARES', 'RECEIPT'] as const;
export type Failure = (typeof FAILURES)[number];

export const resultRecord = object({
  format: literal('jari-result/1'),
  electionId: hash32,
  outcome: literal('ELECTED', 'NONE', 'TIED', 'FAILED'),
  /** Why it failed; null otherwise. */
  failure: nullable(literal(...FAILURES)),
  /** Ballots in the sum: one for each slot that voted. */
  counted: integer(0),
  /** Decrypted totals in the order of the ballot's ciphertexts; null when nothing was decrypted. */
  totals: nullable(list(integer(0), { max: 400 })),
  winners: ids,
  order: list(ids, { max: 41 }),
  /** Options that the NOTA rule took out. */
  dropped: ids,
  tie: nullable(object({
    rule: literal(...TIE_RULES),
    /** Whose word it is: the frozen order, the lot, the mayor, or a new ballot. */
    by: literal(...TIE_RULES),
    chosen: nullable(text(100)),
    /** For a lot: each trustee's nonce in the order of the list, null where it was withheld. */
    nonces: nullable(list(nullable(hash32), { max: 25 })),
  })),
});
export type Result = Read<typeof resultRecord>;

/** A tie among the tied options by the frozen rule; the lot needs every nonce, or the mayor decides. */
function settle({ spec, electionId, ballotOptions }: OpenSpec, { winners }: Outcome, nonces: readonly (string | null)[] | null): NonNullable<Result['tie']> {
  const idOf = (option: number): string => ballotOptions[option]?.id ?? '';
  // A nonce that is not the one committed to is as good as withheld.
  const given = spec.lotCommitments?.map((commitment, at) => {
    const nonce = nonces?.[at] ?? null;
    return nonce !== null && lotCommitmentOf(spec.ballotId, at + 1, nonce) === commitment ? nonce : null;
  }) ?? null;
  const all = given?.filter((nonce) => nonce !== null) ?? [];
  const settled: TieSettled = settleTie(spec.tieRule, winners, {
    seniority: spec.seniority?.map((id) => ballotOptions.findIndex((option) => option.id === id)),
    ticket: all.length === given?.length ? (option) => lotTicket(electionId, all, idOf(option)) : null,
  });
  return { rule: spec.tieRule, by: settled.by, chosen: settled.chosen === null ? null : idOf(settled.chosen), nonces: given };
}

/**
 * The result that follows from decrypted totals, ties by the frozen rule included.
 * @param nonces for a tie by lot: each trustee's nonce in the order of the list, null where withheld
 * @throws RangeError for totals that no ballots give
 */
export function decideResult(open: OpenSpec, counted: number, totals: readonly number[], nonces: readonly (string | null)[] | null = null): Result {
  const { spec, electionId, ballotOptions, nota } = open;
  const outcome = spec.kind === 'plurality' ? outcomeOfPlurality({ totals, ballots: counted }, nota)
    : spec.kind === 'approval' ? outcomeOfApproval({ totals, ballots: counted })
      : outcomeOfPairs(pairwiseTotals(spec.kind, ballotOptions.length, counted, totals), spec.method, nota);
  const named = (options: readonly number[]): string[] => [...options].sort((a, b) => a - b).map((option) => ballotOptions[option]?.id ?? '');
  return {
    format: 'jari-result/1',
    electionId,
    outcome: outcome.kind,
    failure: null,
    counted,
    totals,
    winners: named(outcome.winners),
    order: outcome.order.map(named),
    dropped: named(outcome.dropped),
    tie: outcome.kind === 'TIED' ? settle(open, outcome, nonces) : null,
  };
}

/** The result of a ballot from which nothing was decrypted. */
export const failedResult = ({ electionId }: OpenSpec, failure: Failure, counted: number): Result =>
  ({ format: 'jari-result/1', electionId, outcome: 'FAILED', failure, counted, totals: null, winners: [], order: [], dropped: [], tie: null });

/** The frozen thresholds: null, or which one so many ballots miss. */
export const thresholdMissed = ({ spec }: OpenSpec, counted: number): 'QUORUM' | 'MINIMUM_CAST' | null =>
  counted < spec.quorum ? 'QUORUM' : counted < spec.minimumCast ? 'MINIMUM_CAST' : null;
