import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { missingPackages } from '../../tools/bootstrap/install.mjs';
import { countResults } from '../../tools/bootstrap/tests.mjs';
import { build, isCurrent } from '../../tools/build.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jari-build-'));
  write('.swcrc', '{ "jsc": { "target": "es2023", "parser": { "syntax": "typescript" } }, "module": { "type": "es6" } }');
});

afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

const built = (name: string): string => readFileSync(join(root, 'dist', name), 'utf8');

describe('build', () => {
  test('compiles sources, copies catalogues, and leaves specs and the web interface alone', async () => {
    write('libs/a/index.ts', `import ko from './ko.json' with { type: 'json' };\nexport const a: string = ko.a;\n`);
    write('libs/a/ko.json', '{"a":"가"}');
    write('libs/a/index.spec.ts', 'nonsense(');
    write('apps/web/main.ts', 'nonsense(');
    write('migrations/0001-one.ts', 'export const one: number = 1;\n');
    expect(isCurrent({ root })).toBe(false);
    const { changed, faults } = await build({ root });
    expect(faults).toEqual([]);
    expect(changed.sort()).toEqual(['libs/a/index.ts', 'libs/a/ko.json', 'migrations/0001-one.ts']);
    expect(isCurrent({ root })).toBe(true);
    const { a } = (await import(join(root, 'dist/libs/a/index.js'))) as { a: string };
    expect(a).toBe('가');
    expect(JSON.parse(built('libs/a/index.js.map'))).toMatchObject({ sources: ['../../../libs/a/index.ts'] });
  });

  test('builds again only what changed, and removes what has no source any more', async () => {
    write('libs/a/index.ts', 'export const a = 1;\n');
    write('libs/b/deep/index.ts', 'export const b = 1;\n');
    await build({ root });
    rmSync(join(root, 'libs/b'), { recursive: true });
    write('libs/a/index.ts', 'export const a = 2;\n');
    write('dist/libs/stray.js', 'stray');
    expect(isCurrent({ root })).toBe(false);
    expect(await build({ root })).toEqual({ changed: ['libs/a/index.ts'], removed: 3, faults: [] });
    expect(existsSync(join(root, 'dist/libs/b'))).toBe(false);
    expect(built('libs/a/index.js')).toContain('a = 2');
  });

  test('notices output that was deleted and a recipe that changed', async () => {
    write('libs/a/index.ts', 'export const a = 1;\n');
    await build({ root });
    rmSync(join(root, 'dist/libs/a/index.js'));
    expect(isCurrent({ root })).toBe(false);
    expect((await build({ root })).changed).toEqual(['libs/a/index.ts']);
    write('.swcrc', readFileSync(join(root, '.swcrc'), 'utf8').replace('es2023', 'es2022'));
    expect(isCurrent({ root })).toBe(false);
  });

  test('a fault is told with its file, and the build does not count as done', async () => {
    write('libs/a/index.ts', 'export const a = ;\n');
    const { faults } = await build({ root });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^libs\/a\/index\.ts\n/);
    expect(isCurrent({ root })).toBe(false);
  });

  test('several builds at once end with one whole output', async () => {
    for (let n = 0; n < 30; n += 1) write(`libs/a/part-${n}.ts`, `export const n: number = ${n};\n`);
    const outcomes = await Promise.all([build({ root }), build({ root }), build({ root })]);
    expect(outcomes.flatMap(({ faults }) => faults)).toEqual([]);
    expect(isCurrent({ root })).toBe(true);
    expect(built('libs/a/part-29.js')).toContain('29');
  });
});

describe('missingPackages', () => {
  const lock = {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/dev': { version: '1.0.0', integrity: 'sha512-d', dev: true },
    'node_modules/other-platform': { version: '1.0.0', integrity: 'sha512-o', optional: true },
  };
  const installed = (packages: Record<string, unknown>): void => write('node_modules/.package-lock.json', JSON.stringify({ packages }));
  const complete = { 'node_modules/a': lock['node_modules/a'], 'node_modules/dev': lock['node_modules/dev'] };

  beforeEach(() => write('package-lock.json', JSON.stringify({ packages: lock })));

  test('nothing is missing after a complete installation, in which other platforms\' binaries are absent', () => {
    installed(complete);
    expect(missingPackages({ root, withDevelopment: true })).toEqual([]);
  });

  test('everything is missing on a fresh clone', () => {
    expect(missingPackages({ root, withDevelopment: true })).toEqual(['node_modules/a', 'node_modules/dev']);
  });

  test('another version, or other content of the same version, counts as missing', () => {
    installed({ ...complete, 'node_modules/a': { version: '0.9.0', integrity: 'sha512-a' }, 'node_modules/dev': { version: '1.0.0', integrity: 'sha512-x' } });
    expect(missingPackages({ root, withDevelopment: true })).toEqual(['node_modules/a', 'node_modules/dev']);
  });

  test('a delivered build does without development packages', () => {
    installed({ 'node_modules/a': lock['node_modules/a'] });
    expect(missingPackages({ root, withDevelopment: false })).toEqual([]);
    expect(missingPackages({ root, withDevelopment: true })).toEqual(['node_modules/dev']);
  });
});

describe('countResults', () => {
  test('a file that cannot be loaded is a failure, and so is a run without results', () => {
    expect(countResults(JSON.stringify({ numPassedTests: 5, numFailedTests: 1, numRuntimeErrorTestSuites: 2, numPendingTests: 3, numTodoTests: 1 })))
      .toEqual({ passed: 5, failed: 3, skipped: 4 });
    expect(countResults(undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
