import type { BallotFault, BallotToVerify } from '../ballot/verify.js';
import type { BallotEntry, RejectedEntry, TestedEntry } from '../board/entry.js';
import { isTestNoticeSigned } from '../board/envelope.js';
import { isContentReason, type EnvelopeReason } from '../board/rejection.js';
import type { OpenSpec } from '../board/spec.js';
import type { IntakeEntry } from './check-chain.js';
import { checked, fail, type Checked } from './findings.js';
import { after, FIRST, isNext, judgeContent, judgeEnvelope, Tested, type SlotState } from './judge.js';
import type { SlotKeys } from './slot-keys.js';

/** Verifies the proofs of many ballots, wherever that happens. Null for a valid one. */
export type VerifyProofs = (ballots: readonly BallotToVerify[]) => Promise<readonly (BallotFault | null)[]>;

/** A vote that stands on the board, with its slot. */
export interface PlacedBallot {
  readonly slot: number;
  readonly entry: BallotEntry;
}

const isBallot = (entry: IntakeEntry): entry is BallotEntry => entry.type === 'ballot';
const isRejected = (entry: IntakeEntry): entry is RejectedEntry => entry.type === 'rejected';
const isTested = (entry: IntakeEntry): entry is TestedEntry => entry.type === 'tested';

export function checkTests(open: OpenSpec, intake: readonly IntakeEntry[], keys: SlotKeys): Checked<Tested> {
  const tested = new Tested();
  const tests = intake.filter(isTested);
  for (const { index: entry, intakeIndex, test } of tests) {
    const slot = keys.slotAt(test.credential, intakeIndex);
    if (typeof slot === 'string' || test.electionId !== open.electionId || !isTestNoticeSigned(test)) fail('TEST_INVALID', { entry });
    tested.add(slot, test.ballotHash, intakeIndex);
  }
  return checked(tests.length, tested);
}

/** Each vote is signed by a credential that was good then, over the content that stands there and was not tested. */
export function checkEnvelopes(open: OpenSpec, intake: readonly IntakeEntry[], keys: SlotKeys, tested: Tested): Checked<readonly PlacedBallot[]> {
  const placed = intake.filter(isBallot).map((entry): PlacedBallot => {
    const slot = judgeEnvelope(open.electionId, keys, entry.envelope, entry.intakeIndex);
    if (typeof slot === 'string') fail('ENVELOPE_INVALID', { entry: entry.index, reason: slot });
    const reason = judgeContent(tested, slot, entry.envelope, entry.content, entry.intakeIndex);
    if (reason !== null) fail('ENVELOPE_INVALID', { entry: entry.index, reason });
    return { slot, entry };
  });
  return checked(placed.length, placed);
}

/**
 * In the order of intake, each slot's revisions go up by one and name the one before, whatever their order on the board.
 * A ballot refused for its content has used up its revision; one refused as WRONG_REVISION really was out of order.
 */
export function checkRevisions(open: OpenSpec, intake: readonly IntakeEntry[], keys: SlotKeys): Checked<null> {
  const states = new Map<number, SlotState>();
  for (const entry of intake) {
    if (entry.type === 'tested' || (entry.type === 'rejected' && !isContentReason(entry.reason) && entry.reason !== 'WRONG_REVISION')) continue;
    const slot = slotOf(open, keys, entry);
    if (typeof slot === 'string') fail('REJECTION_UNFOUNDED', { entry: entry.index, reason: slot });
    const next = isNext(entry.envelope, states.get(slot) ?? FIRST);
    const wanted = entry.type === 'ballot' || entry.reason !== 'WRONG_REVISION';
    if (next !== wanted) fail(wanted ? 'REVISION' : 'REJECTION_UNFOUNDED', { entry: entry.index, slot, reason: 'WRONG_REVISION' });
    if (wanted) states.set(slot, after(entry.envelope));
  }
  return checked(states.size, null);
}

/** The slot of a vote or a refused one. The signature of a vote was checked among the envelopes. */
export const slotOf = (open: OpenSpec, keys: SlotKeys, { type, envelope, intakeIndex }: BallotEntry | RejectedEntry): number | EnvelopeReason =>
  type === 'ballot' ? keys.slotAt(envelope.credential, intakeIndex) : judgeEnvelope(open.electionId, keys, envelope, intakeIndex);

export async function checkProofs(placed: readonly PlacedBallot[], verify: VerifyProofs): Promise<Checked<null>> {
  const faults = await verify(placed.map(({ entry: { envelope, content } }) => ({ credential: envelope.credential, content })));
  placed.forEach(({ entry }, at) => {
    const fault = faults[at];
    if (fault !== null) fail('PROOF', { entry: entry.index, reason: fault?.reason ?? 'BAD_PROOF', at: fault?.at ?? '' });
  });
  return checked(placed.length, null);
}

/** For each refused ballot, the stated reason really holds. */
export async function checkRejections(open: OpenSpec, intake: readonly IntakeEntry[], keys: SlotKeys, tested: Tested, verify: VerifyProofs): Promise<Checked<null>> {
  const rejected = intake.filter(isRejected);
  for (const { index: entry, intakeIndex, envelope, content, reason } of rejected) {
    // Whether the revision was out of order was seen among the revisions.
    if (reason === 'WRONG_REVISION') continue;
    const found = judgeEnvelope(open.electionId, keys, envelope, intakeIndex);
    // First the hash: a content that its voter did not sign must not pass for the voter's malformed one.
    const cause = typeof found === 'string' ? found
      : judgeContent(tested, found, envelope, content, intakeIndex) ?? (await verify([{ credential: envelope.credential, content }]))[0]?.reason;
    if (cause !== reason) fail('REJECTION_UNFOUNDED', { entry, reason });
  }
  return checked(rejected.length, null);
}
