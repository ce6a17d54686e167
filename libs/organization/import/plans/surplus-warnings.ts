import type { AssignmentRow } from '../../employee/employee.query.js';
import type { ReadTable, RowFault } from '../table/read-table.js';
import type { EMPLOYEE_COLUMNS } from './columns.js';
import type { EmployeeState } from './employee-state.js';

/** Posts that would have more holders than their headcount (과원): allowed, told at the row that brings the first one too many. */
export const surplusWarnings = (
  table: ReadTable<typeof EMPLOYEE_COLUMNS>, state: EmployeeState, posted: readonly AssignmentRow[], ended: readonly AssignmentRow[],
): readonly RowFault[] => {
  const gone = new Set(ended.map(({ id }) => id));
  const holders = new Map<string, number>();
  const count = ({ positionId, endedOn }: AssignmentRow): void => {
    if (endedOn === null) holders.set(positionId, (holders.get(positionId) ?? 0) + 1);
  };
  for (const history of state.assignments.values()) history.filter(({ id }) => !gone.has(id)).forEach(count);
  const before = new Map(holders);
  posted.forEach(count);
  const warned = new Set<string>();
  const positions = new Map(state.positions.map((post) => [post.code, post]));
  return table.rows.flatMap(({ row, record }): RowFault[] => {
    const post = record.positionCode === null ? undefined : positions.get(record.positionCode);
    const total = post ? (holders.get(post.id) ?? 0) : 0;
    if (!post || warned.has(post.id) || total <= post.authorizedHeadcount || total === before.get(post.id)) return [];
    warned.add(post.id);
    return [{ row, column: 'positionCode', code: 'IMPORT_SURPLUS', params: { value: post.code, holders: total, authorized: post.authorizedHeadcount } }];
  });
};
