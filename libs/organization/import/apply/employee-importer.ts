import { Injectable } from '@nestjs/common';
import { AccountProvisioning, DerivedRoleCache, type Tx } from '#platform';
import { insertAbsences, updateAbsences } from '../../absence/absence.service.js';
import { insertAssignments } from '../../assignment/assignment.service.js';
import { byEmployee, queryAbsences, queryAssignments, queryEmployees, type AssignmentRow } from '../../employee/employee.query.js';
import { insertEmployees, updateEmployees } from '../../employee/employee.write.js';
import { lockOrganizationChart } from '../../unit/org-unit.service.js';
import type { Importer } from '../importer.js';
import { EMPLOYEE_COLUMNS } from '../plans/columns.js';
import type { ImportPlan } from '../plans/plan.js';
import { planEmployees, type EmployeeWrites } from '../plans/plan-employees.js';
import type { RawRow } from '../table/decode.js';
import { readTable } from '../table/read-table.js';
import { loadPositions } from './position-importer.js';

@Injectable()
export class EmployeeImporter implements Importer<EmployeeWrites> {
  readonly kind = 'EMPLOYEES';

  constructor(
    private readonly accounts: AccountProvisioning,
    private readonly roles: DerivedRoleCache,
  ) {}

  async plan(tx: Tx, rows: readonly RawRow[]): Promise<ImportPlan<EmployeeWrites>> {
    await lockOrganizationChart(tx);
    return planEmployees(readTable(EMPLOYEE_COLUMNS, 'employeeNumber', rows), {
      employees: await queryEmployees(tx, null, null),
      positions: await loadPositions(tx),
      assignments: byEmployee(await queryAssignments(tx, null)),
      absences: byEmployee(await queryAbsences(tx, null)),
    });
  }

  async write(tx: Tx, writes: EmployeeWrites): Promise<void> {
    await insertEmployees(tx, writes.added);
    await updateEmployees(tx, writes.changed);
    await redate(tx, [...writes.ended, ...writes.redated]);
    await insertAssignments(tx, writes.posted);
    await updateAbsences(tx, writes.changedAbsences);
    await insertAbsences(tx, writes.newAbsences);
    await this.accounts.provisionForEmployees(tx, writes.everyone);
    await this.roles.refresh(tx, writes.everyone.map(({ employeeId }) => employeeId));
  }
}

const redate = async (tx: Tx, rows: readonly AssignmentRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await tx.execute(
    `UPDATE assignment a SET started_on = n."startedOn", ended_on = n."endedOn"
     FROM jsonb_to_recordset($2::jsonb) AS n(id uuid, "startedOn" date, "endedOn" date) WHERE a.organization_id = $1 AND a.id = n.id`,
    [tx.organizationId, JSON.stringify(rows)],
  );
};
