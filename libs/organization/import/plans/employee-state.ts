import type { AbsenceRow, AssignmentRow, EmployeeRow } from '../../employee/employee.query.js';
import type { PositionRow } from '../../position/position.query.js';

/** What is stored of the staff before an import. */
export interface EmployeeState {
  readonly employees: readonly EmployeeRow[];
  readonly positions: readonly PositionRow[];
  readonly assignments: ReadonlyMap<string, readonly AssignmentRow[]>;
  readonly absences: ReadonlyMap<string, readonly AbsenceRow[]>;
}
