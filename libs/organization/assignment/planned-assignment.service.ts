import { Injectable } from '@nestjs/common';
import { AuditService, foundOr404, JariError, Lifecycle, newId, type Tx } from '#platform';
import type { PlannedAssignmentState } from './planned-assignment-state.js';

export const plannedAssignmentLifecycle = new Lifecycle<PlannedAssignmentState>(
  'plannedAssignment',
  { PLANNED: ['TAKEN_UP', 'WITHDRAWN'], TAKEN_UP: [], WITHDRAWN: [] },
  'PLANNED',
  ['TAKEN_UP', 'WITHDRAWN'],
);

export interface NewPlannedAssignment {
  readonly employeeId: string;
  readonly positionId: string;
  readonly effectiveOn: string;
  /** Where it was decided, e.g. `BALLOT`, `HR`. */
  readonly source: string;
  readonly sourceId: string | null;
}

export interface PlannedAssignmentRow extends NewPlannedAssignment {
  readonly id: string;
  readonly state: PlannedAssignmentState;
}

const COLUMNS = `id, employee_id AS "employeeId", position_id AS "positionId", effective_on AS "effectiveOn", source, source_id AS "sourceId", state`;

/** Postings decided elsewhere (an appointment by ballot) that a round must respect and the next orders carry out. */
@Injectable()
export class PlannedAssignmentService {
  constructor(private readonly audit: AuditService) {}

  /** By day and employee; `state` null = every one. */
  list(tx: Tx, state: PlannedAssignmentState | null = 'PLANNED'): Promise<PlannedAssignmentRow[]> {
    return tx.query<PlannedAssignmentRow>(
      `SELECT ${COLUMNS} FROM planned_assignment WHERE organization_id = $1 AND ($2::text IS NULL OR state = $2) ORDER BY effective_on, employee_id`,
      [tx.organizationId, state],
    );
  }

  /** @returns its id. @throws EMPLOYEE_NOT_FOUND, POSITION_NOT_OPEN, PLANNED_ASSIGNMENT_EXISTS when the person has one already */
  async plan(tx: Tx, { employeeId, positionId, effectiveOn, source, sourceId }: NewPlannedAssignment): Promise<string> {
    const person = await tx.one('SELECT 1 FROM employee WHERE organization_id = $1 AND id = $2 FOR UPDATE', [tx.organizationId, employeeId]);
    if (!person) throw new JariError('EMPLOYEE_NOT_FOUND');
    const post = await tx.one(
      'SELECT 1 FROM position WHERE organization_id = $1 AND id = $2 AND valid_from <= $3 AND (valid_to IS NULL OR valid_to > $3)',
      [tx.organizationId, positionId, effectiveOn],
    );
    if (!post) throw new JariError('POSITION_NOT_OPEN');
    const existing = await tx.one(`SELECT 1 FROM planned_assignment WHERE organization_id = $1 AND employee_id = $2 AND state = 'PLANNED'`, [tx.organizationId, employeeId]);
    if (existing) throw new JariError('PLANNED_ASSIGNMENT_EXISTS');
    const id = newId();
    await tx.execute(
      `INSERT INTO planned_assignment (organization_id, id, employee_id, position_id, effective_on, source, source_id, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'PLANNED')`,
      [tx.organizationId, id, employeeId, positionId, effectiveOn, source, sourceId],
    );
    await this.audit.record(tx, { action: 'plannedAssignment.plan', subjectType: 'employee', subjectId: employeeId, after: { id, positionId, effectiveOn, source } });
    return id;
  }

  /** Marks it as carried out by an order, or as withdrawn. @throws PLANNED_ASSIGNMENT_NOT_FOUND, IMPOSSIBLE_TRANSITION */
  async settle(tx: Tx, id: string, to: 'TAKEN_UP' | 'WITHDRAWN'): Promise<void> {
    const row = foundOr404(
      await tx.one<PlannedAssignmentRow>(`SELECT ${COLUMNS} FROM planned_assignment WHERE organization_id = $1 AND id = $2 FOR UPDATE`, [tx.organizationId, id]),
      'PLANNED_ASSIGNMENT_NOT_FOUND',
    );
    plannedAssignmentLifecycle.requireTransition(row.state, to);
    await tx.execute('UPDATE planned_assignment SET state = $3 WHERE organization_id = $1 AND id = $2', [tx.organizationId, id, to]);
    await this.audit.record(tx, {
      action: 'plannedAssignment.settle', subjectType: 'employee', subjectId: row.employeeId, before: { id, state: row.state }, after: { id, state: to },
    });
  }
}
