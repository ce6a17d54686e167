import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../clock/clock.js';
import type { Tx } from '../database/transaction.js';
import { newId } from '../ids/new-id.js';
import { AccountProvisioning, type NewEmployee } from './account-provisioning.js';
import { DerivedRoleCache } from './derived-role-cache.js';

@Injectable()
export class EmployeeAccountProvisioning extends AccountProvisioning {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly derivedRoles: DerivedRoleCache,
  ) {
    super();
  }

  override async provisionForEmployees(tx: Tx, people: readonly NewEmployee[]): Promise<number> {
    if (people.length === 0) return 0;
    const rows = people.map(({ employeeId, signInName }) => ({ id: newId(), employee_id: employeeId, sign_in_name: signInName.normalize('NFKC') }));
    const touched = await tx.query<{ isNew: boolean }>(
      `INSERT INTO account AS a (organization_id, id, sign_in_name, employee_id, state, created_at)
       SELECT $1, n.id, n.sign_in_name, n.employee_id, 'INVITED', $3
       FROM jsonb_to_recordset($2::jsonb) AS n(id uuid, employee_id uuid, sign_in_name text)
       ON CONFLICT (organization_id, employee_id) DO UPDATE SET sign_in_name = excluded.sign_in_name
         WHERE a.sign_in_name <> excluded.sign_in_name
       RETURNING a.id IN (SELECT (e->>'id')::uuid FROM jsonb_array_elements($2::jsonb) e) AS "isNew"`,
      [tx.organizationId, JSON.stringify(rows), this.clock.now()],
    );
    await this.derivedRoles.refresh(tx, people.map(({ employeeId }) => employeeId));
    const created = touched.filter(({ isNew }) => isNew).length;
    if (touched.length > 0) {
      await this.audit.record(tx, {
        action: 'account.provision', subjectType: 'account', subjectId: null, after: { created, renamed: touched.length - created },
      });
    }
    return created;
  }

  override async closeForEmployees(tx: Tx, employeeIds: readonly string[]): Promise<number> {
    const closed = await tx.query<{ id: string }>(
      `UPDATE account SET state = 'DISABLED', code_hash = NULL, code_purpose = NULL, code_expires_at = NULL
       WHERE organization_id = $1 AND employee_id = ANY($2::uuid[]) AND state <> 'DISABLED' RETURNING id`,
      [tx.organizationId, employeeIds],
    );
    await tx.execute('DELETE FROM session WHERE organization_id = $1 AND account_id = ANY($2::uuid[])', [tx.organizationId, closed.map(({ id }) => id)]);
    await this.audit.record(tx, ...closed.map(({ id }) => ({ action: 'account.disable', subjectType: 'account', subjectId: id })));
    return closed.length;
  }
}
