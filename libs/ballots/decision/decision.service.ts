import { Injectable } from '@nestjs/common';
import type { Result } from '#ballot-box';
import { PlannedAssignmentService } from '#organization';
import { AuditService, Clock, foundOr404, JariError, type Tx } from '#platform';
import { BallotStore } from '../ballot/ballot-store.js';
import type { Ballot } from '../ballot/ballot.entity.js';
import { actingAccountId } from '../support/actor.js';
import { BallotDecision } from './ballot-decision.entity.js';

export interface DecisionInput {
  /** null = nobody is appointed. */
  readonly appointedEmployeeId: string | null;
  /** Published; needed for a deviation. */
  readonly reason: string | null;
}

export type DecisionView = Pick<BallotDecision, 'kind' | 'appointedEmployeeId' | 'reason' | 'decidedAt'>;

/**
 * The appointing authority's last word (지방공무원법 §6): the result binds in politics, not in law, so that it can be departed from,
 * but only with a reason that everyone sees.
 */
@Injectable()
export class DecisionService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly store: BallotStore,
    private readonly planned: PlannedAssignmentService,
  ) {}

  /**
   * Appoints, or nobody. Whether that is the result or a deviation follows from the result itself.
   * @throws JariError DEVIATION_NEEDS_REASON, EMPLOYEE_NOT_FOUND, POSITION_NOT_OPEN, PLANNED_ASSIGNMENT_EXISTS, BALLOT_WRONG_STATE
   */
  async decide(tx: Tx, ballotId: string, { appointedEmployeeId, reason }: DecisionInput): Promise<DecisionView> {
    const ballot = await this.store.lock(tx, ballotId);
    this.store.requireState(ballot, 'TALLIED');
    const follows = (await this.chosen(tx, ballot)).some((employeeId) => employeeId === appointedEmployeeId);
    if (!follows && (reason === null || reason.trim() === '')) throw new JariError('DEVIATION_NEEDS_REASON');
    const plannedAssignmentId = appointedEmployeeId === null ? null : await this.planned.plan(tx, {
      employeeId: appointedEmployeeId, positionId: ballot.positionId, effectiveOn: ballot.effectiveOn, source: 'BALLOT', sourceId: ballotId,
    });
    const kind = follows ? 'COUNTERSIGNED' : 'DEVIATED';
    await tx.repository(BallotDecision).insert({ organizationId: tx.organizationId, ballotId, kind, appointedEmployeeId, reason, decidedAt: this.clock.now(), decidedByAccountId: actingAccountId(tx), plannedAssignmentId });
    await this.store.move(tx, ballot, 'DECIDED', reason);
    await this.audit.record(tx, { action: 'ballot.decide', subjectType: 'ballot', subjectId: ballotId, after: { kind, appointedEmployeeId } });
    return this.view(tx, ballotId);
  }

  /** @throws JariError BALLOT_NOT_FOUND, DECISION_NOT_YET */
  async view(tx: Tx, ballotId: string): Promise<DecisionView> {
    await this.store.find(tx, ballotId);
    return foundOr404(await tx.repository(BallotDecision).findOneBy({ organizationId: tx.organizationId, ballotId }), 'DECISION_NOT_YET');
  }

  /** Whom the result lets be appointed without deviating: the winner, by tie rule the chosen or any of the tied; null = nobody, where NOTA won. */
  private async chosen(tx: Tx, { id, result }: Ballot): Promise<readonly (string | null)[]> {
    const { outcome, winners, tie } = JSON.parse(result ?? 'null') as Result;
    if (outcome === 'NONE') return [null];
    const options = outcome === 'ELECTED' ? winners : tie?.by === 'mayor' ? winners : tie?.chosen ? [tie.chosen] : [];
    const rows = await tx.query<{ employeeId: string; optionNumber: number }>(
      `SELECT employee_id AS "employeeId", option_number AS "optionNumber" FROM ballot_candidate WHERE organization_id = $1 AND ballot_id = $2 AND option_number IS NOT NULL`, [tx.organizationId, id]);
    return options.map((option) => rows.find(({ optionNumber }) => `c${optionNumber + 1}` === option)?.employeeId ?? null);
  }
}
