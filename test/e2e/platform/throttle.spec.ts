import { AccountSettings, AccountUpkeep, Database, SignInThrottle, SystemClock } from '#platform';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { addAccount, PASSWORD } from './people.js';

let app: TestApp;
let organizationId: string;

beforeAll(async () => {
  app = await createTestApp({ environment: { SIGN_IN_PER_MINUTE: '3', TRUST_PROXY: 'true' } });
  ({ organizationId } = await app.createOrganization('seocho'));
  await addAccount(app, organizationId, { signInName: 'somebody' });
});
afterAll(() => app.dispose());

const from = (address: string, path = '/api/session', body: object = { signInName: 'somebody', password: PASSWORD }) =>
  app.anonymous.fetch<{ code: string; message: { ko: string } }>(path, {
    method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
  });
const minutePasses = () => app.database.system('test', (tx) => tx.execute("UPDATE sign_in_attempt SET forgotten_at = now() - interval '1 second'"));

it('refuses the fourth sign-in of a minute from one address, with the seconds to wait', async () => {
  for (let attempt = 1; attempt <= 3; attempt++) expect((await from('192.0.2.1')).status).toBe(200);
  const refused = await from('192.0.2.1');
  expect(refused.status).toBe(429);
  expect(refused.body.code).toBe('TOO_MANY_REQUESTS');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  expect((await from('192.0.2.2')).status).toBe(200);
  await minutePasses();
  expect((await from('192.0.2.1')).status).toBe(200);
});

it('counts codes and passwords together, and a whole IPv6 network as one', async () => {
  const code = { signInName: 'somebody', code: 'AAAAA-BBBBB-CCCCC', password: 'long enough words' };
  expect((await from('2001:db8:1:2::1', '/api/activation', code)).status).toBe(400);
  expect((await from('2001:db8:1:2::2', '/api/password-reset', code)).status).toBe(400);
  expect((await from('2001:db8:1:2:ffff::3')).status).toBe(200);
  expect((await from('2001:db8:1:2::4')).status).toBe(429);
  expect((await from('2001:db8:1:3::1')).status).toBe(200);
});

it('holds across processes, because the count is in the database', async () => {
  const settings = new AccountSettings({ sessionMinutes: 30, signInPerMinute: 3, cookieSecure: false });
  const other = new SignInThrottle(new Database(app.dataSource), new SystemClock(), settings);
  for (let attempt = 1; attempt <= 3; attempt++) await other.countAddress(organizationId, '192.0.2.9');
  expect((await from('192.0.2.9')).status).toBe(429);
});

it('keeps no address, and forgets', async () => {
  await from('192.0.2.77');
  const rows = () => app.database.system('test', (tx) => tx.query<{ subject: Buffer }>('SELECT * FROM sign_in_attempt'));
  const kept = await rows();
  expect(kept.length).toBeGreaterThan(0);
  for (const row of kept) {
    expect(Object.keys(row).sort()).toEqual(['attempts', 'forgotten_at', 'organization_id', 'subject']);
    expect(row.subject.length).toBe(32);
    expect(row.subject.toString('latin1')).not.toContain('192.0.2');
  }
  await minutePasses();
  await app.database.system('test', (tx) => tx.execute("UPDATE sign_in_attempt SET forgotten_at = '2026-01-01'"));
  await app.app.get(AccountUpkeep).run();
  expect(await rows()).toEqual([]);
});
