import type { INestApplicationContext } from '@nestjs/common';
import {
  AccountCodeService, AccountService, AuditService, Clock, Database, newId, RoleGrantService, systemContext, type Tx, type WorkContext,
} from '#platform';

export interface NewOrganization {
  /** What people type at sign-in where several organisations share a deployment. */
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** Invented people: every export says 가상 데이터. */
  readonly isDemo: boolean;
}

/** The administrator's way in. */
export interface FoundedOrganization {
  readonly signInName: string;
  /** In clear this one time; kept as a hash only. */
  readonly code: string;
  readonly expiresAt: Date;
}

/** Another organisation of this deployment has the code. */
export class OrganizationCodeTaken extends Error {}

/** The context of a new organisation. @param name stands in its audit rows */
export const newOrganizationContext = (name: string): WorkContext => systemContext(newId(), name);

/** Writes the organisation's row; `tx` must have been opened for its context. @throws OrganizationCodeTaken */
export const insertOrganization = async (app: INestApplicationContext, tx: Tx, { code, name, nameEn, isDemo }: NewOrganization): Promise<void> => {
  const inserted = await tx.execute(
    'INSERT INTO organization (organization_id, code, name, name_en, is_demo, created_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING',
    [tx.organizationId, code, name, nameEn, isDemo, app.get(Clock).now()],
  );
  if (inserted !== 1) throw new OrganizationCodeTaken(code);
  await app.get(AuditService).record(tx, {
    action: 'organization.create', subjectType: 'organization', subjectId: tx.organizationId, after: { code, name, nameEn, isDemo },
  });
};

/** An account of somebody who is no employee, with a role from today on. @returns its id */
export const openAccount = async (app: INestApplicationContext, tx: Tx, signInName: string, role: 'MAYOR' | 'COMMITTEE_MEMBER' | 'SYSTEM_ADMIN'): Promise<string> => {
  const { id } = await app.get(AccountService).create(tx, signInName);
  await app.get(RoleGrantService).grant(tx, { accountId: id, role, validFrom: app.get(Clock).today() });
  return id;
};

/**
 * What a deployment does once for each organisation: the organisation and its first administrator, or nothing at all.
 * @param origin stands in the audit rows
 * @throws OrganizationCodeTaken
 */
export const foundOrganization = (
  app: INestApplicationContext, origin: string, organization: NewOrganization, adminSignInName: string,
): Promise<FoundedOrganization> =>
  app.get(Database).transaction(newOrganizationContext(origin), async (tx) => {
    await insertOrganization(app, tx, organization);
    const accountId = await openAccount(app, tx, adminSignInName, 'SYSTEM_ADMIN');
    const { items: [issued] } = await app.get(AccountCodeService).issueActivationCodes(tx, { accountIds: [accountId] });
    if (issued === undefined) throw new Error('The administrator got no code');
    return { signInName: issued.employeeNumber, code: issued.code, expiresAt: issued.expiresAt };
  });
