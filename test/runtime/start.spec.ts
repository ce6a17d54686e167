import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { isAlive } from '../../libs/platform/process/index.js';
import { startEmbeddedPostgres } from '../../libs/platform/embedded/index.js';
import { build } from '../../tools/build.mjs';
import { awaitOrphans } from '../../apps/cli/commands/start/run-record.js';
import { StubClone, freePort, until } from './stub-clone.js';

// Real processes on a busy machine.
import.meta.jest.setTimeout(60_000);

let clone: StubClone;
let port: string;

beforeAll(async () => { await build(); });

beforeEach(async () => {
  clone = new StubClone();
  port = String(await freePort());
});

afterEach(() => clone.destroy());

const answers = (): Promise<boolean> => fetch(`http://127.0.0.1:${port}/health/ready`).then((response) => response.ok, () => false);
const databaseOfApi = (): Promise<string> => fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('start prints where everything is, Ctrl-C leaves no process, and the data stay for the next start', async () => {
  const first = clone.start({ PORT: port });
  await first.ready();
  expect(first.output()).toContain(`http://127.0.0.1:${port}/docs`);
  expect(first.output()).toMatch(/인사담당자 · HR officer +hr +demo/);
  expect(await answers()).toBe(true);
  const processes = [first.process.pid ?? 0, clone.postmaster ?? 0, ...first.children()];
  expect(processes.filter(isAlive)).toHaveLength(4);
  first.process.kill('SIGINT');
  expect(await first.code).toBe(0);
  expect(processes.filter(isAlive)).toEqual([]);
  expect(await answers()).toBe(false);

  const second = clone.start({ PORT: port });
  await second.ready();
  expect(await ask(await databaseOfApi(), 'SELECT count(*)::int AS starts FROM run')).toEqual([{ starts: 2 }]);
  second.process.kill('SIGTERM');
  expect(await second.code).toBe(0);
  expect(clone.livingProcesses()).toEqual([]);
});

test('a taken port is said in both languages before anything is started', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(Number(port), '0.0.0.0', done));
  const start = clone.start({ PORT: port });
  expect(await start.code).toBe(1);
  await new Promise((done) => other.close(done));
  expect(start.errors()).toContain(`포트 ${port}번은 이미 사용 중입니다`);
  expect(start.errors()).toContain(`Port ${port} is already in use`);
  expect(existsSync(join(clone.folder, 'var', 'postgres'))).toBe(false);
});

test('wrong variables and an address of another machine are bad input', async () => {
  const wrong = clone.start({ PORT: 'http', LOG_LEVEL: 'loud' });
  expect(await wrong.code).toBe(2);
  expect(wrong.errors()).toMatch(/PORT[^]*LOG_LEVEL/);
  const elsewhere = clone.start({ PORT: port, HOST: '192.0.2.1' });
  expect(await elsewhere.code).toBe(2);
  expect(elsewhere.errors()).toContain('EADDRNOTAVAIL');
  const unknown = clone.start({ PORT: port }, ['--dmeo']);
  expect(await unknown.code).toBe(2);
});

test('after kill -9 of the top process alone its children leave and the next start adopts the database', async () => {
  const first = clone.start({ PORT: port, STUB_DRAIN_MS: '1500' });
  await first.ready();
  const children = first.children();
  const postmaster = clone.postmaster ?? 0;
  first.process.kill('SIGKILL');
  await first.code;
  const second = clone.start({ PORT: port });
  await second.ready();
  expect(children.filter(isAlive)).toEqual([]);
  expect(clone.postmaster).toBe(postmaster);
  expect(await ask(await databaseOfApi(), 'SELECT count(*)::int AS starts FROM run')).toEqual([{ starts: 2 }]);
  second.process.kill('SIGINT');
  expect(await second.code).toBe(0);
  expect(isAlive(postmaster)).toBe(false);
});

test('after kill -9 of everything the next start works on the same data', async () => {
  const first = clone.start({ PORT: port });
  await first.ready();
  for (const pid of [first.process.pid ?? 0, ...first.children(), clone.postmaster ?? 0]) process.kill(pid, 'SIGKILL');
  await first.code;
  const second = clone.start({ PORT: port });
  await second.ready();
  expect(await ask(await databaseOfApi(), 'SELECT count(*)::int AS starts FROM run')).toEqual([{ starts: 2 }]);
});

test('an orphan that hangs is ended before the next start', async () => {
  const first = clone.start({ PORT: port, STUB_STUBBORN: '1' });
  await first.ready();
  const [api = 0] = first.children();
  first.process.kill('SIGKILL');
  await first.code;
  await until(() => first.children().filter(isAlive).length === 1);
  expect(isAlive(api)).toBe(true);
  await awaitOrphans(clone.folder, 200);
  expect(isAlive(api)).toBe(false);
});

test('an API that dies is started again, and said', async () => {
  const start = clone.start({ PORT: port });
  await start.ready();
  const [api = 0] = start.children();
  process.kill(api, 'SIGKILL');
  await until(async () => start.children()[0] !== api && answers());
  expect(start.errors()).toMatch(/API가 예기치 않게 종료되어\(SIGKILL\) .* \/ The api ended unexpectedly \(SIGKILL\)/);
});

test('a worker that cannot live stops everything with code 3 and shows its last words', async () => {
  const start = clone.start({ PORT: port, STUB_WORKER_FAILS: '1' });
  expect(await start.code).toBe(3);
  expect(start.errors().match(/The worker ended unexpectedly \(code 7\)/g)).toHaveLength(4);
  expect(start.errors()).toContain('worker: no such thing');
  expect(clone.livingProcesses()).toEqual([]);
});

test('a child that does not drain is killed after its time', async () => {
  const start = clone.start({ PORT: port, STUB_STUBBORN: '1', STUB_PATIENCE_MS: '300' });
  await start.ready();
  const children = start.children();
  start.process.kill('SIGTERM');
  expect(await start.code).toBe(0);
  expect(children.filter(isAlive)).toEqual([]);
});

test('Ctrl-C while the demo district is loaded stops at once', async () => {
  const start = clone.start({ PORT: port, STUB_SLOW_DEMO: '1' });
  await until(() => start.errors().includes('loading'));
  const postmaster = clone.postmaster ?? 0;
  start.process.kill('SIGINT');
  expect(await start.code).toBe(0);
  expect(isAlive(postmaster)).toBe(false);
});

test('closing the terminal stops everything in order, although nothing can be written any more', async () => {
  const start = clone.start({ PORT: port });
  await start.ready();
  const all = clone.livingProcesses();
  expect(all).toHaveLength(4);
  start.process.stdout?.destroy();
  start.process.stderr?.destroy();
  start.process.kill('SIGHUP');
  expect(await start.code).toBe(0);
  expect(all.filter(isAlive)).toEqual([]);
});

test('SIGUSR2 restarts API and worker and keeps the database', async () => {
  const start = clone.start({ PORT: port });
  await start.ready();
  const before = start.children();
  const postmaster = clone.postmaster;
  start.process.kill('SIGUSR2');
  await until(async () => start.children().every((pid) => !before.includes(pid)) && answers());
  expect(before.filter(isAlive)).toEqual([]);
  expect(clone.postmaster).toBe(postmaster);
  expect(start.errors()).not.toContain('unexpectedly');
});

test('when npm is killed, so that only its shell remains, everything ends', async () => {
  // A process for npm, its shell, and the start below it.
  const script = `"$NODE" -e "const { spawn } = require('node:child_process'); console.log('npm ' + process.pid); spawn('sh', ['-c', '\\"$NODE\\" driver.mjs; true'], { stdio: 'inherit' })"`;
  const start = clone.start({ PORT: port, npm_lifecycle_event: 'start', NODE: process.execPath }, [], ['sh', '-c', script]);
  await start.ready();
  const npm = Number(/npm (\d+)/.exec(start.output())?.[1]);
  const all = clone.livingProcesses();
  expect(all).toHaveLength(4);
  process.kill(npm, 'SIGKILL');
  await until(() => all.every((pid) => !isAlive(pid)));
});

test('a second start on another port shares the database, which outlives the first of the two', async () => {
  const first = clone.start({ PORT: port });
  await first.ready();
  const postmaster = clone.postmaster ?? 0;
  const second = clone.start({ PORT: String(await freePort()) });
  await second.ready();
  first.process.kill('SIGINT');
  expect(await first.code).toBe(0);
  expect(isAlive(postmaster)).toBe(true);
  second.process.kill('SIGINT');
  expect(await second.code).toBe(0);
  expect(isAlive(postmaster)).toBe(false);
});

test('an external database is migrated, never filled unasked, and never stopped', async () => {
  const server = await startEmbeddedPostgres({ dataDirectory: join(clone.folder, 'elsewhere') });
  try {
    await server.createDatabase('district');
    const url = server.url('district');
    const first = clone.start({ PORT: port, DATABASE_URL: url });
    await first.ready();
    expect(await databaseOfApi()).toBe(url);
    expect(existsSync(join(clone.folder, 'var', 'postgres'))).toBe(false);
    expect(await ask(url, `SELECT to_regclass('demo') AS demo, to_regclass('run')::text AS run`)).toEqual([{ demo: null, run: 'run' }]);
    expect(`${first.output()}${first.errors()}`).not.toContain(new URL(url).password);
    first.process.kill('SIGINT');
    expect(await first.code).toBe(0);
    const second = clone.start({ PORT: port, DATABASE_URL: url }, ['--demo']);
    await second.ready();
    expect(await ask(url, `SELECT to_regclass('demo')::text AS demo`)).toEqual([{ demo: 'demo' }]);
    second.process.kill('SIGINT');
    expect(await second.code).toBe(0);
  } finally {
    await server.stop();
  }
});

test('the password of the embedded database is written nowhere else', async () => {
  const start = clone.start({ PORT: port });
  await start.ready();
  const secret = clone.superuserPassword;
  expect(secret).toHaveLength(48);
  start.process.kill('SIGINT');
  await start.code;
  const logs = ['var/log/api.log', 'var/log/worker.log', 'var/postgres/server.log'].map((name) => readFileSync(join(clone.folder, name), 'utf8'));
  expect([start.output(), start.errors(), ...logs].join('\n')).not.toContain(secret);
});
