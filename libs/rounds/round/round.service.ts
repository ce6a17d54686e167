import { Injectable } from '@nestjs/common';
import { AuditService, Clock, JariError, koreanDate, newId, newToken, type Tx } from '#platform';
import { CriteriaService } from '../criteria/criteria.service.js';
import type { FrozenCriteria } from '../criteria/frozen-criteria.js';
import { FactCheckService } from '../participant/fact-check.service.js';
import { RecusalGuard } from '../recusal/recusal-guard.js';
import { SeatCatalogueService } from '../seat/seat-catalogue.service.js';
import { SnapshotService } from '../snapshot/snapshot.service.js';
import { actingAccountId } from '../support/actor.js';
import { PlacementRound } from './placement-round.entity.js';
import { noticeFaults, requireOrderedDates, type RoundInput } from './round-input.js';
import { RoundRewind } from './round-rewind.js';
import { RoundStore } from './round-store.js';
import { WAY_BACK, WAY_BACK_OF_HR, type RoundState } from './round-state.js';
import { RoundTimetable } from './round-timetable.js';

export interface StateChange {
  readonly fromState: RoundState | null;
  readonly toState: RoundState;
  readonly reason: string | null;
  readonly occurredAt: Date;
}

/** A round from its draft to the close of filing, and back. */
@Injectable()
export class RoundService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly store: RoundStore,
    private readonly criteria: CriteriaService,
    private readonly seats: SeatCatalogueService,
    private readonly snapshots: SnapshotService,
    private readonly timetable: RoundTimetable,
    private readonly rewind: RoundRewind,
    private readonly recusals: RecusalGuard,
    private readonly facts: FactCheckService,
  ) {}

  async create(tx: Tx, input: RoundInput): Promise<PlacementRound> {
    const round = Object.assign(new PlacementRound(), {
      organizationId: tx.organizationId, id: newId(), state: 'DRAFT', version: 0, adoptedRunId: null, adoptionReason: null, adoptionResolutionNumber: null,
      approvedAt: null, approvedByAccountId: null, issuedOn: null, snapshotAt: null, createdAt: this.clock.now(), createdByAccountId: actingAccountId(tx),
      seed: newToken(),
    });
    this.fill(round, input);
    await this.store.save(tx, round);
    await this.store.remember(tx, round.id, null, 'DRAFT', null);
    await this.audit.record(tx, { action: 'round.create', subjectType: 'round', subjectId: round.id, after: { name: round.name, kind: round.kind } });
    return round;
  }

  /** @throws JariError STALE_VERSION, ROUND_WRONG_STATE once it is noticed */
  async change(tx: Tx, id: string, version: number, input: RoundInput): Promise<PlacementRound> {
    const round = await this.store.lock(tx, id);
    this.store.requireState(round, 'DRAFT');
    if (round.version !== version) throw new JariError('STALE_VERSION', { current: round.version });
    this.fill(round, input);
    await this.store.save(tx, round);
    await this.audit.record(tx, { action: 'round.change', subjectType: 'round', subjectId: id, after: { version: round.version } });
    return round;
  }

  /** Rounds, the newest first; drafts are for HR only. */
  async list(tx: Tx, withDrafts: boolean): Promise<PlacementRound[]> {
    const rounds = await tx.repository(PlacementRound).find({ where: { organizationId: tx.organizationId }, order: { effectiveOn: 'DESC', createdAt: 'DESC' } });
    return withDrafts ? rounds : rounds.filter(({ state }) => state !== 'DRAFT');
  }

  /** @throws JariError ROUND_NOT_FOUND */
  async find(tx: Tx, id: string, withDrafts: boolean): Promise<PlacementRound> {
    const round = await this.store.find(tx, id);
    if (round.state === 'DRAFT' && !withDrafts) throw new JariError('ROUND_NOT_FOUND');
    return round;
  }

  /** Every change of state with its reason, oldest first; who made it stands in the audit log. */
  async history(tx: Tx, id: string, withDrafts: boolean): Promise<StateChange[]> {
    await this.find(tx, id, withDrafts);
    return tx.query<StateChange>(
      `SELECT from_state AS "fromState", to_state AS "toState", reason, occurred_at AS "occurredAt" FROM round_state_change
       WHERE organization_id = $1 AND round_id = $2 ORDER BY occurred_at, ctid`, [tx.organizationId, id]);
  }

  /**
   * Announces the round (인사예고): criteria, posts and seed are frozen and the timetable runs. Criteria for grade 6 and above
   * need the personnel committee's prior resolution and a notice (지방공무원법 §8).
   * @throws JariError ROUND_NOT_READY with everything that is missing, IMPOSSIBLE_TRANSITION
   */
  async announce(tx: Tx, id: string): Promise<PlacementRound> {
    const round = await this.store.lock(tx, id);
    const faults = noticeFaults(round, this.clock.today());
    if (faults.length > 0) throw new JariError('ROUND_NOT_READY', {}, faults);
    round.criteria = await this.criteria.freeze(tx, round.cutOffOn, round.criteria as FrozenCriteria);
    await this.store.move(tx, round, 'NOTICED');
    await this.seats.build(tx, round);
    await this.timetable.planOpening(tx, round);
    await this.timetable.planClosing(tx, round);
    return round;
  }

  async open(tx: Tx, id: string): Promise<PlacementRound> {
    const round = await this.store.lock(tx, id);
    if (round.state === 'NOTICED' && this.clock.now() < round.opensAt) throw new JariError('ROUND_NOT_YET_OPENING', { at: round.opensAt.toISOString() });
    await this.store.move(tx, round, 'OPEN');
    return round;
  }

  /** Ends filing and takes the snapshot in the same transaction: what was filed by the deadline counts, however late this comes. */
  async close(tx: Tx, id: string): Promise<PlacementRound> {
    const round = await this.store.lock(tx, id);
    if (round.state === 'OPEN' && this.clock.now() < round.closesAt) throw new JariError('ROUND_NOT_YET_CLOSING', { at: round.closesAt.toISOString() });
    await this.store.move(tx, round, 'CLOSED');
    await this.snapshots.take(tx, round);
    await this.store.save(tx, round);
    await this.facts.remind(tx, round);
    return round;
  }

  /**
   * One step back, with a reason that everyone concerned sees.
   * @param closesAt the new deadline, needed when filing is reopened
   * @throws JariError ROUND_NO_WAY_BACK, PERMISSION_DENIED, OFFICER_RECUSED, ROUND_REASON_REQUIRED, ROUND_DATES_DISORDERED
   */
  async goBack(tx: Tx, id: string, reason: string, closesAt: Date | null): Promise<PlacementRound> {
    const round = await this.store.lock(tx, id);
    const to = WAY_BACK[round.state];
    if (to === undefined) throw new JariError('ROUND_NO_WAY_BACK', { state: round.state });
    if (!WAY_BACK_OF_HR.includes(round.state)) throw new JariError('PERMISSION_DENIED');
    await this.recusals.requireFreeOf(tx, id, []);
    if (to === 'OPEN') {
      if (closesAt === null || closesAt <= this.clock.now() || koreanDate(closesAt) > round.resultsOn) throw new JariError('ROUND_DATES_DISORDERED');
      round.closesAt = closesAt;
    }
    await this.rewind.undo(tx, round, to);
    await this.store.move(tx, round, to, reason);
    if (to === 'OPEN') await this.timetable.planClosing(tx, round);
    return round;
  }

  /**
   * Calls the round off. What the mayor approved, the mayor alone calls off (지방공무원법 §6: the appointing authority); before
   * that it is HR's to do.
   * @throws JariError PERMISSION_DENIED, OFFICER_RECUSED, IMPOSSIBLE_TRANSITION, ROUND_REASON_REQUIRED
   */
  async cancel(tx: Tx, id: string, reason: string): Promise<PlacementRound> {
    const round = await this.store.lock(tx, id);
    const { actor } = tx.context;
    if (actor.kind === 'PERSON' && !actor.roles.includes(round.state === 'APPROVED' ? 'MAYOR' : 'HR_OFFICER')) throw new JariError('PERMISSION_DENIED');
    await this.recusals.requireFreeOf(tx, id, []);
    await this.rewind.withdrawProposals(tx, round);
    await this.store.move(tx, round, 'CANCELLED', reason);
    return round;
  }

  private fill(round: PlacementRound, input: RoundInput): void {
    requireOrderedDates(input, koreanDate);
    const { criteria, criteriaBasis, seed, ...rest } = input;
    Object.assign(round, rest, { seed: seed ?? round.seed, criteria: this.criteria.forRound(criteria, criteriaBasis) });
  }
}
