import type { Receipt } from '#ballot-box';
import { JariError, refuseIfFaulty } from '#platform';
import { isSignedNatively } from '../support/native-signatures.js';
import type { Cast } from './cast.js';
import type { CastRecord } from './cast-store.js';
import type { SlotRevision } from './intake-store.js';

/** What becomes of a cast: a receipt from before, its place among those that are taken now, or a refusal. */
export type Verdict = { readonly receipt: Receipt } | { readonly taken: number } | { readonly refused: JariError };

/** One that is taken. */
export interface Taken {
  readonly cast: Cast;
  readonly slot: number;
}

/**
 * Judges casts one after the other as if each came alone: what an earlier one of them changes, a later one finds. A refusal
 * concerns its own cast only.
 */
export class CastJudge {
  readonly taken: Taken[] = [];
  private readonly revisions = new Map<number, SlotRevision>();
  private readonly places = new Map<string, number>();

  /** @param requireOpen throws where nothing is taken any more */
  constructor(private readonly record: CastRecord, private readonly electionId: string, private readonly requireOpen: () => void) {}

  judge(cast: Cast): Verdict {
    try {
      return this.find(cast) ?? { taken: this.take(cast) };
    } catch (error) {
      if (error instanceof JariError) return { refused: error };
      throw error;
    }
  }

  /** The same envelope again gives the same receipt, also after the close. */
  private find({ employeeId, tracker }: Cast): Verdict | undefined {
    const { slot } = this.voterOf(employeeId);
    const earlier = this.record.receipts.get(tracker);
    if (earlier !== undefined && earlier.slot === slot) return { receipt: earlier.receipt };
    const place = this.places.get(tracker);
    return place !== undefined && this.taken[place]?.slot === slot ? { taken: place } : undefined;
  }

  private take(cast: Cast): number {
    const { envelope, tracker } = cast;
    const { slot, publicKey, last: atFirst } = this.voterOf(cast.employeeId);
    if (envelope.credential !== publicKey) throw new JariError('NOT_YOUR_CREDENTIAL');
    this.requireOpen();
    refuseIfFaulty([
      ...(envelope.electionId === this.electionId ? [] : [{ path: 'envelope.electionId', code: 'ENVELOPE_OTHER_ELECTION' }]),
      // A receipt is for what was signed: whoever holds one knows that this very content was taken.
      ...(cast.contentHash === envelope.ballotHash ? [] : [{ path: 'content', code: 'ENVELOPE_OTHER_CONTENT' }]),
      ...(isSignedNatively('envelope', envelope, publicKey) ? [] : [{ path: 'envelope.signature', code: 'ENVELOPE_SIGNATURE_WRONG' }]),
    ]);
    if (this.record.tested.has(`${slot}:${envelope.ballotHash}`)) throw new JariError('BALLOT_TESTED');
    const last = this.revisions.get(slot) ?? atFirst;
    if (envelope.revision !== last.revision + 1 || envelope.previousTracker !== last.tracker) throw new JariError('REVISION_WRONG', { expected: last.revision + 1 });
    this.revisions.set(slot, { revision: envelope.revision, tracker });
    this.places.set(tracker, this.taken.length);
    return this.taken.push({ cast, slot }) - 1;
  }

  private voterOf(employeeId: string): NonNullable<ReturnType<CastRecord['voters']['get']>> {
    const voter = this.record.voters.get(employeeId);
    if (voter === undefined) throw new JariError('NOT_ON_ROLL');
    return voter;
  }
}
