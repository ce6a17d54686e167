import { Injectable } from '@nestjs/common';
import { fingerprintOf } from '#ballot-box';
import { AuditService, Clock, foundOr404, JariError, newId, refuseIfFaulty, type Tx } from '#platform';
import type { Fault } from '#contracts';
import type { Ballot } from '../ballot/ballot.entity.js';
import { BallotStore } from '../ballot/ballot-store.js';
import { BallotNotices } from '../notice/ballot-notice.service.js';
import { actingAccountId } from '../support/actor.js';
import { isEncryptionKey, isPublicSigningKey } from '../support/key-text.js';
import { BallotTrustee } from './trustee.entity.js';

export interface TrusteeInput {
  readonly accountId: string;
  /** With the office, e.g. 감사담당관. */
  readonly name: string;
}

export interface TrusteeKeysInput {
  readonly signingKey: string;
  readonly encryptionKey: string;
  /** Where ties go by lot. */
  readonly lotCommitment: string | null;
}

export interface TrusteeView extends Pick<BallotTrustee, 'trusteeIndex' | 'accountId' | 'name' | 'signingKey' | 'encryptionKey' | 'lotCommitment' | 'keysAt'> {
  /** To be compared outside this server, read out or printed; null without keys. */
  readonly fingerprint: string | null;
  /** Whether the account that asks is this trustee's. */
  readonly isOwn: boolean;
}

/** Who holds the shares of a ballot's key; each makes the keys on a machine of their own and hands in the public halves. */
@Injectable()
export class TrusteeService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly store: BallotStore,
    private readonly notices: BallotNotices,
  ) {}

  async list(tx: Tx, ballotId: string): Promise<TrusteeView[]> {
    const rows = await tx.repository(BallotTrustee).find({ where: { organizationId: tx.organizationId, ballotId }, order: { trusteeIndex: 'ASC' } });
    return rows.map(({ trusteeIndex, accountId, name, signingKey, encryptionKey, lotCommitment, keysAt }) => ({
      trusteeIndex, accountId, name, signingKey, encryptionKey, lotCommitment, keysAt, isOwn: accountId === actingAccountId(tx),
      fingerprint: signingKey === null || encryptionKey === null ? null : fingerprintOf({ signingKey, encryptionKey }),
    }));
  }

  /** The trustee whose account acts. @throws JariError NOT_A_TRUSTEE */
  async acting(tx: Tx, ballotId: string): Promise<BallotTrustee> {
    const accountId = actingAccountId(tx);
    if (accountId === null) throw new JariError('NOT_A_TRUSTEE');
    return foundOr404(await tx.repository(BallotTrustee).findOneBy({ organizationId: tx.organizationId, ballotId, accountId }), 'NOT_A_TRUSTEE');
  }

  /**
   * A trustee's public keys, once; whoever wants others is named anew.
   * @throws JariError NOT_A_TRUSTEE, TRUSTEE_KEYS_FIXED, VALIDATION_FAILED, BALLOT_WRONG_STATE, SPECIFICATION_FIXED
   */
  async handInKeys(tx: Tx, ballotId: string, { signingKey, encryptionKey, lotCommitment }: TrusteeKeysInput): Promise<TrusteeView[]> {
    const ballot = await this.store.lock(tx, ballotId);
    this.store.requireBeforeSpecification(ballot);
    const trustee = await this.acting(tx, ballotId);
    if (trustee.keysAt !== null) throw new JariError('TRUSTEE_KEYS_FIXED');
    const others = await this.list(tx, ballotId);
    refuseIfFaulty([
      ...(isPublicSigningKey(signingKey) ? [] : [{ path: 'signingKey', code: 'KEY_MALFORMED' }]),
      ...(isEncryptionKey(ballot.cryptoGroup, encryptionKey) ? [] : [{ path: 'encryptionKey', code: 'KEY_MALFORMED' }]),
      ...(others.some((other) => other.signingKey === signingKey || other.encryptionKey === encryptionKey) ? [{ path: 'signingKey', code: 'validation.duplicate' }] : []),
      ...(ballot.tieRule === 'lot' && lotCommitment === null ? [{ path: 'lotCommitment', code: 'validation.required' }] : []),
    ]);
    await tx.repository(BallotTrustee).save(Object.assign(trustee, { signingKey, encryptionKey, lotCommitment: ballot.tieRule === 'lot' ? lotCommitment : null, keysAt: this.clock.now() }));
    if (others.every((other) => other.keysAt !== null || other.trusteeIndex === trustee.trusteeIndex)) await this.notices.tell(tx, ballotId, 'KEYGEN_DUE');
    await this.audit.record(tx, { action: 'trustee.handInKeys', subjectType: 'ballot', subjectId: ballotId, after: { trusteeIndex: trustee.trusteeIndex } });
    return this.list(tx, ballotId);
  }

  /**
   * Names all trustees anew, in the order of their indices; their keys and what they said in a key generation are void.
   * @throws JariError VALIDATION_FAILED with every fault, BALLOT_WRONG_STATE, SPECIFICATION_FIXED
   */
  async appoint(tx: Tx, ballotId: string, trustees: readonly TrusteeInput[]): Promise<TrusteeView[]> {
    const ballot = await this.store.lock(tx, ballotId);
    if (ballot.state !== 'DRAFT') this.store.requireBeforeSpecification(ballot);
    refuseIfFaulty(await this.faultsOf(tx, ballot, trustees));
    await tx.execute('DELETE FROM ballot_keygen_message WHERE organization_id = $1 AND ballot_id = $2', [tx.organizationId, ballotId]);
    const repository = tx.repository(BallotTrustee);
    await repository.delete({ organizationId: tx.organizationId, ballotId });
    await repository.insert(trustees.map(({ accountId, name }, at) => ({ organizationId: tx.organizationId, id: newId(), ballotId, trusteeIndex: at + 1, accountId, name })));
    await this.notices.tell(tx, ballotId, 'KEYS_DUE');
    await this.audit.record(tx, { action: 'trustee.appoint', subjectType: 'ballot', subjectId: ballotId, after: { accounts: trustees.map(({ accountId }) => accountId) } });
    return this.list(tx, ballotId);
  }

  private async faultsOf(tx: Tx, { threshold }: Ballot, trustees: readonly TrusteeInput[]): Promise<readonly Fault[]> {
    const holders = await tx.query<{ id: string }>(
      `SELECT DISTINCT account_id AS id FROM role_grant
       WHERE organization_id = $1 AND role = 'TRUSTEE' AND account_id = ANY($2::uuid[]) AND valid_from <= $3 AND (valid_to IS NULL OR valid_to > $3)`,
      [tx.organizationId, trustees.map(({ accountId }) => accountId), this.clock.today()],
    );
    const known = new Set(holders.map(({ id }) => id));
    const accounts = trustees.map(({ accountId }) => accountId);
    return [
      ...(new Set(trustees.map(({ name }) => name)).size < trustees.length ? [{ path: 'trustees', code: 'TRUSTEE_NAMES_EQUAL' }] : []),
      ...(trustees.length < threshold ? [{ path: 'trustees', code: 'TRUSTEES_TOO_FEW', params: { threshold } }] : []),
      ...accounts.flatMap((accountId, at) => [
        ...(known.has(accountId) ? [] : [{ path: `trustees[${at}].accountId`, code: 'TRUSTEE_ROLE_MISSING' }]),
        ...(accounts.indexOf(accountId) < at ? [{ path: `trustees[${at}].accountId`, code: 'validation.duplicate' }] : []),
      ]),
    ];
  }
}
