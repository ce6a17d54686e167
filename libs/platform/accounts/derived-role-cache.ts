import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { DerivedRoles, type RolePeriod } from './derived-roles.js';

/** Keeps `account.derived_roles` equal to what the organisation room says; whoever changes a grade or a headship calls it. */
@Injectable()
export class DerivedRoleCache {
  constructor(private readonly derived: DerivedRoles) {}

  /**
   * Asks anew in the transaction of the change.
   * @param employeeIds whose roles may have changed; without it everyone's
   */
  async refresh(tx: Tx, employeeIds?: readonly string[]): Promise<void> {
    const byEmployee = new Map<string, RolePeriod[]>(employeeIds?.map((id) => [id, []]));
    for (const { employeeId, role, validFrom, validTo } of await this.derived.rolesOf(tx, employeeIds)) {
      const periods = byEmployee.get(employeeId) ?? [];
      periods.push({ role, validFrom, validTo });
      byEmployee.set(employeeId, periods);
    }
    const rows = [...byEmployee].map(([employee_id, roles]) => ({ employee_id, roles }));
    await tx.execute(
      `UPDATE account a SET derived_roles = coalesce(n.roles, '[]')
       FROM account known LEFT JOIN jsonb_to_recordset($2::jsonb) AS n(employee_id uuid, roles jsonb) ON n.employee_id = known.employee_id
       WHERE a.organization_id = $1 AND known.organization_id = a.organization_id AND known.id = a.id
         AND ($3::uuid[] IS NULL OR a.employee_id = ANY($3)) AND a.employee_id IS NOT NULL
         AND a.derived_roles IS DISTINCT FROM coalesce(n.roles, '[]')`,
      [tx.organizationId, JSON.stringify(rows), employeeIds ?? null],
    );
  }
}
