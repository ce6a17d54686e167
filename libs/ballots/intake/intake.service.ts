import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  canonicalJson, contentText, Malformed, readEnvelope, readReceipt, readTestNotice, trackerOf, type Receipt,
} from '#ballot-box';
import { JariError, refuseIfFaulty, type Tx } from '#platform';
import { actingEmployeeId } from '#preferences';
import { BoardStore } from '../board/board-store.js';
import { CredentialService } from '../credential/credential.service.js';
import { isSignedNatively, signNatively } from '../support/native-signatures.js';
import { IntakeGate } from './intake-gate.js';
import { IntakeStore, type SlotRevision } from './intake-store.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** What cannot be decoded is refused by its place; nothing of it is repeated. */
const decoded = <T>(path: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    refuseIfFaulty([{ path, code: 'BALLOT_MALFORMED' }]);
    throw error;
  }
};

/**
 * Takes encrypted ballots. The caller returns the receipt after the commit only, so that what has a receipt is never lost; proofs
 * are checked later, and a ballot that does not hold is refused in public.
 */
@Injectable()
export class IntakeService {
  constructor(
    private readonly gate: IntakeGate,
    private readonly store: IntakeStore,
    private readonly board: BoardStore,
    private readonly credentials: CredentialService,
  ) {}

  /**
   * The same envelope again gives the same receipt, also after the close.
   * @throws JariError VALIDATION_FAILED, BALLOT_NOT_OPEN, NOT_ON_ROLL, NOT_YOUR_CREDENTIAL, BALLOT_TESTED, REVISION_WRONG
   */
  async cast(tx: Tx, ballotId: string, input: { readonly envelope: unknown; readonly content: unknown }): Promise<Receipt> {
    const envelope = decoded('envelope', () => readEnvelope(input.envelope));
    const content = decoded('content', () => contentText(input.content));
    const tracker = trackerOf(envelope);
    const gate = await this.gate.enter(tx, ballotId);
    const { slot, publicKey } = await this.gate.own(tx, ballotId);
    const earlier = await this.store.findByTracker(tx, ballotId, tracker);
    if (earlier?.receipt && earlier.slot === slot) return readReceipt(JSON.parse(earlier.receipt));
    if (envelope.credential !== publicKey) throw new JariError('NOT_YOUR_CREDENTIAL');
    await this.gate.requireOpen(tx, gate);
    const { electionId, credential, revision, ballotHash } = envelope;
    refuseIfFaulty([
      ...(electionId === gate.electionId ? [] : [{ path: 'envelope.electionId', code: 'ENVELOPE_OTHER_ELECTION' }]),
      // A receipt is for what was signed: whoever holds one knows that this very content was taken.
      ...(sha256(content) === ballotHash ? [] : [{ path: 'content', code: 'ENVELOPE_OTHER_CONTENT' }]),
      ...(isSignedNatively('envelope', envelope, publicKey) ? [] : [{ path: 'envelope.signature', code: 'ENVELOPE_SIGNATURE_WRONG' }]),
    ]);
    if (await this.store.has(tx, ballotId, slot, 'TEST', ballotHash)) throw new JariError('BALLOT_TESTED');
    const last = await this.store.lastRevision(tx, ballotId, slot);
    if (revision !== last.revision + 1 || envelope.previousTracker !== last.tracker) throw new JariError('REVISION_WRONG', { expected: last.revision + 1 });
    await tx.execute('INSERT INTO ballot_participation (organization_id, ballot_id, employee_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [tx.organizationId, ballotId, actingEmployeeId(tx)]);
    const boardKey = await this.credentials.signingKey(tx, ballotId, 'BOARD');
    const { head } = await this.board.head(tx, ballotId, electionId);
    const intakeIndex = await this.store.nextIndex(tx, ballotId);
    const receipt: Receipt = signNatively('receipt', { format: 'jari-receipt/1' as const, electionId, credential, revision, ballotHash, tracker, intakeIndex, boardHead: head }, boardKey);
    await this.store.keep(tx, { ballotId, intakeIndex, kind: 'BALLOT', slot, revision, tracker, ballotHash, envelope: canonicalJson(envelope), content, receipt: canonicalJson(receipt) });
    return receipt;
  }

  /**
   * Before a test shows the randomness: this content is never a vote of this slot.
   * @returns its number on the intake. @throws JariError as `cast`, and BALLOT_CAST_BEFORE when it is a vote already
   */
  async test(tx: Tx, ballotId: string, input: unknown): Promise<number> {
    const notice = decoded('notice', () => readTestNotice(input));
    const gate = await this.gate.enter(tx, ballotId);
    const { slot, publicKey } = await this.gate.own(tx, ballotId);
    if (notice.credential !== publicKey) throw new JariError('NOT_YOUR_CREDENTIAL');
    await this.gate.requireOpen(tx, gate);
    refuseIfFaulty([
      ...(notice.electionId === gate.electionId ? [] : [{ path: 'notice.electionId', code: 'ENVELOPE_OTHER_ELECTION' }]),
      ...(isSignedNatively('test', notice, publicKey) ? [] : [{ path: 'notice.signature', code: 'ENVELOPE_SIGNATURE_WRONG' }]),
    ]);
    if (await this.store.has(tx, ballotId, slot, 'BALLOT', notice.ballotHash)) throw new JariError('BALLOT_CAST_BEFORE');
    const intakeIndex = await this.store.nextIndex(tx, ballotId);
    await this.store.keep(tx, { ballotId, intakeIndex, kind: 'TEST', slot, revision: null, tracker: null, ballotHash: notice.ballotHash, envelope: canonicalJson(notice), content: null, receipt: null });
    return intakeIndex;
  }

  /** What the acting voter has cast so far, from which the next revision follows. @throws JariError NOT_ON_ROLL */
  async own(tx: Tx, ballotId: string): Promise<SlotRevision> {
    const { slot } = await this.credentials.own(tx, ballotId);
    return this.store.lastRevision(tx, ballotId, slot);
  }
}
