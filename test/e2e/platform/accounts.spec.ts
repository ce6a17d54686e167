import { randomUUID } from 'node:crypto';
import { AccountProvisioning, DerivedRoleCache, systemContext } from '#platform';
import { asSuperuser } from '../../support/cluster.js';
import { createClient, createTestApp, type Answer, type Client, type TestApp } from '../../support/test-app.js';
import { until } from '../jobs/support/until.js';
import { addAccount, cookieOf, PASSWORD } from './people.js';

interface Code {
  accountId: string;
  employeeNumber: string;
  code: string;
  expiresAt: string;
}
interface Batch {
  items: Code[];
  withheld: number;
}
interface ErrorBody {
  code: string;
  faults: { path: string; code: string; message: { ko: string } }[];
}
interface Grant {
  id: string;
  role: string;
  validFrom: string;
  validTo: string | null;
}

let app: TestApp;
let organizationId: string;
let hr: Client;
let admin: Client;
let stranger: Client;
let counter = 0;

beforeAll(async () => {
  app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
  ({ organizationId } = await app.createOrganization('seocho'));
  const other = await app.createOrganization('gangnam');
  hr = await app.signInAs(organizationId, 'HR_OFFICER');
  admin = await app.signInAs(organizationId, 'SYSTEM_ADMIN');
  stranger = await app.signInAs(other.organizationId, ['HR_OFFICER', 'SYSTEM_ADMIN', 'AUDITOR']);
});
afterAll(() => app.dispose());

const NEW = 'a quiet autumn day';
const name = (): string => `2020-${String(++counter).padStart(4, '0')}`;
const redeem = (path: string, signInName: string, code: string, password = NEW) =>
  app.anonymous.post<ErrorBody>(`/api/${path}`, { organization: 'seocho', signInName, code, password });
const signIn = (signInName: string, password: string) => app.anonymous.post<ErrorBody>('/api/session', { organization: 'seocho', signInName, password });
const invite = async (roles: string[] = []): Promise<{ id: string; signInName: string }> => {
  const signInName = name();
  return { id: await addAccount(app, organizationId, { signInName, state: 'INVITED', roles }), signInName };
};
const codeFor = async (accountId: string, by = hr): Promise<Code> => {
  const { body } = await by.post<Batch>('/api/accounts/activation-codes', { accountIds: [accountId] });
  expect(body.items).toHaveLength(1);
  return body.items[0]!;
};
const daysLater = (days: number): void => app.clock.moveTo(new Date(app.clock.now().getTime() + days * 86_400_000));

describe('activation codes', () => {
  it('let somebody in once, as typed from paper, and set the password', async () => {
    const { id, signInName } = await invite();
    const { code, employeeNumber } = await codeFor(id);
    expect(employeeNumber).toBe(signInName);
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{5}(-[2-9A-HJ-NP-Z]{5}){2}$/);
    expect((await redeem('activation', signInName, code, 'short')).body.code).toBe('PASSWORD_TOO_WEAK');
    expect((await redeem('activation', signInName, code, `my name ${signInName}`)).body.code).toBe('PASSWORD_TOO_WEAK');
    const answer = await redeem('activation', signInName, ` ${code.toLowerCase().replaceAll('-', ' ')}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ accountId: id });
    const person = createClient(app.origin, id, cookieOf(answer.headers));
    expect((await person.get('/api/session')).status).toBe(200);
    expect((await redeem('activation', signInName, code)).body.code).toBe('ACTIVATION_CODE_INVALID');
    expect((await signIn(signInName, NEW)).status).toBe(200);
  });

  it('are nowhere in the database in clear', async () => {
    const { id } = await invite();
    const { code } = await codeFor(id);
    const rows = await app.database.system('test', (tx) => tx.query('SELECT a.*, l.* FROM account a, audit_log l WHERE l.subject_id = a.id::text AND a.id = $1', [id]));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(app.logText()).not.toContain(code);
  });

  it('work for one of several simultaneous uses', async () => {
    const { id, signInName } = await invite();
    const { code } = await codeFor(id);
    const answers = await Promise.all(Array.from({ length: 5 }, () => redeem('activation', signInName, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400]);
  });

  it('end after 30 days, and when a newer one is issued', async () => {
    const { id, signInName } = await invite();
    const first = await codeFor(id);
    const second = await codeFor(id);
    expect((await redeem('activation', signInName, first.code)).status).toBe(400);
    app.clock.moveTo(second.expiresAt);
    expect((await redeem('activation', signInName, second.code)).body.code).toBe('ACTIVATION_CODE_INVALID');
  });

  it('belong to one account', async () => {
    const [one, two] = [await invite(), await invite()];
    const { code } = await codeFor(one.id);
    await codeFor(two.id);
    expect((await redeem('activation', two.signInName, code)).status).toBe(400);
    expect((await redeem('activation', 'nobody', code)).status).toBe(400);
  });

  it('come as a batch for everyone who has none that holds, without replacing those handed out', async () => {
    const holder = await invite();
    const held = await codeFor(holder.id);
    const newcomer = await invite();
    const { body } = await hr.post<Batch>('/api/accounts/activation-codes', {});
    const numbers = body.items.map(({ employeeNumber }) => employeeNumber);
    expect(numbers).toContain(newcomer.signInName);
    expect(numbers).not.toContain(holder.signInName);
    expect((await redeem('activation', holder.signInName, held.code)).status).toBe(200);
  });

  it('for accounts with roles come from the system administrator, never from HR', async () => {
    const mayor = await invite(['MAYOR']);
    const { body } = await hr.post<Batch>('/api/accounts/activation-codes', { accountIds: [mayor.id] });
    expect(body).toEqual({ items: [], withheld: 1 });
    const { code } = await codeFor(mayor.id, admin);
    expect((await redeem('activation', mayor.signInName, code)).status).toBe(200);
    expect((await hr.post(`/api/accounts/${mayor.id}/reset-code`)).status).toBe(403);
    expect((await admin.post(`/api/accounts/${mayor.id}/reset-code`)).status).toBe(200);
  });

  it('print as a page of slips that runs and fetches nothing', async () => {
    const signInName = '<b>&"7';
    const id = await addAccount(app, organizationId, { signInName, state: 'INVITED' });
    const answer = await hr.post('/api/accounts/activation-codes/sheet', { accountIds: [id] });
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.text).toContain('계정 활성화 코드');
    expect(answer.text).toContain('가상 데이터');
    expect(answer.text).toContain('&#60;b&#62;&#38;&#34;7');
    const code = /class="code">([\w-]+)</.exec(answer.text)?.[1];
    expect((await redeem('activation', signInName, code!)).status).toBe(200);
  });
});

describe('reset codes', () => {
  it('set a new password, end all sessions and a lock-out; the old password holds until then', async () => {
    const signInName = name();
    const id = await addAccount(app, organizationId, { signInName });
    const old = createClient(app.origin, id, cookieOf((await signIn(signInName, PASSWORD)).headers));
    for (let attempt = 1; attempt <= 6; attempt++) await signIn(signInName, 'wrong');
    const { body } = await hr.post<Code>(`/api/accounts/${id}/reset-code`);
    expect((await signIn(signInName, PASSWORD)).status).toBe(200);
    expect((await redeem('activation', signInName, body.code)).status).toBe(400);
    expect((await redeem('password-reset', signInName, body.code)).status).toBe(200);
    expect((await old.get('/api/session')).status).toBe(401);
    expect((await signIn(signInName, PASSWORD)).status).toBe(401);
    expect((await signIn(signInName, NEW)).status).toBe(200);
    expect((await redeem('password-reset', signInName, body.code)).body.code).toBe('RESET_CODE_INVALID');
  });

  it('are not for accounts that wait for their activation', async () => {
    const { id } = await invite();
    expect((await hr.post<ErrorBody>(`/api/accounts/${id}/reset-code`)).body.code).toBe('ACCOUNT_NOT_FOUND');
    expect((await hr.post(`/api/accounts/${id}/reset-code/sheet`)).status).toBe(404);
  });
});

describe('accounts', () => {
  it('are made for people who are no employees, each name once', async () => {
    const created = await admin.post<{ id: string }>('/api/accounts', { signInName: 'Committee-1' });
    expect(created.status).toBe(201);
    const again = await admin.post<ErrorBody>('/api/accounts', { signInName: 'committee-1' });
    expect(again.status).toBe(422);
    expect(again.body.faults).toMatchObject([{ path: 'signInName', code: 'SIGN_IN_NAME_TAKEN' }]);
    const code = await codeFor(created.body.id);
    expect((await redeem('activation', 'committee-1', code.code)).status).toBe(200);
  });

  it('are listed page by page', async () => {
    for (const suffix of ['a', 'b', 'c']) await addAccount(app, organizationId, { signInName: `page-${suffix}`, state: 'INVITED' });
    const first = await hr.get<{ items: { signInName: string }[]; next: string | null }>('/api/accounts?signInName=PAGE-&state=INVITED&limit=2');
    expect(first.body.items.map(({ signInName }) => signInName)).toEqual(['page-a', 'page-b']);
    const second = await hr.get<{ items: { signInName: string }[]; next: string | null }>(`/api/accounts?signInName=page-&limit=2&after=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ signInName: 'page-c' }], next: null });
    expect(first.text).not.toMatch(/hash/i);
  });

  it('close at once and open again', async () => {
    const signInName = name();
    const id = await addAccount(app, organizationId, { signInName });
    const person = createClient(app.origin, id, cookieOf((await signIn(signInName, PASSWORD)).headers));
    expect((await admin.post(`/api/accounts/${id}/disable`)).body).toMatchObject({ state: 'DISABLED' });
    expect((await person.get('/api/session')).status).toBe(401);
    expect((await signIn(signInName, PASSWORD)).status).toBe(401);
    expect((await admin.post(`/api/accounts/${id}/enable`)).body).toMatchObject({ state: 'ACTIVE' });
    expect((await signIn(signInName, PASSWORD)).status).toBe(200);
    expect((await admin.post(`/api/accounts/${admin.accountId}/disable`)).status).toBe(403);
  });

  it('of another organisation do not exist', async () => {
    const { id, signInName } = await invite();
    expect((await stranger.get<{ items: { id: string }[] }>(`/api/accounts?signInName=${signInName}`)).body.items).toEqual([]);
    expect((await stranger.post<Batch>('/api/accounts/activation-codes', { accountIds: [id] })).body).toEqual({ items: [], withheld: 0 });
    expect((await stranger.post(`/api/accounts/${id}/disable`)).status).toBe(404);
    expect((await stranger.post('/api/role-grants', { accountId: id, role: 'MAYOR', validFrom: app.clock.today() })).status).toBe(404);
    expect((await stranger.get<Grant[]>(`/api/role-grants?accountId=${hr.accountId}`)).body).toEqual([]);
  });
});

describe('roles', () => {
  const rolesOf = async (person: Client): Promise<string[]> => (await person.get<{ roles: string[] }>('/api/session')).body.roles;

  it('hold from their first day and end before their last, at once', async () => {
    const person = await app.signInAs(organizationId, []);
    const today = app.clock.today();
    const grant = await admin.post<Grant>('/api/role-grants', { accountId: person.accountId, role: 'AUDITOR', validFrom: today });
    expect(grant.status).toBe(201);
    expect(await rolesOf(person)).toEqual(['EMPLOYEE', 'AUDITOR']);
    expect((await person.get('/api/audit-log')).status).toBe(200);
    expect((await admin.patch(`/api/role-grants/${grant.body.id}`, { validTo: today })).body).toMatchObject({ validTo: today });
    expect(await rolesOf(person)).toEqual(['EMPLOYEE']);
    expect((await person.get('/api/audit-log')).status).toBe(403);
  });

  it('granted for a period hold in it only', async () => {
    const person = await app.signInAs(organizationId, []);
    daysLater(1);
    const from = app.clock.today();
    daysLater(2);
    const validFrom = app.clock.today();
    const refused = await admin.post<ErrorBody>('/api/role-grants', { accountId: person.accountId, role: 'MAYOR', validFrom: from, validTo: from });
    expect(refused.body.faults.map(({ path, code }) => [path, code])).toEqual([['validFrom', 'ROLE_BEGINS_IN_THE_PAST'], ['validTo', 'PERIOD_ENDS_BEFORE_IT_BEGINS']]);
    const tomorrow = new Date(new Date(`${validFrom}T00:00:00Z`).getTime() + 86_400_000).toISOString().slice(0, 10);
    const after = new Date(new Date(`${validFrom}T00:00:00Z`).getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
    await admin.post('/api/role-grants', { accountId: person.accountId, role: 'MAYOR', validFrom: tomorrow, validTo: after });
    expect(await rolesOf(person)).toEqual(['EMPLOYEE']);
    // The day begins at midnight in Korea, which is 15:00 UTC.
    app.clock.moveTo(`${validFrom}T15:00:00Z`);
    expect(await rolesOf(person)).toEqual(['EMPLOYEE', 'MAYOR']);
    app.clock.moveTo(`${tomorrow}T15:00:00Z`);
    expect(await rolesOf(person)).toEqual(['EMPLOYEE']);
  });

  it('of one kind never overlap, and a grant is only ever shortened', async () => {
    const { accountId } = await app.signInAs(organizationId, []);
    const today = app.clock.today();
    const first = await admin.post<Grant>('/api/role-grants', { accountId, role: 'TRUSTEE', validFrom: today, validTo: '2199-01-01' });
    expect((await admin.post<ErrorBody>('/api/role-grants', { accountId, role: 'TRUSTEE', validFrom: '2198-01-01' })).body.code).toBe('ROLE_GRANT_OVERLAPS');
    expect((await admin.patch<ErrorBody>(`/api/role-grants/${first.body.id}`, { validTo: '2199-02-01' })).body.faults).toMatchObject([{ code: 'ROLE_CAN_ONLY_BE_SHORTENED' }]);
    expect((await admin.post<ErrorBody>('/api/role-grants', { accountId, role: 'MANAGER', validFrom: today })).status).toBe(422);
    const grants = await Promise.all([1, 2, 3].map(() => admin.post('/api/role-grants', { accountId, role: 'AUDITOR', validFrom: today })));
    expect(grants.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });
});

describe('the last system administrator', () => {
  it('stays one until there is another on that day, also when two end each other', async () => {
    const { organizationId: other } = await app.createOrganization('yongsan');
    const [first, second] = [await app.signInAs(other, 'SYSTEM_ADMIN'), await app.signInAs(other, [])];
    const today = app.clock.today();
    const grantOf = async (person: Client): Promise<string> => (await first.get<Grant[]>(`/api/role-grants?accountId=${person.accountId}`)).body.find(({ validTo }) => validTo === null)?.id ?? '';
    const end = (by: Client, grant: string) => by.patch<ErrorBody>(`/api/role-grants/${grant}`, { validTo: today });
    const own = await grantOf(first);
    expect(await end(first, own)).toMatchObject({ status: 409, body: { code: 'ROLE_OF_LAST_ADMINISTRATOR' } });
    // One who begins later, or ends before, is no successor.
    await first.post('/api/role-grants', { accountId: second.accountId, role: 'SYSTEM_ADMIN', validFrom: '2198-01-01' });
    expect((await end(first, own)).status).toBe(409);
    expect((await end(first, await grantOf(second))).status).toBe(200);
    await first.post('/api/role-grants', { accountId: second.accountId, role: 'SYSTEM_ADMIN', validFrom: today });
    const others = await grantOf(second);
    let answers: Promise<Answer<ErrorBody>[]> = Promise.resolve([]);
    // Both are past the door, and have read or are about to read who else is one, when the rows are let go.
    await app.database.system('test', async (tx) => {
      await tx.query(`SELECT 1 FROM role_grant WHERE organization_id = $1 AND role = 'SYSTEM_ADMIN' FOR UPDATE`, [other]);
      answers = Promise.all([end(first, others), end(second, own)]);
      await until(async () => (await asSuperuser(app.name, `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).length === 2);
    });
    expect((await answers).map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('accounts of imported staff', () => {
  const provision = (people: { employeeId: string; signInName: string }[]) =>
    app.database.transaction(systemContext(organizationId, 'import'), (tx) => app.app.get(AccountProvisioning).provisionForEmployees(tx, people));

  it('are made once, follow a changed number, and close when somebody leaves', async () => {
    const people = Array.from({ length: 1500 }, (_, index) => ({ employeeId: randomUUID(), signInName: `bulk-${index}` }));
    expect(await provision(people)).toBe(1500);
    expect(await provision(people)).toBe(0);
    const [first] = people;
    expect(await provision([{ employeeId: first!.employeeId, signInName: 'bulk-renamed' }])).toBe(0);
    const { body } = await hr.get<{ items: { employeeId: string }[] }>('/api/accounts?signInName=bulk-renamed');
    expect(body.items).toMatchObject([{ employeeId: first!.employeeId, state: 'INVITED' }]);
    const close = () => app.database.transaction(systemContext(organizationId, 'import'), (tx) => app.app.get(AccountProvisioning).closeForEmployees(tx, [first!.employeeId]));
    expect(await close()).toBe(1);
    expect(await close()).toBe(0);
  });

  it('get the roles that follow from grade and post, on the days on which they hold', async () => {
    const employeeId = randomUUID();
    const person = await app.signInAs(organizationId, [], employeeId);
    const today = app.clock.today();
    const cache = new DerivedRoleCache({
      rolesOf: async () => [
        { employeeId, role: 'MANAGER', validFrom: null, validTo: null },
        { employeeId, role: 'DEPARTMENT_HEAD', validFrom: '2000-01-01', validTo: today },
        { employeeId, role: 'HR_OFFICER', validFrom: today, validTo: '2199-01-01' },
      ],
    });
    const roles = async () => (await person.get<{ roles: string[] }>('/api/session')).body.roles;
    await app.database.transaction(systemContext(organizationId, 'test'), (tx) => cache.refresh(tx, [employeeId]));
    expect(await roles()).toEqual(['EMPLOYEE', 'MANAGER', 'HR_OFFICER']);
    await app.database.transaction(systemContext(organizationId, 'test'), (tx) => new DerivedRoleCache({ rolesOf: async () => [] }).refresh(tx, [randomUUID()]));
    expect(await roles()).toEqual(['EMPLOYEE', 'MANAGER', 'HR_OFFICER']);
    await app.database.transaction(systemContext(organizationId, 'test'), (tx) => new DerivedRoleCache({ rolesOf: async () => [] }).refresh(tx));
    expect(await roles()).toEqual(['EMPLOYEE']);
  });
});
