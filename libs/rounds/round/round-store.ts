import { Injectable } from '@nestjs/common';
import { AuditService, Clock, JariError, newId, type Tx } from '#platform';
import { FilingStopService } from '#preferences';
import type { NoticeKind } from '../notice/notice-kind.js';
import { NoticeService } from '../notice/notice.service.js';
import { actingAccountId, actingSystemName } from '../support/actor.js';
import { PlacementRound } from './placement-round.entity.js';
import { needsReason, ROUND_LIFECYCLE, type RoundState } from './round-state.js';

/** Filed lists count as they stand at the deadline, even when a round is opened or closed late. */
const WAITS_FOR_DEADLINE: readonly RoundState[] = ['NOTICED', 'OPEN'];

const NOTICE_OF: Readonly<Partial<Record<RoundState, NoticeKind>>> = { NOTICED: 'ROUND_NOTICED', OPEN: 'ROUND_OPENED', CLOSED: 'ROUND_CLOSED' };
const NOTICE_OF_WAY_BACK: Readonly<Partial<Record<RoundState, NoticeKind>>> = { OPEN: 'ROUND_REOPENED', CANCELLED: 'ROUND_CANCELLED' };

/** Finding, locking and moving rounds: the one place where a state changes. */
@Injectable()
export class RoundStore {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly notices: NoticeService,
    private readonly filingStops: FilingStopService,
  ) {}

  /** @throws JariError ROUND_NOT_FOUND */
  async find(tx: Tx, id: string): Promise<PlacementRound> {
    const round = await tx.repository(PlacementRound).findOneBy({ organizationId: tx.organizationId, id });
    if (round === null) throw new JariError('ROUND_NOT_FOUND');
    return round;
  }

  /** Finds the round and keeps everybody else from changing it until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<PlacementRound> {
    const round = await tx.repository(PlacementRound).findOne({ where: { organizationId: tx.organizationId, id }, lock: { mode: 'pessimistic_write' } });
    if (round === null) throw new JariError('ROUND_NOT_FOUND');
    return round;
  }

  /** @throws JariError ROUND_WRONG_STATE */
  requireState(round: PlacementRound, ...states: readonly RoundState[]): void {
    if (!states.includes(round.state)) throw new JariError('ROUND_WRONG_STATE', { state: round.state });
  }

  async save(tx: Tx, round: PlacementRound): Promise<void> {
    round.version += 1;
    await tx.repository(PlacementRound).save(round);
  }

  /**
   * Moves a locked round, keeps the history with its reason, writes the audit row and tells everyone.
   * Other changes made to `round` are saved with it.
   * @throws JariError IMPOSSIBLE_TRANSITION, ROUND_REASON_REQUIRED
   */
  async move(tx: Tx, round: PlacementRound, to: RoundState, reason: string | null = null): Promise<void> {
    const from = round.state;
    ROUND_LIFECYCLE.requireTransition(from, to);
    const back = needsReason(from, to);
    if (back && (reason === null || reason.trim() === '')) throw new JariError('ROUND_REASON_REQUIRED');
    round.state = to;
    await this.save(tx, round);
    if (WAITS_FOR_DEADLINE.includes(to)) await this.filingStops.announce(tx, round.id, round.closesAt);
    else await this.filingStops.lift(tx, round.id);
    await this.remember(tx, round.id, from, to, reason);
    await this.audit.record(tx, { action: 'round.move', subjectType: 'round', subjectId: round.id, before: { state: from }, after: { state: to } });
    const kind = back ? NOTICE_OF_WAY_BACK[to] ?? 'ROUND_WENT_BACK' : NOTICE_OF[to] ?? 'ROUND_ADVANCED';
    const params = { name: round.name, from, to, opensAt: round.opensAt.toISOString(), closesAt: round.closesAt.toISOString() };
    await this.notices.send(tx, [{ kind, roundId: round.id, employeeId: null, params, reason }]);
  }

  /** A line in the round's own history. */
  async remember(tx: Tx, roundId: string, from: RoundState | null, to: RoundState, reason: string | null): Promise<void> {
    await tx.execute(
      `INSERT INTO round_state_change (organization_id, id, round_id, from_state, to_state, reason, occurred_at, actor_account_id, actor_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [tx.organizationId, newId(), roundId, from, to, reason, this.clock.now(), actingAccountId(tx), actingSystemName(tx)],
    );
  }
}
