import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** Floor of each room, counted from the ground; an import may only go down. */
const FLOORS: Readonly<Record<string, number>> = {
  tools: 0, contracts: 0, matching: 0, tally: 0, 'ballot-box': 1, platform: 1, organization: 2, preferences: 3, rounds: 4, ballots: 4, reporting: 5, migrations: 6, apps: 7,
};
const PURE = ['contracts', 'matching', 'tally'];
const ROOT = process.cwd();

const sourceFiles = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => join(folder, name));

const roomOf = (file: string): string => {
  const [top, room] = file.split('/');
  return top === 'libs' ? (room ?? '') : (top ?? '');
};

// The compiler's own scanner: it sees static, dynamic and type imports, and no word in a text.
const importsOf = (file: string): string[] => ts.preProcessFile(readFileSync(join(ROOT, file), 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName);

const edges = ['libs', 'apps', 'migrations'].flatMap(sourceFiles).flatMap((file) =>
  importsOf(file).map((specifier) => {
    const target = specifier.startsWith('#') ? specifier.slice(1) : specifier.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), specifier)) : undefined;
    return { file, specifier, from: roomOf(file), target, to: target === undefined ? undefined : specifier.startsWith('#') ? target : roomOf(target) };
  }),
);

describe('imports', () => {
  it('are found at all', () => {
    expect(edges.filter(({ to }) => to === 'platform').length).toBeGreaterThan(20);
  });

  it('run downwards only', () => {
    const wrong = edges.filter(({ from, to }) => to !== undefined && to !== from && (FLOORS[to] ?? 99) >= (FLOORS[from] ?? -1));
    expect(wrong.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([]);
  });

  it('enter another room by its door', () => {
    // The embedded server is a second door of the platform: the application itself must not load it. The played election is
    // one of the ballot box, for tests and measurements. The booth's build says what its manifest holds.
    const DOORS = ['libs/platform/embedded/index.js', 'libs/ballot-box/testing/index.js', 'libs/platform/process/exit-with-parent.js', 'tools/booth.mjs'];
    const wrong = edges.filter(({ from, to, specifier, target }) => to !== undefined && to !== from && specifier.startsWith('.') && !DOORS.includes(target ?? ''));
    expect(wrong.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([]);
  });

  it('leave the pure rooms without anything from outside', () => {
    const wrong = edges.filter(({ from, specifier }) => PURE.includes(from) && !specifier.startsWith('.'));
    expect(wrong.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([]);
  });

  it('leave the ballot box the same in browser and server: curves, hashes, the tally, and nothing else', () => {
    const wrong = edges.filter(({ from, specifier }) => from === 'ballot-box' && !/^(\.|#tally$|@noble\/(curves|hashes)\/)/.test(specifier));
    expect(wrong.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([]);
  });

  it('make no circle between the files of the house', () => {
    const graph = new Map<string, string[]>();
    for (const { file, specifier, target } of edges) {
      if (target === undefined) continue;
      const path = specifier.startsWith('#') ? `${specifier === '#migrations' ? 'migrations' : `libs/${target}`}/index.ts` : target.replace(/\.js$/, '.ts');
      graph.set(file, [...(graph.get(file) ?? []), path]);
    }
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of graph.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });
});
