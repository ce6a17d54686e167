import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { isAlive } from '../../libs/platform/process/index.js';

const ROOT = resolve(import.meta.dirname, '..', '..');
const moduleUrl = (path: string): string => JSON.stringify(pathToFileURL(join(ROOT, 'dist', path)).href);

// Behaves as the real API does towards the outside: IPC, health, drain, end with the parent.
const API = `
  import { createServer } from 'node:http';
  import { exitWithParent } from ${moduleUrl('libs/platform/process/index.js')};
  if (process.env.STUB_STUBBORN) process.on('SIGTERM', () => undefined);
  else if (process.env.STUB_DRAIN_MS) process.on('SIGTERM', () => setTimeout(() => process.exit(0), Number(process.env.STUB_DRAIN_MS)));
  else process.on('SIGTERM', () => process.exit(0));
  exitWithParent({ drainMs: process.env.STUB_STUBBORN ? 3_600_000 : 5_000 });
  const server = createServer((request, response) => response.writeHead(request.url === '/health/ready' ? 200 : 404).end(process.env.DATABASE_URL));
  server.listen(Number(process.env.PORT), process.env.HOST, () => process.send?.({ type: 'ready' }));
`;

const WORKER = `
  import { exitWithParent } from ${moduleUrl('libs/platform/process/index.js')};
  if (process.env.STUB_WORKER_FAILS) { console.error('worker: no such thing'); process.exit(7); }
  process.on('SIGTERM', () => process.exit(0));
  exitWithParent();
  setInterval(() => undefined, 60_000);
`;

// The migration counts how often it ran, so that a test sees whether the data stayed.
const DRIVER = `
  import pg from ${JSON.stringify(pathToFileURL(join(ROOT, 'node_modules', 'pg', 'esm', 'index.mjs')).href)};
  import { createStartCommand } from ${moduleUrl('apps/cli/commands/start/index.js')};
  const ask = async (url, sql) => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try { return await client.query(sql); } finally { await client.end(); }
  };
  const start = createStartCommand({
    root: import.meta.dirname,
    environment: process.env,
    migrate: (url) => ask(url, 'CREATE TABLE IF NOT EXISTS run (n serial); INSERT INTO run DEFAULT VALUES'),
    async loadDemoDistrict(url) {
      if (process.env.STUB_SLOW_DEMO) { console.error('loading'); await ask(url, 'SELECT pg_sleep(600)'); }
      await ask(url, 'CREATE TABLE IF NOT EXISTS demo (n integer)');
      return [{ role: { ko: '인사담당자', en: 'HR officer' }, signInName: 'hr', password: 'demo' }];
    },
    api: import.meta.dirname + '/api.mjs',
    worker: import.meta.dirname + '/worker.mjs',
    drainMs: Number(process.env.STUB_PATIENCE_MS ?? 8_000),
    postgresSettings: { fsync: 'off' },
  });
  const code = await start(process.argv.slice(2));
  process.exit(code);
`;

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Waits for a condition; the test's own time limit ends it. */
export async function until<T>(look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await delay(25);
  }
}

/** One `start` under test. */
export interface Started {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  readonly code: Promise<number | null>;
  /** Resolves when the banner is there; rejects when it ended before. */
  ready(): Promise<void>;
  /** Process ids of API and worker. */
  children(): number[];
}

/** A folder that stands for a clone, with an API and a worker of a few lines. */
export class StubClone {
  readonly folder = mkdtempSync(join(tmpdir(), 'jari-start-'));
  private readonly started: Started[] = [];

  constructor() {
    chmodSync(this.folder, 0o755);
    for (const [name, text] of [['api.mjs', API], ['worker.mjs', WORKER], ['driver.mjs', DRIVER]] as const) writeFileSync(join(this.folder, name), text);
  }

  start(environment: Record<string, string>, argv: readonly string[] = [], command: readonly [string, ...string[]] = [process.execPath, join(this.folder, 'driver.mjs')]): Started {
    const { PATH = '' } = process.env;
    const child = spawn(command[0], [...command.slice(1), ...argv], { cwd: this.folder, env: { PATH, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => { output += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { errors += text; });
    const code = new Promise<number | null>((done) => child.once('close', done));
    const started: Started = {
      process: child,
      output: () => output,
      errors: () => errors,
      code,
      ready: () => Promise.race([
        until(() => output.includes('Ctrl-C')).then(() => undefined),
        code.then((ended) => Promise.reject(new Error(`ended with ${ended}: ${errors}`))),
      ]),
      children: () => this.runs().flatMap((run) => run.children.map(({ pid }) => pid)),
    };
    this.started.push(started);
    return started;
  }

  get postmaster(): number | undefined {
    const file = join(this.folder, 'var', 'postgres', 'data', 'postmaster.pid');
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
  }

  get superuserPassword(): string {
    return readFileSync(join(this.folder, 'var', 'postgres', 'password'), 'utf8');
  }

  /** Everything that could be left of any start here. */
  livingProcesses(): number[] {
    const known = [...this.runs().flatMap((run) => [run.pid, ...run.children.map(({ pid }) => pid)]), this.postmaster ?? 0];
    return known.filter((pid) => pid > 0 && isAlive(pid));
  }

  async destroy(): Promise<void> {
    for (const pid of [...this.started.map((each) => each.process.pid ?? 0), ...this.livingProcesses()]) {
      if (pid > 0 && isAlive(pid)) process.kill(pid, 'SIGKILL');
    }
    await until(() => this.livingProcesses().length === 0);
    // Backends of a killed server still write their last files.
    await until(() => {
      try {
        rmSync(this.folder, { recursive: true, force: true });
        return true;
      } catch {
        return false;
      }
    });
  }

  private runs(): { pid: number; children: { pid: number }[] }[] {
    const folder = join(this.folder, 'var', 'run');
    if (!existsSync(folder)) return [];
    return readdirSync(folder).flatMap((name) => {
      try {
        return [JSON.parse(readFileSync(join(folder, name), 'utf8')) as { pid: number; children: { pid: number }[] }];
      } catch {
        return [];
      }
    });
  }
}
