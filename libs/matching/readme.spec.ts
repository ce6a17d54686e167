import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as matching from './index.js';

/** The ten lines of the README, as they stand there. */
function tenLines(): string {
  const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
  return /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
}

describe('the README', () => {
  it('shows ten lines that run as they stand there', () => {
    const [first = '', ...rest] = tenLines().trim().split('\n');
    const names = /^import \{ (.*) \} from '(.*)';$/.exec(first)?.[1]?.split(', ') ?? [];
    expect(names.filter((name) => !(name in matching))).toEqual([]);
    expect(rest.filter((line) => line !== '').length).toBeLessThanOrEqual(10);
    const input: matching.InstanceInput = {
      employees: [{ id: 't1', current: 's1', wishes: ['s2'], scores: [5], ineligible: ['TENURE'] }, { id: 't2', wishes: ['s2', 's1'], scores: [9, 9] }],
      seats: [{ id: 's1', capacity: 1 }, { id: 's2', capacity: 1 }],
    };
    const shares: number[] = [];
    const given = {
      input, report: (share: number) => shares.push(share), reasonText: (code: string) => `(${code})`,
      labels: { ko: { s1: '총무과', s2: '감사과' }, en: { s1: 'General Affairs', s2: 'Audit' } },
    };
    const body = `${rest.join('\n')}\nreturn { result, certificate, reasons, hash, json };`;
    const run = new Function(...names, ...Object.keys(given), body) as (...values: unknown[]) => {
      result: matching.SolveResult; certificate: matching.Certificate; reasons: ReadonlyMap<string, matching.Explanation>; hash: string; json: matching.InstanceInput;
    };
    const { result, certificate, reasons, hash, json } = run(...names.map((name) => Object.entries(matching).find(([known]) => known === name)?.[1]), ...Object.values(given));
    expect(Array.from(result.assignment)).toEqual([0, 1]);
    expect(certificate.holds).toBe(true);
    expect(reasons.get('t1')?.sentence.ko).toContain('(TENURE)');
    expect(reasons.get('t2')?.sentence.ko).toContain('감사과');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(json.seats[1]?.priority).toEqual(['t2']);
    expect(shares.at(-1)).toBe(1);
  });

  it('is published alone: no dependencies, and no file imports anything but its neighbours', () => {
    const manifest: Record<string, unknown> = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8'));
    expect([manifest['dependencies'], manifest['peerDependencies']]).toEqual([undefined, undefined]);
    const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.startsWith('testing'));
    const imported = sources.flatMap((name) => [...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/ from '([^']+)';/g)].map(([, from]) => from ?? ''));
    expect(imported.length).toBeGreaterThan(100);
    expect(imported.filter((from) => !from.startsWith('./') && !from.startsWith('../'))).toEqual([]);
  });
});
