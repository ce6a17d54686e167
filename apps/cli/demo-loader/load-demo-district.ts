import type { INestApplicationContext } from '@nestjs/common';
import { addMonths, ReorganizationService } from '#organization';
import { Clock, Database, DerivedRoleCache, hashPassword, RoleGrantService, SystemClock, systemContext, type Tx } from '#platform';
import { createApplicationContext } from '../application/application-context.js';
import { insertOrganization, newOrganizationContext, openAccount } from '../application/found-organization.js';
import { regularOrderDay, roundCalendar } from './calendar.js';
import { castOf, OUTSIDE, type Cast, type DemoStory } from './cast.js';
import { DEMO_PASSWORD, readDemoAccounts, type DemoAccount } from './demo-accounts.js';
import { importDistrict, readIds, type Ids } from './import-district.js';
import { loadRound, roundName } from './load-round.js';
import { loadRecords } from './load-records.js';
import { loadDemandOfLastRound, loadWishes } from './load-wishes.js';
import { mergerRequest } from './merger-request.js';
import { readOrganizations } from './read-organizations.js';
import { storyOn } from './story.js';

/** So that two starts at the same moment load it once; any number that nobody else uses. */
const LOADING = 7_427_001;

const givePasswords = async (tx: Tx, accountIds: readonly string[]): Promise<void> => {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await tx.execute(`UPDATE account SET state = 'ACTIVE', password_hash = $3 WHERE organization_id = $1 AND id = ANY($2::uuid[])`, [tx.organizationId, accountIds, passwordHash]);
};

const openAccounts = async (app: INestApplicationContext, tx: Tx, clock: Clock, cast: Cast, ids: Ids): Promise<void> => {
  const grants = app.get(RoleGrantService);
  const grant = async (employeeNumber: string, role: 'HR_OFFICER' | 'AUDITOR'): Promise<void> => {
    await grants.grant(tx, { accountId: ids.account(employeeNumber), role, validFrom: clock.today() });
  };
  for (const officer of cast.hrOfficers) await grant(officer.employeeNumber, 'HR_OFFICER');
  await grant(cast.auditor.employeeNumber, 'AUDITOR');
  const outside = [
    await openAccount(app, tx, OUTSIDE.MAYOR, 'MAYOR'),
    await openAccount(app, tx, OUTSIDE.COMMITTEE_MEMBER, 'COMMITTEE_MEMBER'),
    await openAccount(app, tx, OUTSIDE.SYSTEM_ADMIN, 'SYSTEM_ADMIN'),
  ];
  const staff = [cast.employee, cast.manager, cast.departmentHead, ...cast.hrOfficers, cast.auditor];
  await givePasswords(tx, [...staff.map(({ employeeNumber }) => ids.account(employeeNumber)), ...outside]);
};

const load = async (app: INestApplicationContext, tx: Tx, story: DemoStory): Promise<void> => {
  const clock = app.get(Clock);
  const { district } = story;
  await insertOrganization(app, tx, { code: 'jari-demo', name: district.name, nameEn: district.nameEn, isDemo: true });
  await importDistrict(app, tx, district);
  await app.get(ReorganizationService).mergeDong(tx, mergerRequest(district.facts.merger, (await readIds(tx)).unit));
  await app.get(DerivedRoleCache).refresh(tx);
  const ids = await readIds(tx);
  await loadRecords(app, tx, district, ids);
  const cast = castOf(story);
  await openAccounts(app, tx, clock, cast, ids);
  await loadWishes(app, tx, story, ids, new Set([cast.employee.employeeNumber]));
  const lastRound = regularOrderDay(addMonths(district.referenceDate, -7));
  await loadDemandOfLastRound(tx, story, ids, { label: roundName(lastRound), recordedOn: lastRound < district.referenceDate ? lastRound : district.referenceDate });
  await loadRound(app, tx, roundCalendar(clock.today()), String(district.seed));
};

/**
 * Loads the demo district into a database without organisations, in one transaction, and leaves any other as it is.
 * The district is generated as of today, so that tenures and timetables look alive.
 * @param databaseUrl a migrated database
 * @returns the demo accounts in the database, none when it is not a demo
 */
export const loadDemoDistrict = async (databaseUrl: string, clock: Clock = new SystemClock()): Promise<readonly DemoAccount[]> => {
  const app = await createApplicationContext(databaseUrl, clock);
  try {
    const database = app.get(Database);
    const demoId = await database.system('load-demo-district', async (outer) => {
      await outer.query('SELECT pg_advisory_xact_lock($1)', [LOADING]);
      const present = await readOrganizations(outer);
      if (present.any) return present.demoId;
      const context = newOrganizationContext('demo-loader');
      const story = storyOn(clock.today());
      await database.transaction(context, (tx) => load(app, tx, story));
      return context.organizationId;
    });
    if (demoId === null) return [];
    return await database.transaction(systemContext(demoId, 'demo-accounts'), (tx) => readDemoAccounts(tx, clock.today()));
  } finally {
    await app.close();
  }
};
