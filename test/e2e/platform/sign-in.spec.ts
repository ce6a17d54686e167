import { createClient, createTestApp, type Answer, type Client, type TestApp } from '../../support/test-app.js';
import { addAccount, cookieOf, PASSWORD } from './people.js';

interface SessionBody {
  accountId: string;
  signInName: string;
  roles: string[];
  permissions: string[];
  expiresAt: string;
  language: string;
  organization: { code: string; isDemo: boolean };
}
interface ErrorBody {
  code: string;
  message: { ko: string; en: string };
}

let app: TestApp;
let organizationId: string;
let counter = 0;

beforeAll(async () => {
  app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
  ({ organizationId } = await app.createOrganization('seocho'));
});
afterAll(() => app.dispose());

const name = (): string => `2019-${String(++counter).padStart(4, '0')}`;
const signIn = <T = ErrorBody>(signInName: string, password: string = PASSWORD): Promise<Answer<T>> => app.anonymous.post<T>('/api/session', { organization: 'seocho', signInName, password });
const browser = async (signInName: string): Promise<Client> => {
  const answer = await signIn<SessionBody>(signInName);
  expect(answer.status).toBe(200);
  return createClient(app.origin, answer.body.accountId, cookieOf(answer.headers));
};
const minutesLater = (minutes: number): void => app.clock.moveTo(new Date(app.clock.now().getTime() + minutes * 60_000));

describe('signing in', () => {
  it('sets a cookie that scripts and other sites cannot use, and says who one is', async () => {
    const signInName = name();
    await addAccount(app, organizationId, { signInName, roles: ['HR_OFFICER'] });
    const answer = await signIn<SessionBody>(signInName);
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^jari_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(answer.body).toMatchObject({ signInName, language: 'ko', roles: ['EMPLOYEE', 'HR_OFFICER'], organization: { code: 'seocho', isDemo: true } });
    expect(answer.body.permissions).toContain('account.issueActivationCodes');
    expect(answer.body.permissions).not.toContain('audit.read');
    const token = cookieOf(answer.headers).split('=')[1]!;
    const stored = await app.database.system('test', (tx) => tx.query('SELECT * FROM session WHERE account_id = $1', [answer.body.accountId]));
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('takes the name in any case and width, and the password exactly', async () => {
    await addAccount(app, organizationId, { signInName: 'Mayor' });
    expect((await signIn('ｍＡＹＯＲ')).status).toBe(200);
    expect((await signIn('mayor', PASSWORD.toUpperCase())).status).toBe(401);
  });

  it('answers the same for a wrong password, an unknown name, a closed and a waiting account', async () => {
    const [wrong, closed, waiting] = [name(), name(), name()];
    await addAccount(app, organizationId, { signInName: wrong });
    await addAccount(app, organizationId, { signInName: closed, state: 'DISABLED' });
    await addAccount(app, organizationId, { signInName: waiting, state: 'INVITED' });
    const answers = [await signIn(wrong, 'wrong'), await signIn('nobody'), await signIn(closed), await signIn(waiting)];
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect({ ...answer.body, requestId: '' }).toEqual({ ...answers[0]!.body, requestId: '' });
    }
    expect(answers[0]!.body.code).toBe('SIGN_IN_FAILED');
  });

  it('writes an access record with the address, and logs neither name nor password nor token', async () => {
    const signInName = name();
    const accountId = await addAccount(app, organizationId, { signInName });
    const answer = await signIn(signInName);
    await signIn(signInName, 'marker-4711');
    const rows = await app.database.system('test', (tx) =>
      tx.query('SELECT action, actor_account_id AS actor, after FROM audit_log WHERE subject_id = $1', [accountId]));
    expect(rows).toEqual([{ action: 'session.signIn', actor: accountId, after: { address: '127.0.0.1' } }]);
    const log = app.logText();
    expect(log).toContain('"route":"/api/session"');
    for (const secret of ['marker-4711', PASSWORD, signInName, cookieOf(answer.headers).split('=')[1]!, '127.0.0.1']) expect(log).not.toContain(secret);
  });

  it('asks which organisation only where there are several, and keeps them apart', async () => {
    const signInName = name();
    const here = await addAccount(app, organizationId, { signInName });
    const at = (organization?: string) => app.anonymous.post<SessionBody>('/api/session', { organization, signInName, password: PASSWORD });
    expect((await at()).body.accountId).toBe(here);
    const other = await app.createOrganization('gangnam');
    const there = await addAccount(app, other.organizationId, { signInName });
    expect((await at()).status).toBe(401);
    expect((await at('nowhere')).status).toBe(401);
    expect((await at('seocho')).body.accountId).toBe(here);
    expect((await at('gangnam')).body.accountId).toBe(there);
  });
});

describe('guessing', () => {
  it('locks the name for 15 minutes after five failures, whatever the request ended in', async () => {
    const signInName = name();
    const accountId = await addAccount(app, organizationId, { signInName });
    for (let attempt = 1; attempt <= 5; attempt++) expect((await signIn(signInName, 'wrong')).body.code).toBe('SIGN_IN_FAILED');
    const locked = await signIn(signInName);
    expect(locked.status).toBe(423);
    expect(locked.body.message.ko).toContain('15분 뒤에');
    minutesLater(14);
    expect((await signIn(signInName)).status).toBe(423);
    minutesLater(1);
    expect((await signIn(signInName)).status).toBe(200);
    const actions = await app.database.system('test', (tx) => tx.query("SELECT action FROM audit_log WHERE subject_id = $1 AND action LIKE 'account.%'", [accountId]));
    expect(actions).toEqual([{ action: 'account.lock' }]);
  });

  it('starts anew after a success', async () => {
    const signInName = name();
    await addAccount(app, organizationId, { signInName });
    for (let round = 0; round < 2; round++) {
      for (let attempt = 1; attempt <= 4; attempt++) await signIn(signInName, 'wrong');
      expect((await signIn(signInName)).status).toBe(200);
    }
  });

  it('gives many guesses at the same moment no more chances than one after the other', async () => {
    const signInName = name();
    await addAccount(app, organizationId, { signInName });
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(signInName, 'wrong')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 423)).toHaveLength(7);
  });

  it('locks unknown names alike, so that a lock tells nothing', async () => {
    for (let attempt = 1; attempt <= 5; attempt++) expect((await signIn('nobody-at-all', 'wrong')).status).toBe(401);
    expect((await signIn('nobody-at-all', 'wrong')).status).toBe(423);
  });

  it('takes as long for an unknown name as for a known one', async () => {
    const known = name();
    await addAccount(app, organizationId, { signInName: known });
    await signIn('warm-up', 'wrong');
    const time = async (signInName: string): Promise<number> => {
      const start = performance.now();
      await signIn(signInName, 'wrong');
      return performance.now() - start;
    };
    const times = { known: Infinity, unknown: Infinity };
    for (let attempt = 0; attempt < 4; attempt++) {
      times.known = Math.min(times.known, await time(known));
      times.unknown = Math.min(times.unknown, await time('unknown-name'));
    }
    // Without the decoy an unknown name answers in a fraction of the time that argon2 takes.
    expect(times.unknown).toBeGreaterThan(times.known / 2);
  });
});

describe('a session', () => {
  it('ends after 30 idle minutes and says so', async () => {
    const signInName = name();
    await addAccount(app, organizationId, { signInName });
    const person = await browser(signInName);
    minutesLater(29);
    expect((await person.get('/api/session')).status).toBe(200);
    minutesLater(30);
    const answer = await person.get<ErrorBody>('/api/session');
    expect(answer.status).toBe(401);
    expect(answer.body.code).toBe('SESSION_EXPIRED');
  });

  it('is put off by every request and by asking, but ends after 12 hours', async () => {
    const signInName = name();
    await addAccount(app, organizationId, { signInName });
    const person = await browser(signInName);
    const start = app.clock.now().getTime();
    for (let passed = 25; passed < 720; passed += 25) {
      minutesLater(25);
      const { body } = await person.get<SessionBody>('/api/session');
      expect(new Date(body.expiresAt).getTime()).toBe(Math.min(app.clock.now().getTime() + 30 * 60_000, start + 12 * 3_600_000));
    }
    const extended = await person.post<{ expiresAt: string }>('/api/session/extend');
    expect(new Date(extended.body.expiresAt).getTime()).toBe(start + 12 * 3_600_000);
    app.clock.moveTo(new Date(start + 12 * 3_600_000));
    expect((await person.get('/api/session')).status).toBe(401);
  });

  it('is extended to the second on request', async () => {
    const signInName = name();
    await addAccount(app, organizationId, { signInName });
    const person = await browser(signInName);
    minutesLater(1);
    const { body } = await person.post<{ expiresAt: string }>('/api/session/extend');
    expect(new Date(body.expiresAt).getTime()).toBe(app.clock.now().getTime() + 30 * 60_000);
  });

  it('ends with signing out, here or everywhere', async () => {
    const signInName = name();
    await addAccount(app, organizationId, { signInName });
    const [office, home, phone] = [await browser(signInName), await browser(signInName), await browser(signInName)];
    const out = await office.delete('/api/session');
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()[0]).toMatch(/^jari_session=; .*Expires=Thu, 01 Jan 1970/);
    expect((await office.get<ErrorBody>('/api/session')).body.code).toBe('NOT_SIGNED_IN');
    expect((await home.get('/api/session')).status).toBe(200);
    expect((await home.delete('/api/sessions')).status).toBe(204);
    expect((await phone.get('/api/session')).status).toBe(401);
  });

  it('is told apart from those asked about at the same moment, in whatever order they come', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, async () => {
      const signInName = name();
      await addAccount(app, organizationId, { signInName });
      return { signInName, client: await browser(signInName) };
    }));
    const gone = people.slice(0, 3);
    for (const { client } of gone) await client.delete('/api/session');
    minutesLater(10);
    const asked = [...people, ...people.toReversed(), ...people];
    const answers = await Promise.all([
      ...asked.map(async ({ signInName, client }) => ({ signInName, answer: await client.get<SessionBody>('/api/session') })),
      ...Array.from({ length: 5 }, async () => ({ signInName: '', answer: await createClient(app.origin, '', `jari_session=${'x'.repeat(43)}`).get<SessionBody>('/api/session') })),
    ]);
    const stays = (signInName: string): boolean => signInName !== '' && gone.every((person) => person.signInName !== signInName);
    expect(answers.map(({ answer }) => answer.status)).toEqual(answers.map(({ signInName }) => (stays(signInName) ? 200 : 401)));
    for (const { signInName, answer } of answers.filter((one) => stays(one.signInName))) {
      expect(answer.body.signInName).toBe(signInName);
      expect(new Date(answer.body.expiresAt).getTime()).toBe(app.clock.now().getTime() + 30 * 60_000);
    }
  });

  it('is nothing that can be made up', async () => {
    for (const token of ['', 'x', 'A'.repeat(43), "' OR 1=1 --"]) {
      const person = createClient(app.origin, '', `jari_session=${token}`);
      expect((await person.get<ErrorBody>('/api/session')).body.code).toBe('NOT_SIGNED_IN');
    }
  });

  it('keeps its language', async () => {
    const signInName = name();
    await addAccount(app, organizationId, { signInName });
    const person = await browser(signInName);
    expect((await person.patch('/api/session/language', { language: 'en' })).status).toBe(204);
    expect((await person.get<SessionBody>('/api/session')).body.language).toBe('en');
    expect((await person.patch('/api/session/language', { language: 'fr' })).status).toBe(422);
  });

  it('cannot be used from another site', async () => {
    const signInName = name();
    await addAccount(app, organizationId, { signInName });
    const person = await browser(signInName);
    const refused: Record<string, string>[] = [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }];
    for (const headers of refused) {
      const answer = await person.fetch<ErrorBody>('/api/session', { method: 'DELETE', headers });
      expect(answer.body.code).toBe('CROSS_SITE_REQUEST');
    }
    expect((await person.fetch('/api/session', { method: 'DELETE', headers: { origin: app.origin } })).status).toBe(204);
  });
});

describe('changing the password', () => {
  it('needs the current one and ends the other sessions', async () => {
    const signInName = name();
    await addAccount(app, organizationId, { signInName });
    const [here, elsewhere] = [await browser(signInName), await browser(signInName)];
    const change = (currentPassword: string, newPassword: string) => here.post<ErrorBody>('/api/password', { currentPassword, newPassword });
    expect((await change('wrong', 'another long password')).body.code).toBe('PASSWORD_WRONG');
    expect((await change(PASSWORD, 'short')).body.code).toBe('PASSWORD_TOO_WEAK');
    expect((await change(PASSWORD, 'another long password')).status).toBe(204);
    expect((await here.get('/api/session')).status).toBe(200);
    expect((await elsewhere.get('/api/session')).status).toBe(401);
    expect((await signIn(signInName)).status).toBe(401);
    expect((await signIn(signInName, 'another long password')).status).toBe(200);
  });

  it('gives a stolen session no more guesses than a stranger', async () => {
    const signInName = name();
    await addAccount(app, organizationId, { signInName });
    const person = await browser(signInName);
    for (let attempt = 1; attempt <= 5; attempt++) await person.post('/api/password', { currentPassword: 'wrong', newPassword: 'another long password' });
    const refused = await person.post<ErrorBody>('/api/password', { currentPassword: PASSWORD, newPassword: 'another long password' });
    expect(refused.body.code).toBe('ACCOUNT_LOCKED');
    expect(refused.headers.get('retry-after')).toBe(String(15 * 60));
  });
});
