import { Injectable } from '@nestjs/common';
import { canonicalJson, credentialOf, isSignedBy, newCredentialSecret, signReissue, type Reissue } from '#ballot-box';
import type { Fault } from '#contracts';
import { AuditService, foundOr404, JariError, refuseIfFaulty, type Tx } from '#platform';
import { BallotStore } from '../ballot/ballot-store.js';
import type { Ballot } from '../ballot/ballot.entity.js';
import { BoardStore } from '../board/board-store.js';
import { isPublicSigningKey } from '../support/key-text.js';
import { CredentialReissue } from './credential-reissue.entity.js';
import { CredentialStore, type CurrentCredential } from './credential-store.js';
import { CredentialService } from './credential.service.js';

export type ReissueInput = Omit<Reissue, 'format' | 'electionId'>;

/** Lost credentials replaced by the registrar, as entries of the board that everybody counts. */
@Injectable()
export class ReissueService {
  constructor(
    private readonly audit: AuditService,
    private readonly store: BallotStore,
    private readonly board: BoardStore,
    private readonly credentials: CredentialService,
    private readonly keys: CredentialStore,
  ) {}

  /**
   * A re-issue that a separate registrar has signed.
   * @throws JariError VALIDATION_FAILED, CREDENTIALS_BUILT_IN, CREDENTIAL_NOT_FOUND, REISSUE_OUTDATED when the slot has voted after `lastIntakeIndex`,
   *   BALLOT_WRONG_STATE
   */
  async take(tx: Tx, ballotId: string, input: ReissueInput): Promise<void> {
    const ballot = await this.begin(tx, ballotId);
    if (ballot.credentialMode === 'BUILT_IN') throw new JariError('CREDENTIALS_BUILT_IN');
    const current = foundOr404(await this.lock(tx, ballotId, input.slot), 'CREDENTIAL_NOT_FOUND');
    const reissue: Reissue = { format: 'jari-reissue/1', electionId: ballot.electionId ?? '', ...input };
    refuseIfFaulty(await this.faultsOf(tx, ballot, current, reissue));
    await this.enter(tx, ballot, current, reissue);
  }

  /** Where the product issues credentials itself: a new secret for the voter. @throws JariError CREDENTIALS_NOT_BUILT_IN, CREDENTIAL_NOT_FOUND, BALLOT_WRONG_STATE */
  async issueAnew(tx: Tx, ballotId: string, employeeId: string, reason: Reissue['reason']): Promise<void> {
    const ballot = await this.begin(tx, ballotId);
    if (ballot.credentialMode !== 'BUILT_IN') throw new JariError('CREDENTIALS_NOT_BUILT_IN');
    const { slot } = foundOr404(await this.keys.ofEmployee(tx, ballotId, employeeId), 'CREDENTIAL_NOT_FOUND');
    const current = foundOr404(await this.lock(tx, ballotId, slot), 'CREDENTIAL_NOT_FOUND');
    const secret = newCredentialSecret();
    const registrar = await this.credentials.signingKey(tx, ballotId, 'REGISTRAR');
    const reissue = signReissue({
      electionId: ballot.electionId ?? '', slot, oldKey: current.publicKey, newKey: credentialOf(ballotId, secret).publicKey, lastIntakeIndex: await this.taken(tx, ballotId), reason,
    }, registrar);
    await tx.execute('DELETE FROM ballot_credential_holder WHERE organization_id = $1 AND ballot_id = $2 AND employee_id = $3', [tx.organizationId, ballotId, employeeId]);
    await tx.execute('INSERT INTO ballot_credential_holder (organization_id, ballot_id, employee_id, slot, secret) VALUES ($1, $2, $3, $4, $5)', [tx.organizationId, ballotId, employeeId, slot, secret]);
    await this.enter(tx, ballot, current, reissue);
  }

  private async begin(tx: Tx, ballotId: string): Promise<Ballot> {
    await this.board.lock(tx, ballotId);
    const ballot = await this.store.lock(tx, ballotId);
    this.store.requireState(ballot, 'PREPARED', 'OPEN');
    return ballot;
  }

  private async lock(tx: Tx, ballotId: string, slot: number): Promise<CurrentCredential | undefined> {
    await this.keys.lockSlot(tx, ballotId, slot);
    return this.keys.ofSlot(tx, ballotId, slot);
  }

  private async taken(tx: Tx, ballotId: string, slot: number | null = null): Promise<number> {
    const row = await tx.one<{ last: number | null }>(
      'SELECT max(intake_index) AS last FROM ballot_intake WHERE organization_id = $1 AND ballot_id = $2 AND ($3::int IS NULL OR slot = $3)', [tx.organizationId, ballotId, slot]);
    return row?.last ?? 0;
  }

  private async faultsOf(tx: Tx, { id, registrarKey }: Ballot, current: CurrentCredential, reissue: Reissue): Promise<readonly Fault[]> {
    const { oldKey, newKey, slot, lastIntakeIndex } = reissue;
    if (!isPublicSigningKey(newKey)) return [{ path: 'newKey', code: 'KEY_MALFORMED' }];
    const all = await this.taken(tx, id);
    // Everything the old key has a receipt for must still count.
    if (await this.taken(tx, id, slot) > lastIntakeIndex || lastIntakeIndex > all) throw new JariError('REISSUE_OUTDATED', { taken: all });
    return [
      ...(oldKey === current.publicKey ? [] : [{ path: 'oldKey', code: 'REISSUE_OLD_KEY' }]),
      ...(await this.keys.isTaken(tx, id, newKey) ? [{ path: 'newKey', code: 'validation.duplicate' }] : []),
      ...(isSignedBy('reissue', reissue, registrarKey ?? '') ? [] : [{ path: 'signature', code: 'SIGNATURE_WRONG' }]),
    ];
  }

  private async enter(tx: Tx, { id, electionId }: Ballot, { slot, reissues }: CurrentCredential, reissue: Reissue): Promise<void> {
    await tx.repository(CredentialReissue).insert({ organizationId: tx.organizationId, ballotId: id, slot, sequence: reissues + 1, newKey: reissue.newKey, reissue: canonicalJson(reissue) });
    await this.board.enterReissue(tx, id, electionId ?? '', reissue);
    await this.audit.record(tx, { action: 'ballot.reissueCredential', subjectType: 'ballot', subjectId: id, after: { slot, sequence: reissues + 1, reason: reissue.reason } });
  }
}
