import { Clock, Database, DerivedRoleCache, hashPassword, newToken, RoleGrantService, SessionService, SystemClock, type Tx, type WorkContext } from '#platform';
import { WishListService } from '#preferences';
import type { INestApplicationContext } from '@nestjs/common';
import { createApplicationContext } from '../../application/application-context.js';
import { insertOrganization, newOrganizationContext } from '../../application/found-organization.js';
import { importDistrict, readIds } from '../../demo-loader/import-district.js';
import { benchDistrict } from './bench-district.js';
import { filersOf, type Filer } from './filers.js';

export interface SignedInFiler extends Filer {
  /** The `Cookie` header of their open session. */
  readonly cookie: string;
}

export interface LoadedDistrict {
  readonly organizationId: string;
  readonly filers: readonly SignedInFiler[];
  /** A session with the role HR_OFFICER. */
  readonly hrCookie: string;
  /** For what the measurement needs beside the API. Call `close` after use. */
  readonly app: INestApplicationContext;
  readonly context: WorkContext;
}

const cookieOf = (token: string): string => `jari_session=${token}`;

/** The accounts as after activation, with a password that nobody knows; that and signing in (argon2) are not what is measured here. */
const activate = async (tx: Tx): Promise<void> => {
  await tx.execute(`UPDATE account SET state = 'ACTIVE', password_hash = $2 WHERE organization_id = $1`, [tx.organizationId, await hashPassword(newToken())]);
};

/**
 * Imports the district of the measurement through the product's own import, opens a session for everybody and files
 * everybody's first list, as they do all year. Committed when it returns.
 */
export const loadBenchDistrict = async (databaseUrl: string): Promise<LoadedDistrict> => {
  const clock: Clock = new SystemClock();
  const app = await createApplicationContext(databaseUrl, clock);
  const database = app.get(Database);
  const context = newOrganizationContext('bench');
  const district = benchDistrict(clock.today());
  await database.transaction(context, async (tx) => {
    await insertOrganization(app, tx, { code: 'jari-bench', name: district.name, nameEn: district.nameEn, isDemo: true });
    await importDistrict(app, tx, district);
    await app.get(DerivedRoleCache).refresh(tx);
    await activate(tx);
  });
  return database.transaction(context, async (tx) => {
    const ids = await readIds(tx);
    const [sessions, wishes] = [app.get(SessionService), app.get(WishListService)];
    const filers: SignedInFiler[] = [];
    for (const filer of filersOf(district, ids)) {
      filers.push({ ...filer, cookie: cookieOf((await sessions.open(tx, ids.account(filer.employeeNumber))).token) });
      await wishes.save(tx, filer.employeeId, { version: 0, wishes: filer.lists[0] ?? [], file: true });
    }
    const [officer] = filers;
    if (officer === undefined) throw new RangeError('nobody to be the HR officer');
    await app.get(RoleGrantService).grant(tx, { accountId: ids.account(officer.employeeNumber), role: 'HR_OFFICER', validFrom: clock.today() });
    return { organizationId: context.organizationId, filers, hrCookie: officer.cookie, app, context };
  });
};
