import type { Bilingual, Role } from '#contracts';
import { verifyPassword, type Tx } from '#platform';
import { ROLE_NAMES } from './cast.js';

/** Known to everybody who reads the banner: for invented people only. */
export const DEMO_PASSWORD = 'jari-demo-district';

export interface DemoAccount {
  readonly role: Bilingual;
  readonly signInName: string;
  readonly password: string;
}

/** More active accounts than this are no longer those of the loader alone; hashing has its price. */
const ACCOUNTS_TRIED = 24;
const ORDER = ['EMPLOYEE', 'MANAGER', 'DEPARTMENT_HEAD', 'HR_OFFICER', 'MAYOR', 'AUDITOR', 'COMMITTEE_MEMBER', 'SYSTEM_ADMIN'] as const satisfies readonly Role[];

interface Row {
  readonly signInName: string;
  readonly passwordHash: string;
  readonly roles: readonly string[];
}

/** The accounts that still open with the demo password, a granted role before a derived one. */
export const readDemoAccounts = async (tx: Tx, today: string): Promise<readonly DemoAccount[]> => {
  const rows = await tx.query<Row>(
    `SELECT a.sign_in_name AS "signInName", a.password_hash AS "passwordHash",
            coalesce((SELECT jsonb_agg(g.role ORDER BY g.role) FROM role_grant g
                      WHERE g.organization_id = a.organization_id AND g.account_id = a.id AND g.valid_from <= $2 AND (g.valid_to IS NULL OR g.valid_to > $2)),
                     (SELECT jsonb_agg(d->>'role' ORDER BY d->>'role') FROM jsonb_array_elements(a.derived_roles) d), '[]') AS roles
     FROM account a WHERE a.organization_id = $1 AND a.state = 'ACTIVE' AND a.password_hash IS NOT NULL
     ORDER BY a.created_at, a.sign_in_name LIMIT $3`,
    [tx.organizationId, today, ACCOUNTS_TRIED],
  );
  const opens = await Promise.all(rows.map(({ passwordHash }) => verifyPassword(passwordHash, DEMO_PASSWORD)));
  return rows
    .filter((_, index) => opens[index])
    .map(({ signInName, roles }) => ({ signInName, role: ORDER.find((role) => role !== 'MANAGER' && roles.includes(role)) ?? (roles.includes('MANAGER') ? 'MANAGER' as const : 'EMPLOYEE' as const) }))
    .sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role) || (a.signInName < b.signInName ? -1 : 1))
    .map(({ signInName, role }) => ({ signInName, role: ROLE_NAMES[role], password: DEMO_PASSWORD }));
};
