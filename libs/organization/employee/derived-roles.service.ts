import { Injectable } from '@nestjs/common';
import { Clock, DerivedRoles, type DerivedRole, type Tx } from '#platform';

/** MANAGER follows from a grade of 4–6, DEPARTMENT_HEAD from holding the head's post of a department or dong. */
@Injectable()
export class OrganizationDerivedRoles extends DerivedRoles {
  constructor(private readonly clock: Clock) {
    super();
  }

  override rolesOf(tx: Tx, employeeIds?: readonly string[]): Promise<readonly DerivedRole[]> {
    return tx.query<DerivedRole>(
      `SELECT id AS "employeeId", 'MANAGER' AS role, NULL::date AS "validFrom", left_on AS "validTo"
       FROM employee
       WHERE organization_id = $1 AND ($2::uuid[] IS NULL OR id = ANY($2)) AND grade BETWEEN 4 AND 6 AND (left_on IS NULL OR left_on > $3)
       UNION ALL
       SELECT a.employee_id, 'DEPARTMENT_HEAD', a.started_on, least(a.ended_on, p.valid_to)
       FROM assignment a JOIN position p ON p.organization_id = a.organization_id AND p.id = a.position_id
       WHERE a.organization_id = $1 AND ($2::uuid[] IS NULL OR a.employee_id = ANY($2)) AND p.headship IN ('DEPARTMENT_HEAD', 'DONG_HEAD')
         AND (a.ended_on IS NULL OR a.ended_on > $3) AND (p.valid_to IS NULL OR p.valid_to > $3)
       ORDER BY 1, 2, 3`,
      [tx.organizationId, employeeIds ?? null, this.clock.today()],
    );
  }
}
