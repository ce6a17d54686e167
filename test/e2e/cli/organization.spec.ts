import { createLogger, readConfig, SystemClock } from '#platform';
import { createApp } from '../../../apps/api/create-app.js';
import { asSuperuser } from '../../support/cluster.js';
import { createClient } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { jari, type Ran } from './jari.js';

const PASSWORD = 'a long enough password for once';

describe('jari organization create', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  }, 60_000);
  afterAll(() => db.dispose(), 60_000);

  const create = (code: string, admin = 'admin.gaon', ...more: readonly string[]): Promise<Ran> =>
    jari(db.url, 'organization', 'create', '--code', code, '--name', '가온구', '--name-en', 'Gaon District', '--admin', admin, ...more);
  const organizations = () => asSuperuser<{ code: string; name: string; nameEn: string; isDemo: boolean }>(
    db.name, 'SELECT code, name, name_en AS "nameEn", is_demo AS "isDemo" FROM organization ORDER BY code');

  it('founds an organisation that is no demonstration, whose administrator signs in with the printed code and opens the way for HR', async () => {
    const { code, stdout, stderr } = await create('gaon');
    expect([code, stderr]).toEqual([0, '']);
    expect(await organizations()).toEqual([{ code: 'gaon', name: '가온구', nameEn: 'Gaon District', isDemo: false }]);
    const activation = /activation code: ([0-9A-Z-]{17})\n/.exec(stdout)?.[1] ?? '';
    const app = await createApp({
      config: readConfig({ DATABASE_URL: db.url, DATABASE_POOL_SIZE: '4' }), clock: new SystemClock(), logger: createLogger({ logLevel: 'error' }, { write: () => undefined }),
    });
    await app.listen(0, '127.0.0.1');
    try {
      const origin = await app.getUrl();
      const redeem = () => createClient(origin, '').post<{ roles: string[]; organization: { isDemo: boolean } }>(
        '/api/activation', { organization: 'gaon', signInName: 'admin.gaon', code: activation, password: PASSWORD });
      const first = await redeem();
      expect([first.status, first.body.roles, first.body.organization.isDemo]).toEqual([200, ['EMPLOYEE', 'SYSTEM_ADMIN'], false]);
      expect((await redeem()).status).toBe(400);
      const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0];
      const admin = createClient(origin, '', cookie);
      const account = await admin.post<{ id: string }>('/api/accounts', { signInName: 'mayor.gaon' });
      expect(account.status).toBe(201);
      const issued = await admin.post<{ items: { code: string }[] }>('/api/accounts/activation-codes', { accountIds: [account.body.id] });
      expect(issued.body.items).toHaveLength(1);
    } finally {
      await app.close();
    }
    const actions = await asSuperuser<{ action: string; actor: string }>(db.name, `SELECT action, actor_name AS actor FROM audit_log WHERE actor_kind = 'SYSTEM' ORDER BY id`);
    expect(actions.slice(0, 4)).toEqual(['organization.create', 'account.create', 'role.grant', 'account.issueActivationCode'].map((action) => ({ action, actor: 'organization-create' })));
    expect(JSON.stringify(await asSuperuser(db.name, 'SELECT * FROM account'))).not.toContain(activation);
  }, 60_000);

  it('leaves everything as it is when the code is taken', async () => {
    const before = await asSuperuser(db.name, 'SELECT id FROM account ORDER BY id');
    expect(await create('gaon', 'somebody')).toEqual({ code: 2, stdout: '', stderr: '이미 쓰이고 있는 기관 코드입니다 / the organisation code is taken: gaon\n' });
    expect(await asSuperuser(db.name, 'SELECT id FROM account ORDER BY id')).toEqual(before);
    expect(await organizations()).toHaveLength(1);
  });

  it('answers programs with JSON, and lets another organisation use the same sign-in name', async () => {
    const { code, stdout } = await create('nuri', 'admin.gaon', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ organization: 'nuri', signInName: 'admin.gaon', activationCode: expect.stringMatching(/^\w{5}-\w{5}-\w{5}$/), expiresAt: expect.any(String) });
  });

  it('names every wrong word at once', async () => {
    const { code, stdout, stderr } = await jari(db.url, 'organization', 'create', '--code', 'two words', '--admin', 'x');
    expect([code, stdout]).toEqual([2, '']);
    for (const flag of ['--code', '--name', '--name-en', '--admin']) expect(stderr).toMatch(new RegExp(`^  - ${flag}: .*[가-힣].* / [A-Z]`, 'm'));
    const unknown = await jari(db.url, 'organization', 'create', '--colour', 'red');
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('usage: jari organization create --code CODE')]);
  });
});
