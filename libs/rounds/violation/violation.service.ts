import { Injectable } from '@nestjs/common';
import type { Bilingual, MessageParams } from '#contracts';
import { AuditService, bilingual, Clock, JariError, newId, type Tx } from '#platform';
import { RecusalGuard } from '../recusal/recusal-guard.js';
import type { PlacementRound } from '../round/placement-round.entity.js';
import { RoundStore } from '../round/round-store.js';
import { compileRound } from '../run/compile.js';
import { viewOf } from '../run/placement-view.js';
import type { RunInput } from '../run/run-input.js';
import { actingAccountId } from '../support/actor.js';
import type { RoundViolation } from './round-violation.entity.js';

export interface ViolationView {
  readonly id: string;
  readonly ruleCode: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly unitId: string | null;
  readonly employeeIds: readonly string[];
  readonly state: RoundViolation['state'];
  readonly resolutionText: string | null;
}

interface ViolationRow extends Omit<ViolationView, 'title' | 'text'> {
  readonly params: MessageParams;
}

/** What the checks after the run found: couples in one line, quotas, experience, grade mix. HR resolves or accepts each. */
@Injectable()
export class ViolationService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
    private readonly recusals: RecusalGuard,
  ) {}

  /**
   * Looks at the placement as it is now, overrides included. What is no longer found is resolved; what was accepted stays so.
   * To be called whenever an outcome changes.
   */
  async refresh(tx: Tx, round: PlacementRound): Promise<void> {
    if (round.adoptedRunId === null) return;
    const found = await this.find(tx, round, round.adoptedRunId);
    const present = await tx.query<{ id: string; key: string; state: string }>(
      `SELECT id, rule_code || ':' || coalesce(unit_id::text, '') || ':' || coalesce((SELECT string_agg(e::text, ',' ORDER BY e) FROM unnest(employee_ids) e), '') AS key, state
       FROM round_violation WHERE organization_id = $1 AND run_id = $2`, [tx.organizationId, round.adoptedRunId]);
    const known = new Set(present.filter(({ state }) => state !== 'RESOLVED').map(({ key }) => key));
    const keys = new Set(found.map(({ key }) => key));
    const gone = present.filter(({ state, key }) => state === 'OPEN' && !keys.has(key)).map(({ id }) => id);
    await tx.execute(`UPDATE round_violation SET state = 'RESOLVED', resolved_at = $3 WHERE organization_id = $1 AND id = ANY($2::uuid[])`, [tx.organizationId, gone, this.clock.now()]);
    await tx.execute(
      `INSERT INTO round_violation (organization_id, id, round_id, run_id, rule_code, unit_id, employee_ids, params, state, found_at)
       SELECT $1, v.id, $2, $3, v.code, (SELECT id FROM org_unit WHERE organization_id = $1 AND code = v."unitCode"),
              ARRAY(SELECT jsonb_array_elements_text(v.people)::uuid), v.params, 'OPEN', $4
       FROM jsonb_to_recordset($5::jsonb) AS v(id uuid, code text, "unitCode" text, people jsonb, params jsonb)`,
      [tx.organizationId, round.id, round.adoptedRunId, this.clock.now(), JSON.stringify(found.filter(({ key }) => !known.has(key)))],
    );
  }

  /** Those of the placement adopted now. @throws JariError ROUND_NOT_FOUND */
  async list(tx: Tx, roundId: string): Promise<ViolationView[]> {
    const round = await this.rounds.find(tx, roundId);
    const rows = await tx.query<ViolationRow>(
      `SELECT id, rule_code AS "ruleCode", unit_id AS "unitId", employee_ids AS "employeeIds", params, state, resolution_text AS "resolutionText"
       FROM round_violation WHERE organization_id = $1 AND run_id = $2 ORDER BY state, rule_code, id`, [tx.organizationId, round.adoptedRunId]);
    return rows.map(({ params, ...row }) => ({ ...row, title: bilingual(`rule.${row.ruleCode}.title`), text: bilingual(`rule.${row.ruleCode}.text`, params) }));
  }

  /** HR leaves it as it is, with a reason. @throws JariError VIOLATION_NOT_FOUND, OFFICER_RECUSED, VIOLATION_NOT_OPEN */
  async accept(tx: Tx, roundId: string, id: string, reason: string): Promise<void> {
    const round = await this.rounds.lock(tx, roundId);
    this.rounds.requireState(round, 'MATCHED', 'REVIEWED');
    const row = await tx.one<{ state: string; people: string[] }>('SELECT state, employee_ids AS people FROM round_violation WHERE organization_id = $1 AND run_id = $2 AND id = $3', [tx.organizationId, round.adoptedRunId, id]);
    if (row === undefined) throw new JariError('VIOLATION_NOT_FOUND');
    await this.recusals.requireFreeOf(tx, roundId, row.people);
    if (row.state !== 'OPEN') throw new JariError('VIOLATION_NOT_OPEN');
    await tx.execute(
      `UPDATE round_violation SET state = 'ACCEPTED', resolution_text = $3, resolved_at = $4, resolved_by_account_id = $5 WHERE organization_id = $1 AND id = $2`,
      [tx.organizationId, id, reason, this.clock.now(), actingAccountId(tx)]);
    await this.audit.record(tx, { action: 'violation.accept', subjectType: 'violation', subjectId: id, after: { roundId } });
  }

  private async find(tx: Tx, round: PlacementRound, runId: string) {
    const run = await tx.one<{ input: RunInput }>('SELECT input FROM placement_run WHERE organization_id = $1 AND id = $2', [tx.organizationId, runId]);
    if (run === undefined) throw new JariError('RUN_NOT_FOUND');
    const placed = await tx.query<{ employeeNumber: string; code: string | null }>(
      `SELECT p.facts->>'employeeNumber' AS "employeeNumber", o.code FROM round_participant p
       LEFT JOIN position o ON o.organization_id = p.organization_id AND o.id = p.outcome_position_id
       WHERE p.organization_id = $1 AND p.round_id = $2`, [tx.organizationId, round.id]);
    const staff = await tx.query<{ id: string; employeeNumber: string }>('SELECT id, employee_number AS "employeeNumber" FROM employee WHERE organization_id = $1', [tx.organizationId]);
    const seatOf = new Map(placed.map(({ employeeNumber, code }) => [employeeNumber, code]));
    const idOf = new Map(staff.map(({ id, employeeNumber }) => [employeeNumber, id]));
    const units = await tx.query<{ id: string; code: string }>('SELECT id, code FROM org_unit WHERE organization_id = $1', [tx.organizationId]);
    const unitId = new Map(units.map(({ id, code }) => [code, id]));
    const compiled = compileRound(run.input);
    return compiled.rules.violations(viewOf(run.input, compiled, (number) => seatOf.get(number) ?? null)).map(({ code, unitCode, people, params }) => {
      const ids = people.flatMap((number) => idOf.get(number) ?? []).sort();
      return { id: newId(), code, unitCode, people: ids, params, key: `${code}:${unitCode === null ? '' : unitId.get(unitCode) ?? ''}:${ids.join(',')}` };
    });
  }
}
