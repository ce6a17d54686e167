import { AccountService, newId, RoleGrantService, systemContext, type Clock, type Tx, type WorkContext } from '#platform';
import type { INestApplicationContext } from '@nestjs/common';

export interface NewOrganization {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

/** Writes the organisation's row, always as a demo (가상 데이터); `tx` must have been opened for `context`'s organisation. */
export const insertDemoOrganization = async (tx: Tx, clock: Clock, { code, name, nameEn }: NewOrganization): Promise<void> => {
  await tx.execute(
    'INSERT INTO organization (organization_id, code, name, name_en, is_demo, created_at) VALUES ($1, $2, $3, $4, true, $5)',
    [tx.organizationId, code, name, nameEn, clock.now()],
  );
};

/** An account of somebody who is no employee, with a role from today on. @returns its id */
export const openAccount = async (app: INestApplicationContext, tx: Tx, clock: Clock, signInName: string, role: 'MAYOR' | 'COMMITTEE_MEMBER' | 'SYSTEM_ADMIN'): Promise<string> => {
  const { id } = await app.get(AccountService).create(tx, signInName);
  await app.get(RoleGrantService).grant(tx, { accountId: id, role, validFrom: clock.today() });
  return id;
};

/** The context of a new organisation. */
export const newOrganizationContext = (name: string): WorkContext => systemContext(newId(), name);

/** Whether any organisation exists, and the first demo one; `tx` sees every organisation. */
export const readOrganizations = async (tx: Tx): Promise<{ readonly any: boolean; readonly demoId: string | null }> => {
  const rows = await tx.query<{ id: string; isDemo: boolean }>('SELECT organization_id AS id, is_demo AS "isDemo" FROM organization ORDER BY created_at, organization_id');
  return { any: rows.length > 0, demoId: rows.find(({ isDemo }) => isDemo)?.id ?? null };
};
