import { newId } from '#platform';
import type { AssignmentRow } from '../../employee/employee.query.js';
import type { PositionRow } from '../../position/position.query.js';
import type { RowFault } from '../table/read-table.js';
import type { EmployeeRecord } from './columns.js';

export interface PostingPlan {
  readonly faults: readonly RowFault[];
  readonly warnings: readonly RowFault[];
  readonly ended: readonly AssignmentRow[];
  readonly redated: readonly AssignmentRow[];
  readonly posted: readonly AssignmentRow[];
}

const NOTHING: PostingPlan = { faults: [], warnings: [], ended: [], redated: [], posted: [] };

/**
 * What a row says, as far as it could be read, about the present post against the stored history. A later 보직일 moves the person there on that day;
 * another day for the same post corrects it; an earlier posting is a matter for a correction, not for a file.
 */
export const planPosting = (
  record: Partial<EmployeeRecord>, row: number, employeeId: string, history: readonly AssignmentRow[], positions: ReadonlyMap<string, PositionRow>,
): PostingPlan => {
  const { positionCode, postedOn, hiredOn } = record;
  const present = history.at(-1)?.endedOn === null ? history.at(-1) : undefined;
  const fault = (column: string, code: string, params?: RowFault['params']): RowFault => ({ row, column, code, ...(params && { params }) });
  if (positionCode === undefined) return NOTHING;
  if (positionCode === null) {
    if (typeof postedOn === 'string') return { ...NOTHING, faults: [fault('positionCode', 'IMPORT_POST_MISSING')] };
    return present ? { ...NOTHING, faults: [fault('positionCode', 'IMPORT_POST_STILL_HELD')] } : NOTHING;
  }
  const post = positions.get(positionCode);
  const faults: RowFault[] = [];
  if (!post) faults.push(fault('positionCode', 'IMPORT_POSITION_UNKNOWN', { value: positionCode }));
  if (postedOn === null) return { ...NOTHING, faults: [...faults, fault('postedOn', 'IMPORT_POSTED_ON_MISSING')] };
  if (postedOn === undefined) return { ...NOTHING, faults };
  if (hiredOn !== undefined && postedOn < hiredOn) faults.push(fault('postedOn', 'IMPORT_POSTED_BEFORE_HIRED', { date: hiredOn }));
  if (!post) return { ...NOTHING, faults };
  const isSame = present?.positionId === post.id && present.startedOn === postedOn;
  if (!isSame && post.validTo !== null && post.validTo <= postedOn) faults.push(fault('positionCode', 'IMPORT_POSITION_CLOSED', { value: positionCode, date: post.validTo }));

  const isCorrection = present?.positionId === post.id;
  const before = history.filter((posting) => posting !== present).at(-1);
  const notBefore = isCorrection ? before?.endedOn : (present?.startedOn ?? before?.endedOn);
  const isTooEarly = notBefore !== undefined && notBefore !== null && (isCorrection || !present ? postedOn < notBefore : postedOn <= notBefore);
  if (!isSame && isTooEarly) faults.push(fault('postedOn', 'IMPORT_POSTING_BEFORE_PRESENT', { date: notBefore }));
  const warnings = fits(record, post) ? [] : [fault('grade', 'IMPORT_GRADE_OUTSIDE_BAND', { value: positionCode, grade: record.grade ?? 0 })];
  if (faults.length > 0 || isSame) return { ...NOTHING, faults, warnings };
  if (present && isCorrection) return { ...NOTHING, warnings, redated: [{ ...present, startedOn: postedOn }] };
  return {
    ...NOTHING,
    warnings,
    ended: present ? [{ ...present, endedOn: postedOn }] : [],
    posted: [{ id: newId(), employeeId, positionId: post.id, startedOn: postedOn, endedOn: null, cause: 'IMPORT' }],
  };
};

const fits = ({ grade }: Partial<EmployeeRecord>, { highestGrade, lowestGrade }: PositionRow): boolean => grade === undefined || (grade >= highestGrade && grade <= lowestGrade);
