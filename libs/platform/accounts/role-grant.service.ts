import { Injectable } from '@nestjs/common';
import type { Fault, Role } from '#contracts';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../clock/clock.js';
import type { Tx } from '../database/transaction.js';
import { foundOr404, JariError, refuseIfFaulty } from '../errors/jari-error.js';
import { newId } from '../ids/new-id.js';

/** Roles that somebody gives. EMPLOYEE is everyone's; MANAGER and DEPARTMENT_HEAD follow from grade and post. */
export const GRANTABLE_ROLES = ['HR_OFFICER', 'MAYOR', 'AUDITOR', 'COMMITTEE_MEMBER', 'TRUSTEE', 'SYSTEM_ADMIN'] as const satisfies readonly Role[];
export type GrantableRole = (typeof GRANTABLE_ROLES)[number];

export interface RoleGrantView {
  readonly id: string;
  readonly accountId: string;
  readonly signInName: string;
  readonly role: GrantableRole;
  readonly validFrom: string;
  /** The first day on which it holds no more; null = without end. */
  readonly validTo: string | null;
}

export interface NewRoleGrant {
  readonly accountId: string;
  readonly role: GrantableRole;
  readonly validFrom: string;
  readonly validTo?: string | null | undefined;
}

const VIEW = `
  SELECT g.id, g.account_id AS "accountId", a.sign_in_name AS "signInName", g.role, g.valid_from AS "validFrom", g.valid_to AS "validTo"
  FROM role_grant g JOIN account a ON a.organization_id = g.organization_id AND a.id = g.account_id
  WHERE g.organization_id = $1`;

/** Who holds which role from when to when. A grant is never removed, only ended, so that the past stays readable. */
@Injectable()
export class RoleGrantService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** @param accountId whose; without it everyone's. Past ones too. */
  list(tx: Tx, accountId?: string): Promise<RoleGrantView[]> {
    return tx.query<RoleGrantView>(`${VIEW} AND ($2::uuid IS NULL OR g.account_id = $2) ORDER BY a.sign_in_name, g.role, g.valid_from`, [
      tx.organizationId, accountId ?? null,
    ]);
  }

  /** @throws JariError ACCOUNT_NOT_FOUND, ROLE_GRANT_OVERLAPS, VALIDATION_FAILED for a period that starts in the past or has no day */
  async grant(tx: Tx, { accountId, role, validFrom, validTo = null }: NewRoleGrant): Promise<RoleGrantView> {
    const today = this.clock.today();
    const faults: Fault[] = [];
    // A role in the past would rewrite who was allowed to do what.
    if (validFrom < today) faults.push({ path: 'validFrom', code: 'ROLE_BEGINS_IN_THE_PAST', params: { today } });
    if (validTo !== null && validTo <= validFrom) faults.push({ path: 'validTo', code: 'PERIOD_ENDS_BEFORE_IT_BEGINS' });
    refuseIfFaulty(faults);
    // Two administrators at once take turns here; the exclusion constraint stands behind it.
    foundOr404(await tx.one('SELECT 1 FROM account WHERE organization_id = $1 AND id = $2 FOR UPDATE', [tx.organizationId, accountId]), 'ACCOUNT_NOT_FOUND');
    const overlapping = await tx.one(
      `SELECT 1 FROM role_grant WHERE organization_id = $1 AND account_id = $2 AND role = $3
         AND daterange(valid_from, valid_to) && daterange($4, $5)`,
      [tx.organizationId, accountId, role, validFrom, validTo],
    );
    if (overlapping) throw new JariError('ROLE_GRANT_OVERLAPS');
    const id = newId();
    await tx.execute(
      'INSERT INTO role_grant (organization_id, id, account_id, role, valid_from, valid_to, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [tx.organizationId, id, accountId, role, validFrom, validTo, this.clock.now()],
    );
    await this.audit.record(tx, { action: 'role.grant', subjectType: 'account', subjectId: accountId, after: { grantId: id, role, validFrom, validTo } });
    return this.view(tx, id);
  }

  /**
   * Ends a grant. @param validTo the first day on which it holds no more: today = at once
   * @throws JariError NOT_FOUND, ROLE_OF_LAST_ADMINISTRATOR, VALIDATION_FAILED when it has ended already or would end in the past
   */
  async end(tx: Tx, id: string, validTo: string): Promise<RoleGrantView> {
    const today = this.clock.today();
    // The administrators' grants as well, always in one order: two who end each other's at the same moment take turns.
    const locked = await tx.query<{ id: string; accountId: string; role: Role; validFrom: string; validTo: string | null }>(
      `SELECT id, account_id AS "accountId", role, valid_from AS "validFrom", valid_to AS "validTo"
       FROM role_grant WHERE organization_id = $1 AND (id = $2 OR role = 'SYSTEM_ADMIN') ORDER BY id FOR UPDATE`,
      [tx.organizationId, id],
    );
    const grant = foundOr404(locked.find((row) => row.id === id));
    const faults: Fault[] = [];
    if (grant.validTo !== null && grant.validTo <= today) faults.push({ path: 'validTo', code: 'ROLE_HAS_ENDED' });
    else if (validTo < today) faults.push({ path: 'validTo', code: 'ROLE_ENDS_IN_THE_PAST', params: { today } });
    else if (grant.validTo !== null && validTo > grant.validTo) faults.push({ path: 'validTo', code: 'ROLE_CAN_ONLY_BE_SHORTENED' });
    refuseIfFaulty(faults);
    // One that has not begun keeps no day.
    const end = validTo < grant.validFrom ? grant.validFrom : validTo;
    if (grant.role === 'SYSTEM_ADMIN') await this.requireAnotherAdministrator(tx, grant.accountId, end);
    await tx.execute('UPDATE role_grant SET valid_to = $3 WHERE organization_id = $1 AND id = $2', [tx.organizationId, id, end]);
    await this.audit.record(tx, {
      action: 'role.end', subjectType: 'account', subjectId: grant.accountId,
      before: { grantId: id, role: grant.role, validTo: grant.validTo }, after: { validTo: end },
    });
    return this.view(tx, id);
  }

  /** Otherwise nobody could ever give a role again. */
  private async requireAnotherAdministrator(tx: Tx, accountId: string, on: string): Promise<void> {
    const another = await tx.one(
      `SELECT 1 FROM role_grant g JOIN account a ON a.organization_id = g.organization_id AND a.id = g.account_id
       WHERE g.organization_id = $1 AND g.role = 'SYSTEM_ADMIN' AND g.account_id <> $2 AND a.state = 'ACTIVE'
         AND g.valid_from <= $3 AND (g.valid_to IS NULL OR g.valid_to > $3)`,
      [tx.organizationId, accountId, on],
    );
    if (!another) throw new JariError('ROLE_OF_LAST_ADMINISTRATOR');
  }

  private async view(tx: Tx, id: string): Promise<RoleGrantView> {
    return foundOr404(await tx.one<RoleGrantView>(`${VIEW} AND g.id = $2`, [tx.organizationId, id]));
  }
}
