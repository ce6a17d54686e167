import { Injectable } from '@nestjs/common';
import { AuditService, JariError, type Tx } from '#platform';
import type { CriteriaValues } from '../criteria/frozen-criteria.js';
import { EarlyMoveService } from '../early-move/early-move.service.js';
import { FactCheckService } from '../participant/fact-check.service.js';
import { RecusalGuard } from '../recusal/recusal-guard.js';
import type { PlacementRound } from '../round/placement-round.entity.js';
import { RoundStore } from '../round/round-store.js';
import { ViolationService } from '../violation/violation.service.js';
import { inputHashOf } from './perform-run.js';
import type { RunMetrics } from './measure-round.js';
import { PlacementRun } from './placement-run.entity.js';
import { RunInputService } from './run-input.service.js';

export interface AdoptionInput {
  readonly runId: string;
  readonly reason: string;
  /** Needed when the run deviates from the criteria noticed. */
  readonly resolutionNumber: string | null;
}

/** A named officer makes one of the runs the proposal (배치안): matching proposes, a person decides. */
@Injectable()
export class AdoptionService {
  constructor(
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
    private readonly inputs: RunInputService,
    private readonly violations: ViolationService,
    private readonly earlyMoves: EarlyMoveService,
    private readonly recusals: RecusalGuard,
    private readonly facts: FactCheckService,
  ) {}

  /**
   * Gives everybody in the snapshot their outcome.
   * @throws JariError OFFICER_RECUSED, RUN_NOT_DONE, RUN_SEED_NOT_PUBLISHED, RUN_DEVIATES_FROM_NOTICE, RUN_TAKES_POSTS_AWAY, RUN_IS_STALE, FACTS_STILL_DISPUTED, FACTS_STILL_UNCHECKED
   */
  async adopt(tx: Tx, roundId: string, { runId, reason, resolutionNumber }: AdoptionInput): Promise<PlacementRound> {
    const round = await this.rounds.lock(tx, roundId);
    this.rounds.requireState(round, 'CLOSED');
    await this.recusals.requireFreeOf(tx, roundId, []);
    const run = await tx.repository(PlacementRun).findOneBy({ organizationId: tx.organizationId, roundId, id: runId });
    if (run === null) throw new JariError('RUN_NOT_FOUND');
    if (run.state !== 'DONE') throw new JariError('RUN_NOT_DONE');
    // Nobody may draw the lottery until it pleases them.
    if (run.seed !== round.seed) throw new JariError('RUN_SEED_NOT_PUBLISHED');
    if (!run.asNoticed && resolutionNumber === null) throw new JariError('RUN_DEVIATES_FROM_NOTICE');
    const { worseOff = 0 } = run.metrics as Partial<RunMetrics>;
    if (worseOff > 0) throw new JariError('RUN_TAKES_POSTS_AWAY', { people: worseOff });
    await this.facts.requireDone(tx, round);
    await this.requireFresh(tx, round, run);
    Object.assign(round, { adoptedRunId: runId, adoptionReason: reason, adoptionResolutionNumber: resolutionNumber });
    await this.settle(tx, roundId, runId);
    await this.rounds.move(tx, round, 'MATCHED');
    await this.violations.refresh(tx, round);
    await this.earlyMoves.refresh(tx, round);
    await this.audit.record(tx, { action: 'run.adopt', subjectType: 'run', subjectId: runId, after: { roundId, hash: run.hash, asNoticed: run.asNoticed } });
    return round;
  }

  private async requireFresh(tx: Tx, round: PlacementRound, { mechanism, seed, parameters, inputHash }: PlacementRun): Promise<void> {
    const { criteria } = parameters as { readonly criteria: CriteriaValues };
    const { input } = await this.inputs.assemble(tx, round, { mechanism, seed, criteria });
    if (inputHashOf(input) !== inputHash) throw new JariError('RUN_IS_STALE');
  }

  private async settle(tx: Tx, roundId: string, runId: string): Promise<void> {
    await tx.execute(
      `UPDATE round_participant p SET state = o.outcome, outcome_position_id = o.position_id, outcome_rank = o.obtained_rank, outcome_source = 'RUN',
              outcome_reason = o.explanation->'sentence'->>'ko'
       FROM run_outcome o WHERE o.organization_id = p.organization_id AND o.employee_id = p.employee_id
         AND p.organization_id = $1 AND p.round_id = $2 AND o.run_id = $3`,
      [tx.organizationId, roundId, runId],
    );
  }
}
