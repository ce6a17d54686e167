import { Injectable } from '@nestjs/common';
import type { Fault } from '#contracts';
import { AuditService, foundOr404, JariError, newId, refuseIfFaulty, type AuditValue, type Tx } from '#platform';
import { queryAbsences, type AbsenceRow } from '../employee/employee.query.js';
import { requireEmployee } from '../employee/require-employee.js';

export type NewAbsence = Omit<AbsenceRow, 'id'>;

const faultsOf = ({ kind, type, absentFrom, absentUntil }: NewAbsence): readonly Fault[] => [
  ...(kind === 'LEAVE' && type === null ? [{ path: 'type', code: 'validation.required' }] : []),
  ...(kind !== 'LEAVE' && type !== null ? [{ path: 'type', code: 'LEAVE_TYPE_WITHOUT_LEAVE' }] : []),
  ...(absentUntil !== null && absentUntil <= absentFrom ? [{ path: 'absentUntil', code: 'PERIOD_INVERTED' }] : []),
];

const describe = ({ kind, type, absentFrom, absentUntil }: NewAbsence): AuditValue => ({ kind, type, absentFrom, absentUntil });

/** Leave (휴직), secondment (파견), suspension (정직); reinstatement (복직) is the end date. */
@Injectable()
export class AbsenceService {
  constructor(private readonly audit: AuditService) {}

  /** Oldest first. @throws EMPLOYEE_NOT_FOUND */
  async list(tx: Tx, employeeId: string): Promise<AbsenceRow[]> {
    await requireEmployee(tx, employeeId);
    return queryAbsences(tx, [employeeId]);
  }

  /** @returns its id. @throws EMPLOYEE_NOT_FOUND, ABSENCE_OVERLAPS, VALIDATION_FAILED */
  async add(tx: Tx, absence: NewAbsence): Promise<string> {
    refuseIfFaulty(faultsOf(absence));
    await this.refuseOverlap(tx, absence, null);
    const id = newId();
    await insertAbsences(tx, [{ ...absence, id }]);
    await this.audit.record(tx, { action: 'absence.add', subjectType: 'employee', subjectId: absence.employeeId, after: describe(absence) });
    return id;
  }

  /** @throws ABSENCE_NOT_FOUND, ABSENCE_OVERLAPS, VALIDATION_FAILED */
  async change(tx: Tx, id: string, change: Partial<Pick<AbsenceRow, 'type' | 'detail' | 'absentFrom' | 'absentUntil'>>): Promise<void> {
    const before = await this.find(tx, id);
    const after = { ...before, ...change };
    refuseIfFaulty(faultsOf(after));
    await this.refuseOverlap(tx, after, id);
    await updateAbsences(tx, [after]);
    await this.audit.record(tx, { action: 'absence.change', subjectType: 'employee', subjectId: before.employeeId, before: describe(before), after: describe(after) });
  }

  /** Takes back an entry made by mistake. @throws ABSENCE_NOT_FOUND */
  async remove(tx: Tx, id: string): Promise<void> {
    const before = await this.find(tx, id);
    await tx.execute('DELETE FROM employee_absence WHERE organization_id = $1 AND id = $2', [tx.organizationId, id]);
    await this.audit.record(tx, { action: 'absence.remove', subjectType: 'employee', subjectId: before.employeeId, before: describe(before) });
  }

  private async find(tx: Tx, id: string): Promise<AbsenceRow> {
    const owner = await tx.one<{ employeeId: string }>('SELECT employee_id AS "employeeId" FROM employee_absence WHERE organization_id = $1 AND id = $2', [tx.organizationId, id]);
    const rows = await queryAbsences(tx, [foundOr404(owner, 'ABSENCE_NOT_FOUND').employeeId]);
    return foundOr404(rows.find((row) => row.id === id), 'ABSENCE_NOT_FOUND');
  }

  private async refuseOverlap(tx: Tx, { employeeId, kind, absentFrom, absentUntil }: NewAbsence, except: string | null): Promise<void> {
    const person = await tx.one('SELECT 1 FROM employee WHERE organization_id = $1 AND id = $2 FOR UPDATE', [tx.organizationId, employeeId]);
    if (!person) throw new JariError('EMPLOYEE_NOT_FOUND');
    const clash = (await queryAbsences(tx, [employeeId])).find((row) =>
      row.id !== except && row.kind === kind && (absentUntil === null || row.absentFrom < absentUntil) && (row.absentUntil === null || row.absentUntil > absentFrom));
    if (clash) throw new JariError('ABSENCE_OVERLAPS', { date: clash.absentFrom });
  }
}

const RECORD = `jsonb_to_recordset($2::jsonb) AS n(id uuid, "employeeId" uuid, kind text, type text, detail text, "absentFrom" date, "absentUntil" date)`;

/** Adds absences in one statement. */
export const insertAbsences = async (tx: Tx, rows: readonly AbsenceRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await tx.execute(
    `INSERT INTO employee_absence (organization_id, id, employee_id, kind, type, detail, absent_from, absent_until)
     SELECT $1, n.id, n."employeeId", n.kind, n.type, n.detail, n."absentFrom", n."absentUntil" FROM ${RECORD}`,
    [tx.organizationId, JSON.stringify(rows)],
  );
};

/** Writes type, detail and dates of existing absences in one statement. */
export const updateAbsences = async (tx: Tx, rows: readonly AbsenceRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await tx.execute(
    `UPDATE employee_absence a SET type = n.type, detail = n.detail, absent_from = n."absentFrom", absent_until = n."absentUntil"
     FROM ${RECORD} WHERE a.organization_id = $1 AND a.id = n.id`,
    [tx.organizationId, JSON.stringify(rows)],
  );
};
