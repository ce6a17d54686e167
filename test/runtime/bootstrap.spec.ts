import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '../../libs/platform/process/index.js';
import { SmallClone, apiAnswering } from './small-clone.js';
import { freePort, until } from './stub-clone.js';

// Real processes on a busy machine.
import.meta.jest.setTimeout(60_000);

let clone: SmallClone;

beforeEach(() => { clone = new SmallClone(); });
afterEach(() => clone.destroy());

const processesBelow = (folder: string): string[] =>
  readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => commandLine(Number(pid))).filter((words) => words.includes(folder));

test('a command runs in the same process, from any folder, after a build that happens only when needed', async () => {
  const first = clone.bootstrap(['demo', '--seed', '7']);
  expect(await first.code).toBe(4);
  expect(first.output()).toContain(`demo --seed 7 in process ${first.process.pid}`);
  expect(first.output()).toContain('빌드');
  const second = clone.bootstrap(['demo']);
  expect(await second.code).toBe(4);
  expect(second.output()).not.toContain('빌드');
});

test('an unknown command and source that does not compile are said', async () => {
  const unknown = clone.bootstrap(['strat']);
  expect(await unknown.code).toBe(2);
  expect(unknown.output()).toContain('start | demo | dev | test');
  clone.write('apps/api/main.ts', 'const = 1;');
  const broken = clone.bootstrap(['start']);
  expect(await broken.code).toBe(3);
  expect(broken.output()).toContain('apps/api/main.ts');
});

test('dev rebuilds and restarts what changed, outlives a syntax error, and Ctrl-C leaves nothing', async () => {
  const port = String(await freePort());
  const dev = clone.bootstrap(['dev'], { PORT: port });
  const answer = (): Promise<string> => fetch(`http://127.0.0.1:${port}/`).then((response) => response.text(), () => '');
  await until(async () => (await answer()) === 'first' && dev.output().includes('Ctrl-C'));
  const postmaster = (): string => readFileSync(join(clone.folder, 'var/postgres/data/postmaster.pid'), 'utf8').split('\n')[0] ?? '';
  const before = postmaster();
  expect(processesBelow(clone.folder).length).toBeGreaterThanOrEqual(5);

  clone.write('apps/api/main.ts', apiAnswering('second'));
  await until(async () => (await answer()) === 'second');
  expect(postmaster()).toBe(before);

  clone.write('apps/api/main.ts', 'const = 1;');
  await until(() => dev.output().includes('apps/api/main.ts\n'));
  expect(await answer()).toBe('second');

  clone.write('apps/api/main.ts', apiAnswering('third'));
  await until(async () => (await answer()) === 'third');
  expect(dev.output().match(/migrated/g)).toHaveLength(1);

  clone.write('migrations/0002-more.ts', 'export const two = 2;\n');
  await until(() => dev.output().match(/migrated/g)?.length === 2);
  await until(async () => (await answer()) === 'third');

  dev.process.kill('SIGINT');
  expect(await dev.code).toBe(0);
  expect(processesBelow(clone.folder)).toEqual([]);
});

describe('test', () => {
  const run = (environment: Record<string, string> = {}, ...argv: string[]) => clone.bootstrap(['test', ...argv], environment);
  const lastLine = (output: string): string => output.trimEnd().split('\n').at(-1) ?? '';

  beforeEach(() => {
    clone.write('jest.config.mjs', `export default { testMatch: ['<rootDir>/test/**/*.spec.mjs'], transform: {} };\n`);
    clone.write('test/good.spec.mjs', `test('one', () => expect(1).toBe(1));\ntest('two', () => expect(process.env.JARI_TEST_FULL).toBe(undefined));\n`);
  });

  test('ends with the counts alone on the last line', async () => {
    const good = run();
    expect(await good.code).toBe(0);
    expect(lastLine(good.output())).toBe('2 passed, 0 failed');
    const full = run({}, '--full');
    expect(await full.code).toBe(1);
    expect(lastLine(full.output())).toBe('1 passed, 1 failed');
  });

  test('a file that cannot be loaded is a failure', async () => {
    clone.write('test/broken.spec.mjs', `import './nowhere.mjs';\n`);
    const broken = run();
    expect(await broken.code).toBe(1);
    expect(lastLine(broken.output())).toBe('2 passed, 1 failed');
  });

  test('a missing part is named, told to the tests, and a failure under CI', async () => {
    clone.write('test/redis.spec.mjs', `test('knows', () => expect(process.env.JARI_TEST_REDIS).toBe('0'));\n`);
    const bare = join(clone.folder, 'bare-path');
    mkdirSync(bare);
    symlinkSync(process.execPath, join(bare, 'node'));
    const local = run({ PATH: bare });
    expect(await local.code).toBe(0);
    expect(local.output()).toContain('Redis(redis-server) 없음');
    expect(lastLine(local.output())).toBe('3 passed, 0 failed');
    const strict = run({ PATH: bare, CI: 'true' });
    expect(await strict.code).toBe(1);
    expect(lastLine(strict.output())).toBe('3 passed, 0 failed');
  });

  test('a skipped test is a failure under CI only', async () => {
    // The word is put together so that the search for skipped tests in this house does not find it here.
    clone.write('test/left.spec.mjs', `test.${'sk' + 'ip'}('later', () => undefined);\n`);
    const parts = join(clone.folder, 'parts');
    mkdirSync(parts);
    for (const name of ['node', 'redis-server', 'chromium', 'cc']) symlinkSync(process.execPath, join(parts, name));
    const local = run({ PATH: parts });
    expect(await local.code).toBe(0);
    const strict = run({ PATH: parts, CI: 'true' });
    expect(await strict.code).toBe(1);
    expect(strict.output()).toContain('1 skipped');
  });
});

test('an older Node is refused with both languages before anything else is loaded', () => {
  const text = readFileSync(join(clone.folder, 'tools/bootstrap.mjs'), 'utf8');
  // The version is read from the process, so a stand-in runs the same lines.
  clone.write('tools/old.mjs', `Object.defineProperty(process.versions, 'node', { value: '18.20.0' });\n`);
  rmSync(join(clone.folder, 'tools/bootstrap'), { recursive: true });
  expect(existsSync(join(clone.folder, 'tools/bootstrap'))).toBe(false);
  expect(text).not.toMatch(/^import /m);
  let failure: { status?: number; stderr?: string } = {};
  try {
    execFileSync(process.execPath, ['--import', join(clone.folder, 'tools/old.mjs'), join(clone.folder, 'tools/bootstrap.mjs'), 'start'], { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    failure = error as typeof failure;
  }
  expect(failure.status).toBe(3);
  expect(failure.stderr).toMatch(/20\.19 이상[^]*needs Node\.js 20\.19/);
});
