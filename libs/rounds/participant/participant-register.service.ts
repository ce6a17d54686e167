import { Injectable } from '@nestjs/common';
import type { MessageParams } from '#contracts';
import { AuditService, foundOr404, type Tx } from '#platform';
import { RoundStore } from '../round/round-store.js';
import { ruleText, type RuleText } from '../run/explain.js';
import type { RoundParticipant } from '../snapshot/round-participant.entity.js';
import type { RunOutcome } from '../run/run-outcome.entity.js';
import { ParticipantService, type Participation } from './participant.service.js';

export interface ParticipantLine {
  readonly employeeId: string;
  readonly employeeNumber: string;
  readonly name: string;
  readonly state: RoundParticipant['state'];
  readonly displaced: boolean;
  readonly mustMove: boolean;
  readonly exclusion: RuleText | null;
  readonly factCheck: RoundParticipant['factCheck'];
  readonly wishCount: number;
  readonly currentPositionId: string | null;
  readonly outcomePositionId: string | null;
}

export interface OutcomeLine {
  readonly employeeId: string;
  readonly employeeNumber: string;
  readonly name: string;
  readonly outcome: RunOutcome['outcome'];
  readonly fromPositionId: string | null;
  readonly toPositionId: string | null;
  readonly obtainedRank: number | null;
  readonly phase: RunOutcome['phase'];
}

/** What HR sees of a round's people. Every reading of somebody's wishes leaves a row in the audit log. */
@Injectable()
export class ParticipantRegisterService {
  constructor(
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
    private readonly participants: ParticipantService,
  ) {}

  async list(tx: Tx, roundId: string): Promise<ParticipantLine[]> {
    await this.rounds.find(tx, roundId);
    const rows = await tx.query<Omit<ParticipantLine, 'exclusion'> & { exclusionCode: string | null; exclusionParams: MessageParams | null }>(
      `SELECT p.employee_id AS "employeeId", e.employee_number AS "employeeNumber", e.name, p.state, p.displaced, p.must_move AS "mustMove",
              p.exclusion_code AS "exclusionCode", p.exclusion_params AS "exclusionParams", p.fact_check AS "factCheck",
              p.current_position_id AS "currentPositionId", p.outcome_position_id AS "outcomePositionId",
              (SELECT count(*)::int FROM round_wish w WHERE w.organization_id = p.organization_id AND w.round_id = p.round_id AND w.employee_id = p.employee_id) AS "wishCount"
       FROM round_participant p JOIN employee e ON e.organization_id = p.organization_id AND e.id = p.employee_id
       WHERE p.organization_id = $1 AND p.round_id = $2 ORDER BY e.employee_number`, [tx.organizationId, roundId]);
    await this.audit.record(tx, { action: 'round.readParticipants', subjectType: 'round', subjectId: roundId, after: { people: rows.length } });
    return rows.map(({ exclusionCode, exclusionParams, ...row }) => ({ ...row, exclusion: exclusionCode === null ? null : ruleText({ code: exclusionCode, params: exclusionParams ?? {} }) }));
  }

  /** One person's entry with the wishes taken. */
  async read(tx: Tx, roundId: string, employeeId: string): Promise<Participation> {
    const participation = await this.participants.own(tx, roundId, employeeId);
    await this.audit.record(tx, { action: 'wish.readByHr', subjectType: 'employee', subjectId: employeeId, after: { roundId } });
    return participation;
  }

  /** Who would go where by one run. Ranks are wishes: one row a person in the audit log. @throws JariError RUN_NOT_FOUND */
  async outcomes(tx: Tx, roundId: string, runId: string): Promise<OutcomeLine[]> {
    foundOr404(await tx.one('SELECT 1 FROM placement_run WHERE organization_id = $1 AND round_id = $2 AND id = $3', [tx.organizationId, roundId, runId]), 'RUN_NOT_FOUND');
    const rows = await tx.query<OutcomeLine>(
      `SELECT o.employee_id AS "employeeId", e.employee_number AS "employeeNumber", e.name, o.outcome, p.current_position_id AS "fromPositionId",
              o.position_id AS "toPositionId", o.obtained_rank AS "obtainedRank", o.phase
       FROM run_outcome o JOIN placement_run r ON r.organization_id = o.organization_id AND r.id = o.run_id
       JOIN employee e ON e.organization_id = o.organization_id AND e.id = o.employee_id
       LEFT JOIN round_participant p ON p.organization_id = o.organization_id AND p.round_id = r.round_id AND p.employee_id = o.employee_id
       WHERE o.organization_id = $1 AND r.round_id = $2 AND o.run_id = $3 ORDER BY e.employee_number`, [tx.organizationId, roundId, runId]);
    await this.audit.record(tx, ...rows.map(({ employeeId }) => ({ action: 'wish.readByHr', subjectType: 'employee', subjectId: employeeId, after: { roundId, runId } })));
    return rows;
  }
}
