import { createServer } from 'node:net';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { jari } from './jari.js';

const STACK = /^\s+at .+:\d+/m;

describe('jari without a database it can use', () => {
  it.each([['audit', 'verify'], ['migrate'], ['organization', 'create', '--code', 'c', '--name', '구', '--name-en', 'Gu', '--admin', 'root1']])(
    'takes a wrong DATABASE_URL of %s %s for bad input and names what was expected, not what it got', async (...argv) => {
      const { code, stdout, stderr } = await jari('mysql://somebody:secret@localhost/x', ...argv);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toBe('환경 변수를 고쳐 주십시오 / Please correct the environment:\n  - DATABASE_URL: postgres://…\n');
    });

  it('says in one line that nobody listens there', async () => {
    const server = createServer();
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as { port: number };
    await new Promise((done) => server.close(done));
    const { code, stdout, stderr } = await jari(`postgres://somebody:secret@127.0.0.1:${port}/x`, 'audit', 'verify');
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toBe(
      '데이터베이스에 연결할 수 없습니다. DATABASE_URL과 서버 상태를 확인해 주십시오. / The database cannot be reached: check DATABASE_URL and the server. (ECONNREFUSED)\n');
  });

  it('says the same of a database that the server does not have, and of its season on such a server', async () => {
    const db = await createTestDatabase();
    try {
      const url = new URL(db.url);
      url.pathname = '/no_such_database';
      for (const argv of [['audit', 'verify'], ['demo']]) {
        const { code, stderr } = await jari(url.href, ...argv);
        expect(code).toBe(3);
        expect(stderr).toContain('The database cannot be reached: check DATABASE_URL and the server. (3D000)');
        expect(stderr).not.toMatch(STACK);
      }
    } finally {
      await db.dispose();
    }
  });
});

describe('jari audit verify', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  }, 60_000);
  afterAll(() => db.dispose(), 60_000);

  it('answers with what is there, and names an organisation that is not', async () => {
    const none = await jari(db.url, 'audit', 'verify');
    expect([none.code, none.stdout, none.stderr]).toEqual([0, '', '아직 기관이 없습니다 / there is no organisation yet\n']);
    await db.createOrganization('gaon');
    const { code, stdout, stderr } = await jari(db.url, 'audit', 'verify', '--organization', 'gaon');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('gaon: 온전함 / intact');
    expect(await jari(db.url, 'audit', 'verify', '--organization', 'nuri')).toEqual({ code: 2, stdout: '', stderr: '없는 기관입니다 / no such organisation: nuri\n' });
  });
});
