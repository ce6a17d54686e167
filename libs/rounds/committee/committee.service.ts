import { Injectable } from '@nestjs/common';
import { AuditService, Clock, foundOr404, JariError, newId, refuseIfFaulty, type Tx } from '#platform';
import { RecusalGuard } from '../recusal/recusal-guard.js';
import type { PlacementRound } from '../round/placement-round.entity.js';
import { RoundStore } from '../round/round-store.js';
import { actingAccountId } from '../support/actor.js';
import { CommitteeReview } from './committee-review.entity.js';
import { requireReady } from './readiness.js';

export interface ReviewInput {
  readonly decision: CommitteeReview['decision'];
  readonly resolutionNumber: string;
  readonly heldOn: string;
  readonly opinion: string;
}

/** The personnel committee (인사위원회) looks at the placement before the mayor does (지방공무원법 §8). */
@Injectable()
export class CommitteeService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
    private readonly recusals: RecusalGuard,
  ) {}

  /** The reviews of a round, oldest first. */
  list(tx: Tx, roundId: string): Promise<CommitteeReview[]> {
    return tx.repository(CommitteeReview).find({ where: { organizationId: tx.organizationId, roundId }, order: { recordedAt: 'ASC', id: 'ASC' } });
  }

  /**
   * Records what the committee decided. ENDORSED takes a matched round on to REVIEWED; SENT_BACK leaves a matched round where
   * it is and takes a reviewed one back, with the opinion as the reason that everyone concerned sees.
   * @throws JariError ROUND_WRONG_STATE, OFFICER_RECUSED, PLACEMENT_NOT_READY, VALIDATION_FAILED
   */
  async record(tx: Tx, roundId: string, { decision, resolutionNumber, heldOn, opinion }: ReviewInput): Promise<PlacementRound> {
    const round = await this.rounds.lock(tx, roundId);
    this.rounds.requireState(round, ...(decision === 'ENDORSED' ? ['MATCHED'] as const : ['MATCHED', 'REVIEWED'] as const));
    await this.recusals.requireFreeInRound(tx, roundId);
    refuseIfFaulty(heldOn > this.clock.today() ? [{ path: 'heldOn', code: 'REVIEW_IN_FUTURE' }] : []);
    if (decision === 'ENDORSED') await requireReady(tx, roundId);
    else if (opinion === '') throw new JariError('ROUND_REASON_REQUIRED');
    const id = newId();
    await tx.repository(CommitteeReview).insert({
      organizationId: tx.organizationId, id, roundId, runId: foundOr404(round.adoptedRunId, 'RUN_NOT_FOUND'), decision, resolutionNumber, heldOn, opinion,
      recordedAt: this.clock.now(), recordedByAccountId: actingAccountId(tx),
    });
    await this.audit.record(tx, { action: 'committee.review', subjectType: 'round', subjectId: roundId, after: { reviewId: id, decision, resolutionNumber, heldOn } });
    if (decision === 'ENDORSED') await this.rounds.move(tx, round, 'REVIEWED');
    else if (round.state === 'REVIEWED') await this.rounds.move(tx, round, 'MATCHED', opinion);
    return round;
  }
}
