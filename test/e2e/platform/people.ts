import { randomUUID } from 'node:crypto';
import { hashPassword } from '#platform';
import type { TestDatabase } from '../../support/test-database.js';

export const PASSWORD = 'right horse battery';

let hashed: Promise<string> | undefined;

export interface NewPerson {
  readonly signInName: string;
  readonly state?: 'INVITED' | 'ACTIVE' | 'DISABLED';
  readonly employeeId?: string;
  readonly roles?: readonly string[];
}

/** An account with PASSWORD. @returns its id */
export const addAccount = async (db: TestDatabase, organizationId: string, { signInName, state = 'ACTIVE', employeeId, roles = [] }: NewPerson): Promise<string> => {
  const passwordHash = state === 'INVITED' ? null : await (hashed ??= hashPassword(PASSWORD));
  const id = randomUUID();
  await db.database.system('test', async (tx) => {
    await tx.execute(
      `INSERT INTO account (organization_id, id, sign_in_name, employee_id, password_hash, state, created_at) VALUES ($1, $2, $3, $4, $5, $6, '2026-01-01')`,
      [organizationId, id, signInName, employeeId ?? null, passwordHash, state],
    );
    for (const role of roles) {
      await tx.execute(`INSERT INTO role_grant (organization_id, id, account_id, role, valid_from, created_at) VALUES ($1, $2, $3, $4, '2026-01-01', '2026-01-01')`, [
        organizationId, randomUUID(), id, role,
      ]);
    }
  });
  return id;
};

/** What a browser would send next: the cookie of an answer. */
export const cookieOf = (headers: Headers): string => {
  const [set] = headers.getSetCookie();
  if (set === undefined) throw new Error('No cookie was set');
  return set.split(';')[0]!;
};
