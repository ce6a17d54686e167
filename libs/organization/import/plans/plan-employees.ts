import { newId, type AuditEntry, type AuditValue } from '#platform';
import type { AbsenceRow, AssignmentRow, EmployeeRow } from '../../employee/employee.query.js';
import type { ReadTable, RowFault } from '../table/read-table.js';
import type { EMPLOYEE_COLUMNS, EmployeeRecord } from './columns.js';
import { sameValue, type ImportPlan } from './plan.js';
import { planAbsences } from './plan-absences.js';
import { planPosting } from './plan-posting.js';
import type { EmployeeState } from './employee-state.js';
import { surplusWarnings } from './surplus-warnings.js';

export interface EmployeeWrites {
  readonly added: readonly EmployeeRow[];
  readonly changed: readonly EmployeeRow[];
  readonly ended: readonly AssignmentRow[];
  readonly redated: readonly AssignmentRow[];
  readonly posted: readonly AssignmentRow[];
  readonly newAbsences: readonly AbsenceRow[];
  readonly changedAbsences: readonly AbsenceRow[];
  /** Everyone in the file, for whom an account must exist afterwards. */
  readonly everyone: readonly { readonly employeeId: string; readonly signInName: string }[];
}

const KEYS = ['name', 'grade', 'jobSeries', 'appointmentType', 'hiredOn', 'licences'] as const satisfies readonly (keyof EmployeeRow)[];
const describe = (person: EmployeeRow, keys: readonly (typeof KEYS)[number][]): AuditValue => Object.fromEntries(keys.map((key) => [key, person[key]]));

const gradeFaults = ({ grade = 0 }: Partial<EmployeeRecord>, row: number): readonly RowFault[] =>
  grade >= 1 && grade <= 3 ? [{ row, column: 'grade', code: 'validation.range', params: { min: 4, max: 9 } }] : [];

/** Compares a staff list with what is stored: the person, the present posting, the absences. */
export const planEmployees = (table: ReadTable<typeof EMPLOYEE_COLUMNS>, state: EmployeeState): ImportPlan<EmployeeWrites> => {
  const faults: RowFault[] = [];
  const warnings: RowFault[] = [];
  const audit: AuditEntry[] = [];
  const added: EmployeeRow[] = [];
  const changed: EmployeeRow[] = [];
  const ended: AssignmentRow[] = [];
  const redated: AssignmentRow[] = [];
  const posted: AssignmentRow[] = [];
  const newAbsences: AbsenceRow[] = [];
  const changedAbsences: AbsenceRow[] = [];
  const everyone: { employeeId: string; signInName: string }[] = [];
  let unchanged = 0;
  const stored = new Map(state.employees.map((person) => [person.employeeNumber, person]));
  const positions = new Map(state.positions.map((post) => [post.code, post]));

  for (const { row, record } of table.partial) {
    const id = stored.get(record.employeeNumber ?? '')?.id ?? '';
    const posting = planPosting(record, row, id, state.assignments.get(id) ?? [], positions);
    const away = planAbsences(record, row, id, state.absences.get(id) ?? []);
    faults.push(...gradeFaults(record, row), ...posting.faults, ...away.faults);
  }
  for (const { row, record } of table.rows) {
    const present = stored.get(record.employeeNumber);
    const { employeeNumber, name, grade, jobSeries, appointmentType, hiredOn, licences } = record;
    const wanted: EmployeeRow = { id: present?.id ?? newId(), employeeNumber, name, grade, jobSeries, appointmentType, hiredOn, licences, leftOn: present?.leftOn ?? null };
    const posting = planPosting(record, row, wanted.id, state.assignments.get(wanted.id) ?? [], positions);
    const away = planAbsences(record, row, wanted.id, state.absences.get(wanted.id) ?? []);
    faults.push(...gradeFaults(record, row), ...posting.faults, ...away.faults);
    warnings.push(...posting.warnings);
    everyone.push({ employeeId: wanted.id, signInName: employeeNumber });
    ended.push(...posting.ended);
    redated.push(...posting.redated);
    posted.push(...posting.posted);
    newAbsences.push(...away.added);
    changedAbsences.push(...away.changed);
    const keys = present ? KEYS.filter((key) => !sameValue(present[key], wanted[key])) : KEYS;
    const isMoved = posting.posted.length + posting.redated.length > 0;
    const absences = away.added.length + away.changed.length;
    if (!present) added.push(wanted);
    else if (keys.length > 0) changed.push(wanted);
    if (present && keys.length === 0 && !isMoved && absences === 0) {
      unchanged++;
      continue;
    }
    audit.push({
      action: 'employee.import', subjectType: 'employee', subjectId: wanted.id, ...(present && { before: describe(present, keys) }),
      after: { ...(describe(wanted, keys) as object), ...(isMoved && { positionCode: record.positionCode, postedOn: record.postedOn }), ...(absences > 0 && { absences }) },
    });
  }
  warnings.push(...surplusWarnings(table, state, posted, ended));
  return {
    toAdd: added.length, toChange: table.rows.length - added.length - unchanged, unchanged, faults: [...table.faults, ...faults], warnings, audit,
    writes: { added, changed, ended, redated, posted, newAbsences, changedAbsences, everyone },
  };
};
