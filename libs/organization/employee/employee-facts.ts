import { covers } from '../calendar/civil-date.js';
import { tenureAt } from '../tenure/tenure.js';
import type { UnitTree, UnitVersion } from '../unit/unit-tree.js';
import type { AbsenceRow, AssignmentRow, DisplacementRow, EmployeeRow } from './employee.query.js';

/** How a post is called and where it stands. */
export interface PostLabel {
  readonly id: string;
  readonly code: string;
  readonly duty: string;
  readonly dutyEn: string | null;
  readonly unitId: string;
}

/** What the rules of a round ask about a person, as of one day. Computed, never typed. */
export interface EmployeeFacts extends EmployeeRow {
  /** The post held on the day. */
  readonly positionId: string | null;
  readonly post: PostLabel | null;
  /** From the bureau down to the post's own unit. */
  readonly unitPath: readonly UnitVersion[];
  /** First day in that post without interruption by another one. */
  readonly postedOn: string | null;
  /** Whole months in the post at the end of the day, leave and suspension excluded. */
  readonly tenureMonths: number;
  /** Days of leave and suspension that were excluded. */
  readonly excludedDays: number;
  readonly unitId: string | null;
  /** The department or dong. */
  readonly departmentId: string | null;
  readonly bureauId: string | null;
  readonly inDong: boolean;
  /** The absence that covers the day; leave before suspension before secondment when several do. */
  readonly absence: AbsenceRow | null;
  readonly absences: readonly AbsenceRow[];
  readonly assignments: readonly AssignmentRow[];
  /** The reorganisation that takes the present post away, until the person is posted elsewhere. */
  readonly displacedBy: string | null;
}

export interface FactsInput {
  readonly employee: EmployeeRow;
  readonly assignments: readonly AssignmentRow[];
  readonly absences: readonly AbsenceRow[];
  readonly displacements: readonly DisplacementRow[];
}

const ABSENCE_ORDER: readonly AbsenceRow['kind'][] = ['LEAVE', 'SUSPENSION', 'SECONDMENT'];

/** @param posts every post by id */
export const employeeFacts = ({ employee, assignments, absences, displacements }: FactsInput, on: string, tree: UnitTree, posts: ReadonlyMap<string, PostLabel>): EmployeeFacts => {
  const tenure = tenureAt(assignments, absences, on);
  const post = tenure ? (posts.get(tenure.positionId) ?? null) : null;
  const unitId = post?.unitId ?? null;
  const present = absences
    .filter(({ absentFrom, absentUntil }) => covers(absentFrom, absentUntil, on))
    .sort((a, b) => ABSENCE_ORDER.indexOf(a.kind) - ABSENCE_ORDER.indexOf(b.kind));
  return {
    ...employee,
    positionId: tenure?.positionId ?? null,
    post,
    unitPath: unitId === null ? [] : tree.path(unitId),
    postedOn: tenure?.postedOn ?? null,
    tenureMonths: tenure?.months ?? 0,
    excludedDays: tenure?.excludedDays ?? 0,
    unitId,
    departmentId: unitId === null ? null : (tree.departmentOf(unitId)?.unitId ?? null),
    bureauId: unitId === null ? null : (tree.bureauOf(unitId)?.unitId ?? null),
    inDong: unitId !== null && tree.isInDong(unitId),
    absence: present[0] ?? null,
    absences,
    assignments,
    displacedBy: displacements.find(({ fromPositionId }) => fromPositionId === tenure?.positionId)?.reorganizationId ?? null,
  };
};
