import { Injectable } from '@nestjs/common';
import { AuditService, Clock, newId, refuseIfFaulty, type Tx } from '#platform';
import type { Fault } from '#contracts';
import type { Ballot } from '../ballot/ballot.entity.js';
import { BallotStore } from '../ballot/ballot-store.js';
import { BallotTrustee } from './trustee.entity.js';

export interface TrusteeInput {
  readonly accountId: string;
  /** With the office, e.g. 감사담당관. */
  readonly name: string;
}

export type TrusteeView = Pick<BallotTrustee, 'trusteeIndex' | 'accountId' | 'name' | 'signingKey' | 'encryptionKey' | 'keysAt'>;

/** Who holds the shares of a ballot's key; each makes the keys on a machine of their own and hands in the public halves. */
@Injectable()
export class TrusteeService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly store: BallotStore,
  ) {}

  list(tx: Tx, ballotId: string): Promise<BallotTrustee[]> {
    return tx.repository(BallotTrustee).find({ where: { organizationId: tx.organizationId, ballotId }, order: { trusteeIndex: 'ASC' } });
  }

  /**
   * Names all trustees anew, in the order of their indices; keys handed in before are void.
   * @throws JariError VALIDATION_FAILED with every fault, BALLOT_WRONG_STATE, ROLL_CLOSED
   */
  async appoint(tx: Tx, ballotId: string, trustees: readonly TrusteeInput[]): Promise<TrusteeView[]> {
    const ballot = await this.store.lock(tx, ballotId);
    if (ballot.state !== 'DRAFT') this.store.requireRollOpen(ballot);
    refuseIfFaulty(await this.faultsOf(tx, ballot, trustees));
    const repository = tx.repository(BallotTrustee);
    await repository.delete({ organizationId: tx.organizationId, ballotId });
    await repository.insert(trustees.map(({ accountId, name }, at) => ({ organizationId: tx.organizationId, id: newId(), ballotId, trusteeIndex: at + 1, accountId, name })));
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
      ...(trustees.length < threshold ? [{ path: 'trustees', code: 'TRUSTEES_TOO_FEW', params: { threshold } }] : []),
      ...accounts.flatMap((accountId, at) => [
        ...(known.has(accountId) ? [] : [{ path: `trustees[${at}].accountId`, code: 'TRUSTEE_ROLE_MISSING' }]),
        ...(accounts.indexOf(accountId) < at ? [{ path: `trustees[${at}].accountId`, code: 'validation.duplicate' }] : []),
      ]),
    ];
  }
}
