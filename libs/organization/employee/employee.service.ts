import { Injectable } from '@nestjs/common';
import { AuditService, DerivedRoleCache, foundOr404, JariError, JobQueue, refuseIfFaulty, type AuditValue, type Tx } from '#platform';
import { startOfKoreanDay } from '../calendar/civil-date.js';
import type { Headship } from '../position/headship.js';
import { OrgUnitService } from '../unit/org-unit.service.js';
import { employeeFacts, type EmployeeFacts, type PostLabel } from './employee-facts.js';
import { CLOSE_ACCOUNT } from './jobs/close-account.job.js';
import { updateEmployees } from './employee.write.js';
import { byEmployee, queryAbsences, queryAssignments, queryDisplacements, queryEmployees, type EmployeeRow } from './employee.query.js';

export interface EmployeeSearch {
  readonly on: string;
  /** In the name or the employee number. */
  readonly text?: string;
  /** The unit with everything below it. */
  readonly unitId?: string;
  readonly grade?: number;
  readonly jobSeries?: string;
  readonly absentOnly?: boolean;
  readonly displacedOnly?: boolean;
}

export type EmployeeChange = Partial<Pick<EmployeeRow, 'name' | 'grade' | 'jobSeries' | 'appointmentType' | 'hiredOn' | 'licences' | 'leftOn'>>;

export interface UnitHead {
  readonly unitId: string;
  readonly employeeId: string;
  readonly positionId: string;
  readonly headship: Headship;
}

const CHANGEABLE = ['name', 'grade', 'jobSeries', 'appointmentType', 'hiredOn', 'licences', 'leftOn'] as const satisfies readonly (keyof EmployeeChange)[];

@Injectable()
export class EmployeeService {
  constructor(
    private readonly units: OrgUnitService,
    private readonly audit: AuditService,
    private readonly roles: DerivedRoleCache,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * The facts of many people as of one day, in a handful of queries whatever their number, by employee number.
   * @param employeeIds null = everyone in service on that day; people named are returned even when they left
   */
  async facts(tx: Tx, on: string, employeeIds: readonly string[] | null = null): Promise<readonly EmployeeFacts[]> {
    const employees = await queryEmployees(tx, employeeIds, employeeIds === null ? on : null);
    const assignments = byEmployee(await queryAssignments(tx, employeeIds));
    const absences = byEmployee(await queryAbsences(tx, employeeIds));
    const displacements = byEmployee(await queryDisplacements(tx, employeeIds));
    const labels = await tx.query<PostLabel>('SELECT id, code, duty, duty_en AS "dutyEn", unit_id AS "unitId" FROM position WHERE organization_id = $1', [tx.organizationId]);
    const posts = new Map(labels.map((post) => [post.id, post]));
    const tree = await this.units.tree(tx, on);
    return employees.map((employee) =>
      employeeFacts(
        {
          employee,
          assignments: assignments.get(employee.id) ?? [],
          absences: absences.get(employee.id) ?? [],
          displacements: displacements.get(employee.id) ?? [],
        },
        on, tree, posts,
      ));
  }

  /** @throws EMPLOYEE_NOT_FOUND */
  async find(tx: Tx, employeeId: string, on: string): Promise<EmployeeFacts> {
    const [facts] = await this.facts(tx, on, [employeeId]);
    return foundOr404(facts, 'EMPLOYEE_NOT_FOUND');
  }

  /** The signed-in person's own record. @throws NO_EMPLOYEE_RECORD for an account without one */
  async findOwn(tx: Tx, on: string): Promise<EmployeeFacts> {
    return this.find(tx, ownEmployeeId(tx), on);
  }

  /** Staff in service on the day, by employee number. */
  async search(tx: Tx, { on, text, unitId, grade, jobSeries, absentOnly, displacedOnly }: EmployeeSearch): Promise<readonly EmployeeFacts[]> {
    const units = unitId === undefined ? undefined : new Set((await this.units.tree(tx, on)).withDescendants(unitId).map((unit) => unit.unitId));
    const needle = text?.normalize('NFC').toLowerCase();
    return (await this.facts(tx, on)).filter((person) =>
      (needle === undefined || person.name.toLowerCase().includes(needle) || person.employeeNumber.toLowerCase().includes(needle)) &&
      (units === undefined || (person.unitId !== null && units.has(person.unitId))) &&
      (grade === undefined || person.grade === grade) &&
      (jobSeries === undefined || person.jobSeries === jobSeries) &&
      (!absentOnly || person.absence !== null) &&
      (!displacedOnly || person.displacedBy !== null));
  }

  /** Who heads units on a day (부서장·팀장·동장), absent heads included. `unitIds` null = every unit. */
  async heads(tx: Tx, on: string, unitIds: readonly string[] | null = null): Promise<readonly UnitHead[]> {
    return tx.query<UnitHead>(
      `SELECT p.unit_id AS "unitId", a.employee_id AS "employeeId", p.id AS "positionId", p.headship
       FROM assignment a JOIN position p ON p.organization_id = a.organization_id AND p.id = a.position_id
       JOIN employee e ON e.organization_id = a.organization_id AND e.id = a.employee_id
       WHERE a.organization_id = $1 AND p.headship IS NOT NULL AND ($3::uuid[] IS NULL OR p.unit_id = ANY($3))
         AND a.started_on <= $2 AND (a.ended_on IS NULL OR a.ended_on > $2) AND (e.left_on IS NULL OR e.left_on > $2)
       ORDER BY p.code, e.employee_number`,
      [tx.organizationId, on, unitIds],
    );
  }

  /** The units of which the person is department or dong head on the day, with everything below them. */
  async unitsHeadedBy(tx: Tx, employeeId: string, on: string): Promise<readonly string[]> {
    const headed = (await this.heads(tx, on)).filter((head) => head.employeeId === employeeId && head.headship !== 'TEAM_LEAD');
    if (headed.length === 0) return [];
    const tree = await this.units.tree(tx, on);
    return [...new Set(headed.flatMap(({ unitId }) => tree.withDescendants(unitId).map((unit) => unit.unitId)))];
  }

  /** Corrects the personnel record. Leaving the service ends the posting and, on that day, the account. @throws EMPLOYEE_NOT_FOUND, VALIDATION_FAILED */
  async change(tx: Tx, employeeId: string, change: EmployeeChange): Promise<void> {
    await tx.execute('SELECT 1 FROM employee WHERE organization_id = $1 AND id = $2 FOR UPDATE', [tx.organizationId, employeeId]);
    const [before] = await queryEmployees(tx, [employeeId], null);
    const found = foundOr404(before, 'EMPLOYEE_NOT_FOUND');
    const given = Object.fromEntries(CHANGEABLE.filter((key) => change[key] !== undefined).map((key) => [key, change[key]])) as EmployeeChange;
    const after: EmployeeRow = { ...found, ...given };
    refuseIfFaulty(after.leftOn !== null && after.leftOn < after.hiredOn ? [{ path: 'leftOn', code: 'PERIOD_INVERTED' }] : []);
    await updateEmployees(tx, [after]);
    if (after.leftOn !== null && after.leftOn !== found.leftOn) {
      await tx.execute('DELETE FROM assignment WHERE organization_id = $1 AND employee_id = $2 AND started_on >= $3', [tx.organizationId, employeeId, after.leftOn]);
      await tx.execute(
        'UPDATE assignment SET ended_on = $3 WHERE organization_id = $1 AND employee_id = $2 AND (ended_on IS NULL OR ended_on > $3)',
        [tx.organizationId, employeeId, after.leftOn],
      );
      await this.jobs.enqueue(tx, CLOSE_ACCOUNT, { employeeId }, { runAt: startOfKoreanDay(after.leftOn), key: `${employeeId} ${after.leftOn}` });
    }
    const changed = CHANGEABLE.filter((key) => JSON.stringify(found[key]) !== JSON.stringify(after[key]));
    const pick = (row: EmployeeRow): AuditValue => Object.fromEntries(changed.map((key) => [key, row[key]]));
    await this.audit.record(tx, { action: 'employee.change', subjectType: 'employee', subjectId: employeeId, before: pick(found), after: pick(after) });
    await this.roles.refresh(tx, [employeeId]);
  }
}

/** The signed-in person's employee id. @throws NO_EMPLOYEE_RECORD */
export const ownEmployeeId = (tx: Tx): string => {
  const { actor } = tx.context;
  if (actor.kind !== 'PERSON' || actor.employeeId === null) throw new JariError('NO_EMPLOYEE_RECORD');
  return actor.employeeId;
};
