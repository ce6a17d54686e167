import { Injectable } from '@nestjs/common';
import { canonicalJson, readTestNotice, type Receipt } from '#ballot-box';
import { JariError, refuseIfFaulty, type Tx, type WorkContext } from '#platform';
import { CredentialService } from '../credential/credential.service.js';
import { isSignedNatively } from '../support/native-signatures.js';
import { decoded, readCast, type CastInput } from './cast.js';
import { CastGathering } from './cast-gathering.js';
import { IntakeGate } from './intake-gate.js';
import { IntakeStore, type SlotRevision } from './intake-store.js';

/** Takes encrypted ballots. Proofs are checked later, and a ballot that does not hold is refused in public. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly gate: IntakeGate,
    private readonly store: IntakeStore,
    private readonly gathering: CastGathering,
    private readonly credentials: CredentialService,
  ) {}

  /**
   * Resolves after the commit, so that what has a receipt is never lost; it opens its own transaction, which it shares with
   * whoever casts at the same moment. The same envelope again gives the same receipt, also after the close.
   * @throws JariError VALIDATION_FAILED, BALLOT_NOT_OPEN, NOT_ON_ROLL, NOT_AN_EMPLOYEE, NOT_YOUR_CREDENTIAL, BALLOT_TESTED, REVISION_WRONG
   */
  async cast({ organizationId, actor }: WorkContext, ballotId: string, input: CastInput): Promise<Receipt> {
    if (actor.kind !== 'PERSON' || actor.employeeId === null) throw new JariError('NOT_AN_EMPLOYEE');
    return this.gathering.cast(organizationId, ballotId, readCast(actor.employeeId, input));
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
    (await this.gate.openness(tx))(gate);
    refuseIfFaulty([
      ...(notice.electionId === gate.electionId ? [] : [{ path: 'notice.electionId', code: 'ENVELOPE_OTHER_ELECTION' }]),
      ...(isSignedNatively('test', notice, publicKey) ? [] : [{ path: 'notice.signature', code: 'ENVELOPE_SIGNATURE_WRONG' }]),
    ]);
    if (await this.store.hasCast(tx, ballotId, slot, notice.ballotHash)) throw new JariError('BALLOT_CAST_BEFORE');
    const intakeIndex = await this.store.nextIndexes(tx, ballotId, 1);
    await this.store.keep(tx, [{ ballotId, intakeIndex, kind: 'TEST', slot, revision: null, tracker: null, ballotHash: notice.ballotHash, envelope: canonicalJson(notice), content: null, receipt: null }]);
    return intakeIndex;
  }

  /** What the acting voter has cast so far, from which the next revision follows. @throws JariError NOT_ON_ROLL */
  async own(tx: Tx, ballotId: string): Promise<SlotRevision> {
    const { slot } = await this.credentials.own(tx, ballotId);
    return this.store.lastRevision(tx, ballotId, slot);
  }
}
