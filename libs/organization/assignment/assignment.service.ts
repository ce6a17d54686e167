import { Injectable } from '@nestjs/common';
import { AuditService, DerivedRoleCache, foundOr404, JariError, newId, refuseIfFaulty, type AuditEntry, type Tx } from '#platform';
import { covers } from '../calendar/civil-date.js';
import { queryAssignments, type AssignmentRow } from '../employee/employee.query.js';
import { requireEmployee } from '../employee/require-employee.js';

/** One line of a personnel order (발령): who goes where. `positionId` null = leaves the post without a new one. */
export interface OrderedMove {
  readonly employeeId: string;
  readonly positionId: string | null;
}

export interface AssignmentCorrection {
  readonly positionId?: string;
  readonly startedOn?: string;
  readonly endedOn?: string | null;
}

interface OpenPost {
  readonly id: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Holding posts as dated history. Nobody holds two posts on one day (the table refuses it too). */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly audit: AuditService,
    private readonly roles: DerivedRoleCache,
  ) {}

  /** Every posting of a person, oldest first. @throws EMPLOYEE_NOT_FOUND */
  async history(tx: Tx, employeeId: string): Promise<AssignmentRow[]> {
    await requireEmployee(tx, employeeId);
    return queryAssignments(tx, [employeeId]);
  }

  /**
   * Carries out personnel orders: on `effectiveOn` each person's present posting ends and the new one begins. Whoever
   * already holds that post since that day is left as they are, so that carrying out an order twice changes nothing.
   * @param cause what the history says, e.g. `ORDER`, `CORRECTION_ORDER`
   * @throws VALIDATION_FAILED with every fault: `moves[i].…` EMPLOYEE_NOT_FOUND, POSITION_NOT_OPEN, ASSIGNMENT_AFTER_ORDER
   */
  async carryOut(tx: Tx, moves: readonly OrderedMove[], effectiveOn: string, cause: string): Promise<void> {
    const employeeIds = moves.map(({ employeeId }) => employeeId);
    // Locked in one order, so that two orders at the same moment wait for each other instead of deadlocking.
    const known = await tx.query<{ id: string }>('SELECT id FROM employee WHERE organization_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE', [
      tx.organizationId, employeeIds,
    ]);
    const people = new Set(known.map(({ id }) => id));
    const posts = await this.posts(tx, moves.flatMap(({ positionId }) => positionId ?? []));
    const history = await queryAssignments(tx, employeeIds);
    refuseIfFaulty(
      moves.flatMap(({ employeeId, positionId }, index) => {
        const later = history.find((row) => row.employeeId === employeeId && row.startedOn > effectiveOn);
        const post = positionId === null ? undefined : posts.get(positionId);
        return [
          ...(people.has(employeeId) ? [] : [{ path: `moves[${index}].employeeId`, code: 'EMPLOYEE_NOT_FOUND' }]),
          ...(employeeIds.indexOf(employeeId) < index ? [{ path: `moves[${index}].employeeId`, code: 'validation.duplicate' }] : []),
          ...(positionId !== null && !(post && covers(post.validFrom, post.validTo, effectiveOn)) ? [{ path: `moves[${index}].positionId`, code: 'POSITION_NOT_OPEN' }] : []),
          ...(later ? [{ path: `moves[${index}].employeeId`, code: 'ASSIGNMENT_AFTER_ORDER', params: { date: later.startedOn } }] : []),
        ];
      }),
    );
    const present = new Map(history.filter(({ startedOn, endedOn }) => covers(startedOn, endedOn, effectiveOn)).map((row) => [row.employeeId, row]));
    const due = moves.filter(({ employeeId, positionId }) => (present.get(employeeId)?.positionId ?? null) !== positionId);
    await this.endAt(tx, due.map(({ employeeId }) => employeeId), effectiveOn);
    const started = due.flatMap(({ employeeId, positionId }) => (positionId === null ? [] : [{ id: newId(), employeeId, positionId, startedOn: effectiveOn, endedOn: null, cause }]));
    await insertAssignments(tx, started);
    await this.audit.record(tx, ...due.map(({ employeeId, positionId }): AuditEntry => ({
      action: 'assignment.carryOut', subjectType: 'employee', subjectId: employeeId,
      before: { positionId: present.get(employeeId)?.positionId ?? null }, after: { positionId, effectiveOn, cause },
    })));
    await this.roles.refresh(tx, employeeIds);
  }

  /**
   * Corrects one line of the history (정정).
   * @throws ASSIGNMENT_NOT_FOUND, ASSIGNMENT_OVERLAPS, POSITION_NOT_FOUND, VALIDATION_FAILED
   */
  async correct(tx: Tx, assignmentId: string, correction: AssignmentCorrection): Promise<void> {
    const before = foundOr404(
      await tx.one<AssignmentRow>(
        `SELECT id, employee_id AS "employeeId", position_id AS "positionId", started_on AS "startedOn", ended_on AS "endedOn", cause
         FROM assignment WHERE organization_id = $1 AND id = $2 FOR UPDATE`,
        [tx.organizationId, assignmentId],
      ),
      'ASSIGNMENT_NOT_FOUND',
    );
    const after = { ...before, ...correction };
    refuseIfFaulty(after.endedOn !== null && after.endedOn <= after.startedOn ? [{ path: 'endedOn', code: 'PERIOD_INVERTED' }] : []);
    if (!(await this.posts(tx, [after.positionId])).has(after.positionId)) throw new JariError('POSITION_NOT_FOUND');
    const clash = (await queryAssignments(tx, [before.employeeId])).find((row) =>
      row.id !== assignmentId && (after.endedOn === null || row.startedOn < after.endedOn) && (row.endedOn === null || row.endedOn > after.startedOn));
    if (clash) throw new JariError('ASSIGNMENT_OVERLAPS', { date: clash.startedOn });
    await tx.execute('UPDATE assignment SET position_id = $3, started_on = $4, ended_on = $5, cause = $6 WHERE organization_id = $1 AND id = $2', [
      tx.organizationId, assignmentId, after.positionId, after.startedOn, after.endedOn, 'CORRECTION',
    ]);
    const describe = ({ positionId, startedOn, endedOn }: AssignmentRow) => ({ assignmentId, positionId, startedOn, endedOn });
    await this.audit.record(tx, { action: 'assignment.correct', subjectType: 'employee', subjectId: before.employeeId, before: describe(before), after: describe(after) });
    await this.roles.refresh(tx, [before.employeeId]);
  }

  /** A posting that began on the very day never was; any other open one ends there. */
  private async endAt(tx: Tx, employeeIds: readonly string[], on: string): Promise<void> {
    await tx.execute('DELETE FROM assignment WHERE organization_id = $1 AND employee_id = ANY($2::uuid[]) AND started_on = $3', [tx.organizationId, employeeIds, on]);
    await tx.execute(
      `UPDATE assignment SET ended_on = $3
       WHERE organization_id = $1 AND employee_id = ANY($2::uuid[]) AND started_on < $3 AND (ended_on IS NULL OR ended_on > $3)`,
      [tx.organizationId, employeeIds, on],
    );
  }

  private async posts(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, OpenPost>> {
    const rows = await tx.query<OpenPost>(
      'SELECT id, valid_from AS "validFrom", valid_to AS "validTo" FROM position WHERE organization_id = $1 AND id = ANY($2::uuid[])',
      [tx.organizationId, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** Adds postings in one statement. */
export const insertAssignments = async (tx: Tx, rows: readonly AssignmentRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await tx.execute(
    `INSERT INTO assignment (organization_id, id, employee_id, position_id, started_on, ended_on, cause)
     SELECT $1, n.id, n."employeeId", n."positionId", n."startedOn", n."endedOn", n.cause
     FROM jsonb_to_recordset($2::jsonb) AS n(id uuid, "employeeId" uuid, "positionId" uuid, "startedOn" date, "endedOn" date, cause text)`,
    [tx.organizationId, JSON.stringify(rows)],
  );
};
