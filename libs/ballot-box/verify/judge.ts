import { ballotHashOf } from '../ballot/content.js';
import { isEnvelopeSigned, trackerOf, type Envelope } from '../board/envelope.js';
import type { ContentReason, EnvelopeReason } from '../board/rejection.js';
import type { SlotKeys } from './slot-keys.js';

/** Revisions of one slot so far, in the order of intake. */
export interface SlotState {
  readonly revision: number;
  readonly tracker: string | null;
}

export const FIRST: SlotState = { revision: 0, tracker: null };

/** Whether the envelope is the next revision of its slot. */
export const isNext = (envelope: Envelope, state: SlotState): boolean => envelope.revision === state.revision + 1 && envelope.previousTracker === state.tracker;

export const after = (envelope: Envelope): SlotState => ({ revision: envelope.revision, tracker: trackerOf(envelope) });

/** The slot that an envelope speaks for, or why it speaks for none; the revision is another question. */
export function judgeEnvelope(electionId: string, keys: SlotKeys, envelope: Envelope, intakeIndex: number): number | EnvelopeReason {
  if (envelope.electionId !== electionId) return 'WRONG_ELECTION';
  const slot = keys.slotAt(envelope.credential, intakeIndex);
  if (typeof slot === 'string') return slot;
  return isEnvelopeSigned(envelope) ? slot : 'BAD_SIGNATURE';
}

/** Hashes that were tested, slot by slot, with the intake index of the test. */
export class Tested {
  private readonly at = new Map<string, number>();

  add(slot: number, ballotHash: string, intakeIndex: number): void {
    const key = `${slot} ${ballotHash}`;
    if (!this.at.has(key)) this.at.set(key, intakeIndex);
  }

  isBefore(slot: number, ballotHash: string, intakeIndex: number): boolean {
    return (this.at.get(`${slot} ${ballotHash}`) ?? Infinity) < intakeIndex;
  }
}

/** What is wrong with the content before any proof is looked at. */
export function judgeContent(tested: Tested, slot: number, envelope: Envelope, content: unknown, intakeIndex: number): Exclude<ContentReason, 'MALFORMED' | 'BAD_PROOF'> | null {
  if (ballotHashOf(content) !== envelope.ballotHash) return 'WRONG_CONTENT';
  return tested.isBefore(slot, envelope.ballotHash, intakeIndex) ? 'TESTED_BEFORE' : null;
}
