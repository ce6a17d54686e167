import { Injectable } from '@nestjs/common';
import { PositionService } from '#organization';
import { AuditService, Clock, JariError, newId, type Tx } from '#platform';
import { RollService } from '../roll/roll.service.js';
import { actingAccountId } from '../support/actor.js';
import { requireSound, type BallotInput } from './ballot-input.js';
import { UNDER_WAY, type BallotState } from './ballot-state.js';
import { BallotStore } from './ballot-store.js';
import { Ballot } from './ballot.entity.js';

export interface BallotStateStep {
  readonly fromState: BallotState | null;
  readonly toState: BallotState;
  readonly reason: string | null;
  readonly occurredAt: Date;
}

/** A ballot from its draft to its announcement, and its end before a result. */
@Injectable()
export class BallotService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly store: BallotStore,
    private readonly positions: PositionService,
    private readonly roll: RollService,
  ) {}

  /** @throws JariError VALIDATION_FAILED, POSITION_NOT_OPEN, BALLOT_ALREADY_UNDER_WAY, BALLOT_NOT_REPLACEABLE */
  async create(tx: Tx, input: BallotInput): Promise<Ballot> {
    const ballot = Object.assign(new Ballot(), {
      organizationId: tx.organizationId, id: newId(), state: 'DRAFT', version: 0, rollClosedAt: null, rollSize: null, rollHash: null, rollSalt: null, registrarKey: null, registrarSignature: null, specification: null, electionId: null, closeRecord: null, result: null, firstEndorsedAt: null,
      createdAt: this.clock.now(), createdByAccountId: actingAccountId(tx),
    });
    await this.fill(tx, ballot, input);
    await this.store.save(tx, ballot);
    await this.store.remember(tx, ballot.id, null, 'DRAFT', null);
    await this.audit.record(tx, { action: 'ballot.create', subjectType: 'ballot', subjectId: ballot.id, after: { positionId: ballot.positionId } });
    return ballot;
  }

  /** @throws as `create`, and JariError STALE_VERSION, BALLOT_WRONG_STATE once it is announced */
  async change(tx: Tx, id: string, version: number, input: BallotInput): Promise<Ballot> {
    const ballot = await this.store.lock(tx, id);
    this.store.requireState(ballot, 'DRAFT');
    if (ballot.version !== version) throw new JariError('STALE_VERSION', { current: ballot.version });
    await this.fill(tx, ballot, input);
    await this.store.save(tx, ballot);
    await this.audit.record(tx, { action: 'ballot.change', subjectType: 'ballot', subjectId: id, after: { version: ballot.version } });
    return ballot;
  }

  /** Ballots, the newest first; drafts are for those who set them up. */
  async list(tx: Tx, withDrafts: boolean): Promise<Ballot[]> {
    const ballots = await tx.repository(Ballot).find({ where: { organizationId: tx.organizationId }, order: { opensAt: 'DESC', id: 'ASC' } });
    return withDrafts ? ballots : ballots.filter(({ state }) => state !== 'DRAFT');
  }

  /** @throws JariError BALLOT_NOT_FOUND */
  async find(tx: Tx, id: string, withDrafts: boolean): Promise<Ballot> {
    const ballot = await this.store.find(tx, id);
    if (ballot.state === 'DRAFT' && !withDrafts) throw new JariError('BALLOT_NOT_FOUND');
    return ballot;
  }

  /** Every change of state with its reason, oldest first; who made it stands in the audit log. */
  async history(tx: Tx, id: string, withDrafts: boolean): Promise<BallotStateStep[]> {
    await this.find(tx, id, withDrafts);
    return tx.query<BallotStateStep>(
      `SELECT from_state AS "fromState", to_state AS "toState", reason, occurred_at AS "occurredAt" FROM ballot_state_change
       WHERE organization_id = $1 AND ballot_id = $2 ORDER BY occurred_at, ctid`, [tx.organizationId, id]);
  }

  /**
   * Makes the ballot known: nominations begin, the roll of today stands open to objections, and a ballot that this one replaces
   * is superseded.
   * @throws JariError BALLOT_NOT_READY when a deadline has passed, BALLOT_WRONG_STATE
   */
  async announce(tx: Tx, id: string): Promise<Ballot> {
    const ballot = await this.store.lock(tx, id);
    const now = this.clock.now();
    const passed = (['nominationsUntil', 'appealsUntil'] as const).filter((path) => ballot[path] <= now);
    if (ballot.state === 'DRAFT' && passed.length > 0) throw new JariError('BALLOT_NOT_READY', {}, passed.map((path) => ({ path, code: 'BALLOT_DEADLINE_PASSED' })));
    await this.store.move(tx, ballot, 'NOMINATING');
    if (ballot.replacesBallotId !== null) await this.store.move(tx, await this.store.lock(tx, ballot.replacesBallotId), 'SUPERSEDED');
    await this.roll.draw(tx, ballot);
    return ballot;
  }

  /** Calls the ballot off for a published reason; its ballots are then never decrypted. @throws JariError BALLOT_ENDORSED, BALLOT_WRONG_STATE, BALLOT_REASON_REQUIRED */
  async cancel(tx: Tx, id: string, reason: string): Promise<Ballot> {
    const ballot = await this.store.lock(tx, id);
    if (ballot.firstEndorsedAt !== null) throw new JariError('BALLOT_ENDORSED');
    await this.store.move(tx, ballot, 'CANCELLED', reason);
    return ballot;
  }

  private async fill(tx: Tx, ballot: Ballot, input: BallotInput): Promise<void> {
    requireSound(input);
    const [post] = await this.positions.list(tx, { on: input.effectiveOn, positionIds: [input.positionId] });
    if (post === undefined) throw new JariError('POSITION_NOT_OPEN');
    await this.refuseSecond(tx, ballot.id, input);
    Object.assign(ballot, input);
  }

  /** One ballot over a post at a time. A runoff or repeat names the one it replaces. */
  private async refuseSecond(tx: Tx, id: string, { positionId, replacesBallotId }: BallotInput): Promise<void> {
    const other = await tx.one(
      'SELECT 1 FROM ballot WHERE organization_id = $1 AND position_id = $2 AND id <> $3 AND state = ANY($4::text[])', [tx.organizationId, positionId, id, UNDER_WAY]);
    if (other) throw new JariError('BALLOT_ALREADY_UNDER_WAY');
    if (replacesBallotId === null) return;
    const replaced = await this.store.find(tx, replacesBallotId);
    if (replaced.positionId !== positionId || (replaced.state !== 'TALLIED' && replaced.state !== 'FAILED')) throw new JariError('BALLOT_NOT_REPLACEABLE');
  }
}
