import { decodeCiphertexts } from '../ballot/content.js';
import type { Board } from '../board/board.js';
import { decideResult, failedResult, thresholdMissed, type Failure } from '../board/result.js';
import type { OpenSpec } from '../board/spec.js';
import { isEndorsementSigned, type Endorsement } from '../board/statements.js';
import { addUp, aggregateHashOf, type Aggregate } from '../decryption/aggregate.js';
import { checkDecryptionShare } from '../decryption/decryption-share.js';
import { combineShares } from '../decryption/combine.js';
import { canonicalJson } from '../encoding/canonical-json.js';
import type { PlacedBallot } from './check-votes.js';
import { checked, fail, type Checked } from './findings.js';

/** The last revision of each slot, and their sum; null when nobody voted. */
export function checkCounted({ electionId, setting }: OpenSpec, placed: readonly PlacedBallot[]): Checked<Aggregate | null> {
  const last = new Map<number, PlacedBallot>();
  for (const ballot of placed) {
    const other = last.get(ballot.slot);
    if (other === undefined || other.entry.envelope.revision < ballot.entry.envelope.revision) last.set(ballot.slot, ballot);
  }
  if (last.size === 0) return checked(0, null);
  const ciphertexts = function* () { for (const { entry } of last.values()) yield decodeCiphertexts(setting, entry.content); };
  return checked(last.size, addUp(setting.group, electionId, ciphertexts()));
}

/** What an election needs to go on to decryption, as far as it goes. */
export interface Counted {
  readonly aggregate: Aggregate | null;
  /** Head of the closed board. */
  readonly head: string;
}

/** All endorsements are of this board's sum, each by another trustee. Value: whether there are enough. */
export function checkEndorsements(open: OpenSpec, { aggregate, head }: Counted, { endorsements, result }: Board): Checked<boolean> {
  const { spec } = open;
  const missed = thresholdMissed(open, aggregate?.counted ?? 0);
  if (missed !== null && endorsements.length > 0) fail('ENDORSED_UNDER_THRESHOLD');
  const trustees = new Set<number>();
  const differing: number[] = [];
  for (const endorsement of endorsements) {
    const { trustee } = endorsement;
    const key = spec.trustees[trustee - 1]?.signingKey;
    if (key === undefined || !isEndorsementSigned(endorsement, key)) fail('ENDORSEMENT_SIGNATURE', { trustee });
    // The same trustee rightly signs other sums for other elections: that is no disagreement.
    if (endorsement.electionId !== open.electionId) fail('ENDORSEMENT_OTHER', { trustee });
    if (!isOf(endorsement, aggregate, head)) differing.push(trustee);
    else if (trustees.has(trustee)) fail('TRUSTEE_TWICE', { trustee });
    else trustees.add(trustee);
  }
  const disagree = result?.failure === 'DISAGREEMENT';
  if (!disagree && differing[0] !== undefined) fail(trustees.has(differing[0]) ? 'ENDORSEMENTS_DISAGREE' : 'ENDORSEMENT_OTHER', { trustee: differing[0] });
  return checked(endorsements.length, differing.length === 0 && trustees.size >= spec.e);
}

const isOf = (endorsement: Endorsement, aggregate: Aggregate | null, head: string): boolean =>
  aggregate !== null && endorsement.boardHead === head
  && endorsement.aggregateHash === aggregateHashOf(aggregate) && endorsement.counted === aggregate.counted;

/** Every share is its trustee's right one. Value: whether there are enough. */
export function checkShares({ spec, setting }: OpenSpec, { aggregate }: Counted, { shares }: Board, endorsed: boolean): Checked<boolean> {
  if (shares.length > 0 && (!endorsed || aggregate === null)) fail('SHARES_WITHOUT_ENDORSEMENT');
  const trustees = new Set<number>();
  for (const share of shares) {
    const { trustee } = share;
    const keys = spec.trustees[trustee - 1];
    const reason = keys === undefined || aggregate === null ? 'MALFORMED' : checkDecryptionShare(setting.group, aggregate, share, keys);
    if (reason !== null) fail('SHARE_INVALID', { trustee, reason });
    if (trustees.has(trustee)) fail('TRUSTEE_TWICE', { trustee });
    trustees.add(trustee);
  }
  return checked(shares.length, trustees.size >= spec.k);
}

/** Whether an election really failed for the stated reason; a receipt that was not honoured is beyond the board. */
const FAILURE_HOLDS: Readonly<Record<Failure, (seen: { missed: Failure | null; endorsed: boolean; sums: number }) => boolean>> = {
  QUORUM: ({ missed }) => missed === 'QUORUM',
  MINIMUM_CAST: ({ missed }) => missed === 'MINIMUM_CAST',
  ENDORSEMENTS: ({ missed, endorsed }) => missed === null && !endorsed,
  DISAGREEMENT: ({ missed, sums }) => missed === null && sums > 1,
  SHARES: ({ missed, endorsed }) => missed === null && endorsed,
  RECEIPT: ({ missed }) => missed === null,
};

/** The totals are those that the shares give, and the result is the one that follows; or it failed as it says. */
export function checkResult(open: OpenSpec, { aggregate }: Counted, { result, endorsements, shares }: Board, endorsed: boolean, enough: boolean): Checked<null> {
  if (result === null) fail('NO_RESULT');
  const counted = aggregate?.counted ?? 0;
  const missed = thresholdMissed(open, counted);
  if (missed !== null || result.outcome === 'FAILED') {
    const failure = result.failure;
    const sums = new Set(endorsements.map(({ aggregateHash, boardHead, counted: said }) => `${aggregateHash} ${boardHead} ${said}`)).size;
    if (failure === null || enough || !FAILURE_HOLDS[failure]({ missed, endorsed, sums })) fail('RESULT_DIFFERS', { member: 'failure' });
    compare(result, failedResult(open, failure, counted));
    return checked(1, null);
  }
  if (!endorsed) fail('TOO_FEW_ENDORSEMENTS', { found: endorsements.length, expected: open.spec.e });
  if (!enough || aggregate === null) fail('TOO_FEW_SHARES', { found: shares.length, expected: open.spec.k });
  compare(result, computed(open, aggregate, shares, result.tie?.nonces ?? null));
  return checked(1, null);
}

function computed(open: OpenSpec, aggregate: Aggregate, shares: Board['shares'], nonces: readonly (string | null)[] | null): NonNullable<Board['result']> {
  try {
    return decideResult(open, aggregate.counted, combineShares(open.setting.group, aggregate, shares, open.spec.k), nonces);
  } catch (error) {
    if (error instanceof RangeError) fail('UNDECIDABLE_TOTALS');
    throw error;
  }
}

function compare(found: NonNullable<Board['result']>, expected: NonNullable<Board['result']>): void {
  const member = Object.keys(expected).find((name) => canonicalJson(found[name as keyof typeof found]) !== canonicalJson(expected[name as keyof typeof expected]));
  if (member !== undefined) fail('RESULT_DIFFERS', { member });
}
