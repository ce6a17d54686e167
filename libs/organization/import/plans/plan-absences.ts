import { newId } from '#platform';
import type { AbsenceRow } from '../../employee/employee.query.js';
import type { RowFault } from '../table/read-table.js';
import type { EmployeeRecord } from './columns.js';
import { sameValue } from './plan.js';

export interface AbsencePlan {
  readonly faults: readonly RowFault[];
  readonly added: readonly AbsenceRow[];
  readonly changed: readonly AbsenceRow[];
}

/** The column groups that describe one absence each. */
interface Group {
  readonly kind: AbsenceRow['kind'];
  readonly from: keyof EmployeeRecord;
  readonly until: keyof EmployeeRecord;
  /** A column that must be filled with `from`; with the other columns empty it must be empty too. */
  readonly what?: keyof EmployeeRecord;
}

const GROUPS: readonly Group[] = [
  { kind: 'LEAVE', from: 'leaveFrom', until: 'leaveTo', what: 'leaveType' },
  { kind: 'SECONDMENT', from: 'secondedFrom', until: 'secondedUntil', what: 'secondedTo' },
  { kind: 'SUSPENSION', from: 'suspendedFrom', until: 'suspendedUntil' },
];

const overlaps = (a: AbsenceRow, b: AbsenceRow): boolean =>
  (a.absentUntil === null || b.absentFrom < a.absentUntil) && (b.absentUntil === null || b.absentUntil > a.absentFrom);

/** Absences of a row, as far as it could be read, against the stored ones; empty columns leave what is stored as it is. */
export const planAbsences = (record: Partial<EmployeeRecord>, row: number, employeeId: string, stored: readonly AbsenceRow[]): AbsencePlan => {
  const faults: RowFault[] = [];
  const added: AbsenceRow[] = [];
  const changed: AbsenceRow[] = [];
  for (const { kind, from, until, what } of GROUPS) {
    const absentFrom = record[from] as string | null | undefined;
    const absentUntil = record[until] as string | null | undefined;
    const detail = what === undefined ? null : (record[what] as string | null | undefined);
    // A cell that could not be read is reported already.
    if (absentFrom === undefined || absentUntil === undefined) continue;
    if (absentFrom === null) {
      if (absentUntil !== null || typeof detail === 'string') faults.push({ row, column: from, code: 'IMPORT_ABSENCE_INCOMPLETE' });
      continue;
    }
    if (what !== undefined && detail === null) faults.push({ row, column: what, code: 'IMPORT_ABSENCE_INCOMPLETE' });
    if (absentUntil !== null && absentUntil <= absentFrom) {
      faults.push({ row, column: until, code: 'PERIOD_INVERTED' });
      continue;
    }
    const same = stored.find((absence) => absence.kind === kind && absence.absentFrom === absentFrom);
    const wanted: AbsenceRow = {
      id: same?.id ?? newId(), employeeId, kind, absentFrom, absentUntil,
      type: kind === 'LEAVE' ? (record.leaveType ?? null) : null, detail: kind === 'SECONDMENT' ? (record.secondedTo ?? null) : (same?.detail ?? null),
    };
    const clash = stored.find((absence) => absence.kind === kind && absence !== same && overlaps(absence, wanted));
    if (clash) faults.push({ row, column: from, code: 'ABSENCE_OVERLAPS', params: { date: clash.absentFrom } });
    else if (!same) added.push(wanted);
    else if (!sameValue({ ...same, absentUntil: wanted.absentUntil, type: wanted.type, detail: wanted.detail }, same)) changed.push(wanted);
  }
  return { faults, added, changed };
};
