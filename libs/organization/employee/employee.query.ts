import type { Tx } from '#platform';
import type { AbsenceKind, LeaveType } from '../absence/absence-kind.js';
import type { AppointmentType } from './appointment-type.js';

export interface EmployeeRow {
  readonly id: string;
  readonly employeeNumber: string;
  readonly name: string;
  readonly grade: number;
  readonly jobSeries: string;
  readonly appointmentType: AppointmentType;
  readonly hiredOn: string;
  readonly licences: readonly string[];
  readonly leftOn: string | null;
}

export interface AssignmentRow {
  readonly id: string;
  readonly employeeId: string;
  readonly positionId: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly cause: string;
}

export interface AbsenceRow {
  readonly id: string;
  readonly employeeId: string;
  readonly kind: AbsenceKind;
  readonly type: LeaveType | null;
  readonly detail: string | null;
  readonly absentFrom: string;
  readonly absentUntil: string | null;
}

export interface DisplacementRow {
  readonly employeeId: string;
  readonly reorganizationId: string;
  readonly fromPositionId: string;
}

const EMPLOYEE_COLUMNS = `id, employee_number AS "employeeNumber", name, grade, job_series AS "jobSeries",
  appointment_type AS "appointmentType", hired_on AS "hiredOn", licences, left_on AS "leftOn"`;

/** Staff by employee number; `ids` null = everyone, `on` null = also those who left. */
export const queryEmployees = (tx: Tx, ids: readonly string[] | null, on: string | null): Promise<EmployeeRow[]> =>
  tx.query<EmployeeRow>(
    `SELECT ${EMPLOYEE_COLUMNS} FROM employee
     WHERE organization_id = $1 AND ($2::uuid[] IS NULL OR id = ANY($2)) AND ($3::date IS NULL OR left_on IS NULL OR left_on > $3)
     ORDER BY employee_number`,
    [tx.organizationId, ids, on],
  );

/** Dated history of postings, oldest first. */
export const queryAssignments = (tx: Tx, employeeIds: readonly string[] | null): Promise<AssignmentRow[]> =>
  tx.query<AssignmentRow>(
    `SELECT id, employee_id AS "employeeId", position_id AS "positionId", started_on AS "startedOn", ended_on AS "endedOn", cause
     FROM assignment WHERE organization_id = $1 AND ($2::uuid[] IS NULL OR employee_id = ANY($2)) ORDER BY employee_id, started_on`,
    [tx.organizationId, employeeIds],
  );

/** Leave, secondment and suspension, oldest first. */
export const queryAbsences = (tx: Tx, employeeIds: readonly string[] | null): Promise<AbsenceRow[]> =>
  tx.query<AbsenceRow>(
    `SELECT id, employee_id AS "employeeId", kind, type, detail, absent_from AS "absentFrom", absent_until AS "absentUntil"
     FROM employee_absence WHERE organization_id = $1 AND ($2::uuid[] IS NULL OR employee_id = ANY($2)) ORDER BY employee_id, absent_from`,
    [tx.organizationId, employeeIds],
  );

/** Everyone ever registered as displaced. */
export const queryDisplacements = (tx: Tx, employeeIds: readonly string[] | null): Promise<DisplacementRow[]> =>
  tx.query<DisplacementRow>(
    `SELECT d.employee_id AS "employeeId", d.reorganization_id AS "reorganizationId", d.from_position_id AS "fromPositionId"
     FROM displaced_employee d WHERE d.organization_id = $1 AND ($2::uuid[] IS NULL OR d.employee_id = ANY($2))`,
    [tx.organizationId, employeeIds],
  );

/** Rows by the person they belong to. */
export const byEmployee = <R extends { readonly employeeId: string }>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> => {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.employeeId);
    if (group) group.push(row);
    else groups.set(row.employeeId, [row]);
  }
  return groups;
};
