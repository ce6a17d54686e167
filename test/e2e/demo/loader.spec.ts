import { createLogger, hashPassword, readConfig, SimulatedClock } from '#platform';
import { loadDemoDistrict } from '../../../apps/cli/demo-loader/index.js';
import { asSuperuser } from '../../support/cluster.js';
import { createClient } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { createApp } from '../../../apps/api/create-app.js';

const NOW = '2026-11-20T00:00:00Z';

const count = async (db: TestDatabase, sql: string): Promise<number> => (await asSuperuser<{ n: number }>(db.name, `SELECT count(*)::int AS n FROM ${sql}`))[0]?.n ?? -1;

describe('the demo district in an empty database', () => {
  let db: TestDatabase;
  let accounts: Awaited<ReturnType<typeof loadDemoDistrict>>;
  let seconds: number;

  beforeAll(async () => {
    db = await createTestDatabase();
    const started = performance.now();
    accounts = await loadDemoDistrict(db.url, new SimulatedClock(NOW));
    seconds = (performance.now() - started) / 1000;
  }, 120_000);
  afterAll(() => db.dispose(), 60_000);

  it('is there within seconds, with people, wishes and a round in preparation', async () => {
    expect(await count(db, 'employee')).toBe(1435);
    expect(await count(db, 'displaced_employee')).toBe(24);
    expect(await count(db, `wish_list WHERE state = 'FILED'`)).toBeGreaterThan(400);
    expect(await count(db, `wish_list WHERE state = 'DRAFT'`)).toBeGreaterThan(50);
    expect(await count(db, 'check_in')).toBeGreaterThan(20);
    expect(await count(db, 'staff_request')).toBeGreaterThan(40);
    expect(await count(db, `placement_round WHERE state = 'DRAFT'`)).toBe(1);
    expect(await count(db, 'post_demand')).toBeGreaterThan(100);
    expect(await count(db, 'organization WHERE is_demo')).toBe(1);
    console.info(`demo district loaded in ${seconds.toFixed(1)} s`);
    expect(seconds).toBeLessThan(60);
  });

  it('has an account for every role, each of which signs in and carries it', async () => {
    expect(accounts.map(({ role }) => role.en)).toEqual([
      'Employee', 'Manager (grade 4–6)', 'Department head', 'HR officer', 'HR officer', 'Mayor', 'Auditor', 'Personnel committee member', 'System administrator',
    ]);
    const config = readConfig({ DATABASE_URL: db.url, DATABASE_POOL_SIZE: '4', SIGN_IN_PER_MINUTE: '1000' });
    const app = await createApp({ config, clock: new SimulatedClock(NOW), logger: createLogger({ logLevel: 'error' }, { write: () => undefined }) });
    await app.listen(0, '127.0.0.1');
    try {
      const expected = ['EMPLOYEE', 'MANAGER', 'DEPARTMENT_HEAD', 'HR_OFFICER', 'HR_OFFICER', 'MAYOR', 'AUDITOR', 'COMMITTEE_MEMBER', 'SYSTEM_ADMIN'];
      const anonymous = createClient(await app.getUrl(), '');
      for (const [index, { signInName, password }] of accounts.entries()) {
        const { status, body } = await anonymous.post<{ roles: string[] }>('/api/session', { signInName, password });
        expect([signInName, status]).toEqual([signInName, 200]);
        expect(body.roles).toContain(expected[index]);
      }
    } finally {
      await app.close();
    }
  });

  it('is left as it is the next day, and names the same accounts', async () => {
    const again = await loadDemoDistrict(db.url, new SimulatedClock('2026-11-21T00:00:00Z'));
    expect(again).toEqual(accounts);
    expect(await count(db, 'organization')).toBe(1);
    expect(await count(db, 'employee')).toBe(1435);
  });

  it('names no account whose password was changed', async () => {
    await asSuperuser(db.name, `UPDATE account SET password_hash = $1 WHERE sign_in_name = 'mayor'`, [await hashPassword('another password')]);
    const left = await loadDemoDistrict(db.url, new SimulatedClock('2026-11-22T00:00:00Z'));
    expect(left.map(({ signInName }) => signInName)).toEqual(accounts.map(({ signInName }) => signInName).filter((name) => name !== 'mayor'));
  });
});

describe('a database that belongs to somebody', () => {
  it('gets no demo district and shows no accounts', async () => {
    const db = await createTestDatabase();
    try {
      const { organizationId } = await db.createOrganization('real');
      await asSuperuser(db.name, 'UPDATE organization SET is_demo = false WHERE organization_id = $1', [organizationId]);
      expect(await loadDemoDistrict(db.url, new SimulatedClock(NOW))).toEqual([]);
      expect(await count(db, 'employee')).toBe(0);
    } finally {
      await db.dispose();
    }
  }, 60_000);
});
