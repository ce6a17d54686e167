import { Injectable } from '@nestjs/common';
import { AuditService, Clock, JariError, type Tx } from '#platform';
import { requireReady } from '../committee/readiness.js';
import { RecusalGuard } from '../recusal/recusal-guard.js';
import type { PlacementRound } from '../round/placement-round.entity.js';
import { RoundStore } from '../round/round-store.js';
import { actingAccountId } from '../support/actor.js';

/** The mayor as the appointing authority (지방공무원법 §6) approves the placement, sends it back or withdraws the approval. */
@Injectable()
export class ApprovalService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
    private readonly recusals: RecusalGuard,
  ) {}

  /**
   * @param reason needed when the placement is no longer the one that the committee endorsed
   * @throws JariError ROUND_WRONG_STATE, OFFICER_RECUSED, APPROVAL_NEEDS_REASON, PLACEMENT_NOT_READY
   */
  async approve(tx: Tx, roundId: string, reason: string | null): Promise<PlacementRound> {
    const round = await this.lock(tx, roundId, 'REVIEWED');
    await requireReady(tx, roundId);
    const deviations = await this.changedSinceReview(tx, roundId);
    if (deviations > 0 && (reason === null || reason === '')) throw new JariError('APPROVAL_NEEDS_REASON', { count: deviations });
    Object.assign(round, { approvedAt: this.clock.now(), approvedByAccountId: actingAccountId(tx) });
    await this.audit.record(tx, { action: 'round.approve', subjectType: 'round', subjectId: roundId, after: { deviations } });
    await this.rounds.move(tx, round, 'APPROVED', reason);
    return round;
  }

  /** REVIEWED → MATCHED, with a reason that everyone concerned sees. */
  async sendBack(tx: Tx, roundId: string, reason: string): Promise<PlacementRound> {
    const round = await this.lock(tx, roundId, 'REVIEWED');
    await this.rounds.move(tx, round, 'MATCHED', reason);
    return round;
  }

  /** APPROVED → REVIEWED before the orders, with a reason that everyone concerned sees. */
  async withdraw(tx: Tx, roundId: string, reason: string): Promise<PlacementRound> {
    const round = await this.lock(tx, roundId, 'APPROVED');
    Object.assign(round, { approvedAt: null, approvedByAccountId: null });
    await this.rounds.move(tx, round, 'REVIEWED', reason);
    return round;
  }

  private async lock(tx: Tx, roundId: string, state: 'REVIEWED' | 'APPROVED'): Promise<PlacementRound> {
    const round = await this.rounds.lock(tx, roundId);
    this.rounds.requireState(round, state);
    await this.recusals.requireFreeInRound(tx, roundId);
    return round;
  }

  private async changedSinceReview(tx: Tx, roundId: string): Promise<number> {
    const row = await tx.one<{ count: number }>(
      `SELECT count(DISTINCT proposal_id) AS count FROM placement_override WHERE organization_id = $1 AND round_id = $2 AND state = 'APPROVED'
         AND decided_at > (SELECT max(recorded_at) FROM committee_review WHERE organization_id = $1 AND round_id = $2 AND decision = 'ENDORSED')`,
      [tx.organizationId, roundId]);
    return row?.count ?? 0;
  }
}
