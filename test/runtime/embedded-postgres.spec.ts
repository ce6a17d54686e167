import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync, chmodSync, chownSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../libs/platform/embedded/index.js';
import { isAlive } from '../../libs/platform/process/alive.js';

// Real processes on a busy machine.
import.meta.jest.setTimeout(60_000);

const asRoot = process.getuid?.() === 0;
const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

let folder: string;
let started: EmbeddedPostgres[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jari-embedded-'));
  chmodSync(folder, 0o755);
  started = [];
});

afterEach(async () => {
  for (const server of started) {
    await server.stop().catch(() => false);
    rmSync(server.home, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
});

async function start(dataDirectory: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDirectory, settings: fast });
  started.push(server);
  return server;
}

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const pidOf = (server: EmbeddedPostgres): number => Number(readFileSync(join(server.home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);

test('a new cluster knows Korean, listens on the loopback only and keeps its password to itself', async () => {
  const server = await start(join(folder, 'postgres'));
  expect(server.adopted).toBe(false);
  const [row] = await ask<{ encoding: string; trigrams: string[]; upper: string; addresses: string; sockets: string; method: string }>(
    server.url('postgres'),
    `CREATE EXTENSION pg_trgm;
     SELECT 1`,
  ).then(() => ask(server.url('postgres'), `SELECT current_setting('server_encoding') AS encoding, show_trgm('자리') AS trigrams, upper('é') AS upper,
      current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets,
      (SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules) AS method`));
  expect(row).toMatchObject({ encoding: 'UTF8', upper: 'É', addresses: '127.0.0.1', sockets: '', method: 'scram-sha-256' });
  expect(row?.trigrams).toHaveLength(3);
  expect(statSync(join(server.home, 'password')).mode & 0o777).toBe(0o600);
  const wrong = new URL(server.url('postgres'));
  wrong.password = 'guess';
  await expect(ask(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
});

test('data survive a stop, and a stopped server leaves no process behind', async () => {
  const first = await start(join(folder, 'postgres'));
  await first.createDatabase('kept');
  await ask(first.url('kept'), 'CREATE TABLE note AS SELECT 7 AS n');
  const pid = pidOf(first);
  expect(await first.stop()).toBe(true);
  expect(isAlive(pid)).toBe(false);
  const second = await start(join(folder, 'postgres'));
  expect(second.adopted).toBe(false);
  expect(await ask(second.url('kept'), 'SELECT n FROM note')).toEqual([{ n: 7 }]);
});

test('a running server is adopted with its port and password', async () => {
  const first = await start(join(folder, 'postgres'));
  const second = await start(join(folder, 'postgres'));
  expect(second).toMatchObject({ adopted: true, port: first.port, home: first.home });
  expect(second.url('postgres')).toBe(first.url('postgres'));
});

test('after kill -9 of the server the next start recovers what was committed', async () => {
  const first = await startEmbeddedPostgres({ dataDirectory: join(folder, 'postgres') });
  started.push(first);
  await ask(first.url('postgres'), 'CREATE TABLE note AS SELECT 7 AS n');
  process.kill(pidOf(first), 'SIGKILL');
  const second = await start(join(folder, 'postgres'));
  expect(second.adopted).toBe(false);
  expect(await ask(second.url('postgres'), 'SELECT n FROM note')).toEqual([{ n: 7 }]);
});

test('a pid that an unrelated process took over does not keep the server from starting', async () => {
  const first = await start(join(folder, 'postgres'));
  const file = join(first.home, 'data', 'postmaster.pid');
  const text = readFileSync(file, 'utf8');
  const { uid, gid } = statSync(file);
  await first.stop();
  writeFileSync(file, text.replace(/^\d+/, String(process.pid)), { mode: 0o600 });
  chownSync(file, uid, gid);
  const second = await start(join(folder, 'postgres'));
  expect(second.adopted).toBe(false);
  expect(await ask(second.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('of several that start at once one starts and the others adopt, and nothing half-made stays', async () => {
  const servers = await Promise.all([1, 2, 3, 4].map(() => start(join(folder, 'postgres'))));
  expect(servers.filter((server) => !server.adopted)).toHaveLength(1);
  expect(new Set(servers.map((server) => server.url('postgres'))).size).toBe(1);
  expect(readdirSync(servers[0]!.home).filter((name) => name.startsWith('scratch'))).toEqual([]);
});

test('stop with onlyIfUnused leaves the server to those who still use it', async () => {
  const first = await start(join(folder, 'postgres'));
  const second = await start(join(folder, 'postgres'));
  expect(await first.stop({ onlyIfUnused: true })).toBe(false);
  const pid = pidOf(second);
  expect(isAlive(pid)).toBe(true);
  expect(await second.stop({ onlyIfUnused: true })).toBe(true);
  expect(isAlive(pid)).toBe(false);
});

test('databases are made from a template, by several at once, and removed under their users', async () => {
  const server = await start(join(folder, 'postgres'));
  await server.createDatabase('model');
  await ask(server.url('model'), 'CREATE TABLE note AS SELECT 7 AS n');
  await Promise.all(['a', 'b', 'c'].map((name) => server.createDatabase(name, { template: 'model' })));
  expect(await ask(server.url('c'), 'SELECT n FROM note')).toEqual([{ n: 7 }]);
  const user = new pg.Client({ connectionString: server.url('c') });
  const lost = new Promise((done) => user.on('error', done));
  await user.connect();
  await server.dropDatabase('c');
  await lost;
  expect(await server.hasDatabase('c')).toBe(false);
  expect(await server.hasDatabase('b')).toBe(true);
});

test('a value in a failing statement never reaches the server log', async () => {
  const server = await start(join(folder, 'postgres'));
  await expect(ask(server.url('postgres'), `SELECT 'marker-4711'::int`)).rejects.toMatchObject({ code: '22P02' });
  await expect(ask(server.url('postgres'), `DO $$ BEGIN RAISE WARNING 'marker-4711'; END $$; SELECT 1/0 /* marker-4711 */`)).rejects.toMatchObject({ code: '22012' });
  await server.stop();
  const log = readFileSync(join(server.home, 'server.log'), 'utf8');
  expect(log).toContain('ready to accept connections');
  expect(log).not.toContain('marker-4711');
});

test('a server that cannot start says why in its own words', async () => {
  await expect(startEmbeddedPostgres({ dataDirectory: join(folder, 'postgres'), settings: { no_such_setting: '1' } })).rejects.toThrow(/no_such_setting/);
});

// Only root has another account to run the server as, for which a folder can be closed.
if (asRoot) {
  test('below a folder that the server account cannot enter, the data live elsewhere and are found again', async () => {
    chmodSync(folder, 0o700);
    const wanted = join(folder, 'clone', 'var', 'postgres');
    const first = await start(wanted);
    expect(first.home.startsWith(folder)).toBe(false);
    expect(statSync(first.home).mode & 0o777).toBe(0o711);
    expect(existsSync(`${wanted}.location.json`)).toBe(true);
    await ask(first.url('postgres'), 'CREATE TABLE note AS SELECT 7 AS n');
    await first.stop();
    const second = await start(wanted);
    expect(second.home).toBe(first.home);
    expect(await ask(second.url('postgres'), 'SELECT n FROM note')).toEqual([{ n: 7 }]);
  });

  test('data of a clone that is closed later move with it, and stay when it is opened again', async () => {
    const wanted = join(folder, 'clone', 'var', 'postgres');
    const first = await start(wanted);
    expect(first.home).toBe(wanted);
    await ask(first.url('postgres'), 'CREATE TABLE note AS SELECT 7 AS n');
    await first.stop();
    chmodSync(folder, 0o700);
    const second = await start(wanted);
    expect(second.home).not.toBe(wanted);
    expect(await ask(second.url('postgres'), 'SELECT n FROM note')).toEqual([{ n: 7 }]);
    await second.stop();
    chmodSync(folder, 0o755);
    const third = await start(wanted);
    expect(await ask(third.url('postgres'), 'SELECT n FROM note')).toEqual([{ n: 7 }]);
  });

  test('a copied clone does not share the data of the original', async () => {
    chmodSync(folder, 0o700);
    const original = await start(join(folder, 'clone', 'var', 'postgres'));
    mkdirSync(join(folder, 'copy', 'var'), { recursive: true });
    const location = 'var/postgres.location.json';
    writeFileSync(join(folder, 'copy', location), readFileSync(join(folder, 'clone', location)));
    const copy = await start(join(folder, 'copy', 'var', 'postgres'));
    expect(copy.home).not.toBe(original.home);
    expect(copy.adopted).toBe(false);
  });
}
