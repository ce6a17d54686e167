import { Injectable } from '@nestjs/common';
import { AuditService, Clock, JariError, newId, type Tx } from '#platform';
import { BallotNotices } from '../notice/ballot-notice.service.js';
import { actingAccountId, actingSystemName } from '../support/actor.js';
import { BALLOT_LIFECYCLE, needsReason, type BallotState } from './ballot-state.js';
import { Ballot } from './ballot.entity.js';

/** Finding, locking and moving ballots: the one place where a state changes. */
@Injectable()
export class BallotStore {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly notices: BallotNotices,
  ) {}

  /** @throws JariError BALLOT_NOT_FOUND */
  async find(tx: Tx, id: string): Promise<Ballot> {
    const ballot = await tx.repository(Ballot).findOneBy({ organizationId: tx.organizationId, id });
    if (ballot === null) throw new JariError('BALLOT_NOT_FOUND');
    return ballot;
  }

  /** Finds the ballot and keeps everybody else from changing it until the transaction ends. @throws JariError BALLOT_NOT_FOUND */
  async lock(tx: Tx, id: string): Promise<Ballot> {
    const ballot = await tx.repository(Ballot).findOne({ where: { organizationId: tx.organizationId, id }, lock: { mode: 'pessimistic_write' } });
    if (ballot === null) throw new JariError('BALLOT_NOT_FOUND');
    return ballot;
  }

  /** @throws JariError BALLOT_WRONG_STATE */
  requireState(ballot: Ballot, ...states: readonly BallotState[]): void {
    if (!states.includes(ballot.state)) throw new JariError('BALLOT_WRONG_STATE', { state: ballot.state });
  }

  /** For changes of candidates and roll. @throws JariError BALLOT_WRONG_STATE, ROLL_CLOSED */
  requireRollOpen(ballot: Ballot): void {
    this.requireState(ballot, 'NOMINATING');
    if (ballot.rollClosedAt !== null) throw new JariError('ROLL_CLOSED');
  }

  /** For credentials and key generation, which come after the roll and before the specification. @throws JariError BALLOT_WRONG_STATE, ROLL_NOT_CLOSED, SPECIFICATION_FIXED */
  requireBetweenRollAndSpecification(ballot: Ballot): void {
    this.requireBeforeSpecification(ballot);
    if (ballot.rollClosedAt === null) throw new JariError('ROLL_NOT_CLOSED');
  }

  /** @throws JariError BALLOT_WRONG_STATE, SPECIFICATION_FIXED */
  requireBeforeSpecification(ballot: Ballot): void {
    this.requireState(ballot, 'NOMINATING');
    if (ballot.specification !== null) throw new JariError('SPECIFICATION_FIXED');
  }

  async save(tx: Tx, ballot: Ballot): Promise<void> {
    ballot.version += 1;
    await tx.repository(Ballot).save(ballot);
  }

  /**
   * Moves a locked ballot, keeps the history with its reason, tells whom it concerns and writes the audit row. Other changes made to it are saved too.
   * @throws JariError BALLOT_WRONG_STATE, BALLOT_REASON_REQUIRED
   */
  async move(tx: Tx, ballot: Ballot, to: BallotState, reason: string | null = null): Promise<void> {
    const from = ballot.state;
    if (!BALLOT_LIFECYCLE.allows(from, to)) throw new JariError('BALLOT_WRONG_STATE', { state: from });
    if (needsReason(to) && (reason === null || reason.trim() === '')) throw new JariError('BALLOT_REASON_REQUIRED');
    ballot.state = to;
    await this.save(tx, ballot);
    await this.remember(tx, ballot.id, from, to, reason);
    await this.notices.tellOfMove(tx, ballot.id, to);
    await this.audit.record(tx, { action: 'ballot.move', subjectType: 'ballot', subjectId: ballot.id, before: { state: from }, after: { state: to } });
  }

  /** A line in the ballot's own history. */
  async remember(tx: Tx, ballotId: string, from: BallotState | null, to: BallotState, reason: string | null): Promise<void> {
    await tx.execute(
      `INSERT INTO ballot_state_change (organization_id, id, ballot_id, from_state, to_state, reason, occurred_at, actor_account_id, actor_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [tx.organizationId, newId(), ballotId, from, to, reason, this.clock.now(), actingAccountId(tx), actingSystemName(tx)],
    );
  }
}
