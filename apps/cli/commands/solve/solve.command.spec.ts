import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mechanismCodes } from '#matching';
import { solveCommand } from './solve.command.js';

const folder = mkdtempSync(join(tmpdir(), 'jari-solve-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '', err = '';
  const code = await solveCommand(argv, { stdout: { write: (text) => { out += typeof text === 'string' ? text : Buffer.from(text).toString(); } }, stderr: { write: (text) => { err += text; } } });
  return { code, out, err };
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const json = file('instance.json', {
  format: 'jari-instance/1',
  employees: [{ id: 't1', current: 's1', wishes: ['s2'], scores: [5] }, { id: 't2', wishes: ['s2', 's1'], scores: [9, 9] }, { id: 't,"3"', current: 's9', mustMove: true, wishes: ['s2'], scores: [7] }],
  seats: [{ id: 's1', capacity: 1 }, { id: 's2', capacity: 1 }],
});
const employees = file('employees.csv', 'employee,current,wishes,scores,mustMove\nt1,s1,s2,5,\nt2,,s2;s1,9;9,0\n"t,""3""",s9,s2,7,1\n');
const seats = file('seats.csv', 'seat,capacity\ns1,1\ns2,1\n');

describe('jari solve', () => {
  it('prints everybody, the figures, the certificate and the hash', async () => {
    const { code, out, err } = await run('--mechanism', 'da-star', '--seed', '4', json);
    expect([code, err]).toEqual([0, '']);
    const answer = JSON.parse(out);
    expect(Object.keys(answer)).toEqual(['assignment', 'metrics', 'certificate', 'hash']);
    expect(answer.assignment).toEqual({ t1: 's1', t2: 's2', 't,"3"': null });
    expect(answer.metrics).toMatchObject({ employees: 3, movers: 1, none: 1, byRank: [1, 0] });
    expect(answer.certificate).toMatchObject({ mechanism: 'da-star', holds: true });
    expect(answer.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives the same hash for CSV, and for the seed written in another way; another hash for another seed', async () => {
    const hash = async (...argv: string[]): Promise<unknown> => JSON.parse((await run('--mechanism', 'da-star', ...argv)).out).hash;
    const first = await hash('--seed', '4', json);
    expect(await hash('--seed=4', employees, seats)).toBe(first);
    expect(await hash('--seed', '5', json)).not.toBe(first);
    expect(await hash(json)).toBe(await hash('--seed', '0', json));
  });

  it('explains to each person', async () => {
    const answer = JSON.parse((await run('--mechanism', 'da-star', '--explain', json)).out);
    expect(answer.explanations.t2).toMatchObject({ got: 's2', rank: 1, better: [] });
    expect(answer.explanations['t,"3"']).toMatchObject({
      got: null, rank: null, sentence: { ko: expect.stringContaining('1지망 s2는'), en: expect.stringContaining('Wish 1, s2,') },
      better: [{ seat: 's2', reason: 'PEOPLE_AHEAD', places: 1, score: 7, cutoff: null, ahead: 1, lottery: false }],
    });
  });

  it('lists the circles of an exchange, and covers the longest circle allowed with the hash', async () => {
    const ring = file('ring.json', {
      employees: [{ id: 'a', current: 'x', wishes: ['y'] }, { id: 'b', current: 'y', wishes: ['z'] }, { id: 'c', current: 'z', wishes: ['x'] }],
      seats: ['x', 'y', 'z'].map((id) => ({ id, capacity: 1 })),
    });
    const three = JSON.parse((await run('--mechanism', 'exchange', ring)).out);
    expect(three.assignment).toEqual({ a: 'y', b: 'z', c: 'x' });
    expect(three.cycles.map((circle: string[]) => circle.join(''))).toEqual([expect.stringMatching(/^(abc|bca|cab)$/)]);
    expect(three).toMatchObject({ parameters: { cycleLength: 3 }, bound: { optimal: true, movers: 3, gap: 0 }, certificate: { holds: true, exchangeBound: { movers: 3, moversAtMost: 3, optimal: true } } });
    const two = JSON.parse((await run('--mechanism', 'exchange', '--cycle-length', '2', ring)).out);
    expect(two).toMatchObject({ assignment: { a: 'x', b: 'y', c: 'z' }, cycles: [], parameters: { cycleLength: 2 }, bound: { movers: 0 } });
    expect(two.hash).not.toBe(three.hash);
    expect((await run('--mechanism', 'exchange', '--cycle-length', '1', ring)).err).toContain('cycleLength of exchange must be an integer from 2 to 8');
    expect((await run('--mechanism', 'da', '--cycle-length', '3', ring)).err).toContain('da has no parameter');
  });

  it('writes a table, with the sentences when asked', async () => {
    const bare = await run('--mechanism', 'da-star', '--format', 'csv', employees, seats);
    expect(bare.out.split('\n')).toEqual([
      'employee,seat,rank,reason,wish,places,score,cutoff,ahead,lottery', 't1,s1,,PEOPLE_AHEAD,s2,1,5,,1,0', 't2,s2,1,,,,,,,', '"t,""3""",,,PEOPLE_AHEAD,s2,1,7,,1,0', '',
    ]);
    expect(JSON.parse(bare.err)).toMatchObject({ hash: expect.any(String), certificate: { holds: true } });
    const full = await run('--mechanism', 'da-star', '--format', 'csv', '--explain', employees, seats);
    expect(full.out).toContain('sentenceKo,sentenceEn\n');
    expect(full.out).toContain('1지망으로 희망하신 s2에 배치되셨습니다.');
  });

  it('refuses bad input with every fault and prints no answer', async () => {
    const bad = file('bad.json', { employees: [{ id: 'a', wishes: ['q', 'x', 'x'] }, { id: 'a', wishes: [] }], seats: [{ id: 'x', capacity: -1 }] });
    const { code, out, err } = await run('--mechanism', 'da-star', bad);
    expect([code, out]).toEqual([2, '']);
    expect(err.trim().split('\n')).toEqual([
      'seats row 1 capacity: must be an integer of 0 or more. / 자리 1행 capacity: 자리 수는 0 이상의 정수여야 합니다.',
      'employees row 1 wishes[1]: names a seat that is not in this round. / 직원 1행 wishes[1]: 이번 배치에 없는 자리입니다.',
      'employees row 1 wishes[3]: repeats a seat that is already wished for. / 직원 1행 wishes[3]: 같은 자리를 두 번 희망하였습니다.',
      'employees row 2 id: repeats the id "a". / 직원 2행 id: 같은 식별자가 앞에 이미 있습니다: "a"',
    ]);
  });

  it.each<[string, string[], string]>([
    ['an unknown mechanism, naming the registered ones', ['--mechanism', 'magic', json], 'da-star'],
    ['no mechanism', [json], '--mechanism is missing'],
    ['an option without its value', ['--mechanism'], '--mechanism needs a value'],
    ['an unknown option', ['--mechanism', 'da', '--quick', json], 'unknown option --quick'],
    ['another format', ['--mechanism', 'da', '--format', 'xml', json], '--format is json or csv'],
    ['no file', ['--mechanism', 'da'], 'give one instance'],
    ['a missing file', ['--mechanism', 'da', join(folder, 'absent.json')], 'ENOENT'],
    ['a folder', ['--mechanism', 'da', folder, folder], 'EISDIR'],
    ['what is no JSON, without quoting it', ['--mechanism', 'da', file('wish.json', '{"wishes": ["비밀"')], 'is not JSON'],
  ])('refuses %s', async (_, argv, message) => {
    const { code, out, err } = await run(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).not.toContain('비밀');
  });

  describe('--compare', () => {
    const ties = file('one-order.json', {
      employees: [['a', 'x', ['y'], 1], ['b', 'y', ['x'], 2], ['c', 'z', ['x', 'y'], 3]].map(([id, current, wishes, score]) => ({ id, current, wishes, scores: [wishes].flat().map(() => score), currentScore: score })),
      seats: ['x', 'y', 'z'].map((id) => ({ id, capacity: 1 })),
    });

    it('prints every mechanism side by side with what it does and keeps, and the reason of a refusal, in both languages', async () => {
      const ko = await run('--compare', '--seed', '4', '--lang', 'ko', ties);
      expect([ko.code, ko.err]).toEqual([0, '']);
      const figures = ko.out.split('\n').filter((line) => /^ {2}(da-star|ttc-star) .*(지킴|어김)/.test(line)).map((line) => line.trim().split(/ {2,}/).slice(0, 11));
      expect(figures).toEqual([
        ['da-star', '3', '0', '0', '0', '0', '0', '0', '0', '✘', '지킴'],
        ['ttc-star', '3', '2', '2', '0', '0', '0', '2', '0', '✔', '지킴'],
      ]);
      expect(ko.out).toContain('to-be: 이 배치에는 쓸 수 없습니다.');
      const en = await run('--compare', '--seed', '4', '--lang', 'en', ties);
      expect(en.out).toContain('to-be: cannot be used here.');
      expect(en.out).not.toMatch(/[가-힣]/);
    });

    it('gives the same as data', async () => {
      const rows: { mechanism: string; kind: string }[] = JSON.parse((await run('--compare', '--format', 'json', ties)).out);
      expect(rows.map(({ mechanism }) => mechanism)).toEqual(mechanismCodes());
      expect(rows.find(({ mechanism }) => mechanism === 'to-be')).toMatchObject({ kind: 'refused', refusal: { code: 'ONE_COMMON_ORDER' } });
      expect(rows.find(({ mechanism }) => mechanism === 'da')).toMatchObject({ kind: 'outcome', broken: [], metrics: { employees: 3 } });
    });

    it.each([[['--compare', '--mechanism', 'da', json], 'leave out'], [['--compare', '--lang', 'fr', json], '--lang is'], [['--compare', '--time-limit', '0', json], '--time-limit is']])('refuses %j', async (argv, message) => {
      const { code, out, err } = await run(...argv);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(message);
    });
  });

  it('waits for a reader that is slower', async () => {
    let text = '';
    let finished = false;
    const { io, asked } = slowReader((part) => { text += part; });
    const done = solveCommand(['--mechanism', 'da-star', json], io).finally(() => { finished = true; });
    const ready = await asked;
    expect(finished).toBe(false);
    ready();
    expect(await done).toBe(0);
    expect(JSON.parse(text).assignment.t2).toBe('s2');
  });
});

/** A standard output that is full after each write; `asked` gives what to call when there is room again. */
function slowReader(onText: (part: string) => void) {
  let ask: (ready: () => void) => void = () => undefined;
  const asked = new Promise<() => void>((resolve) => { ask = resolve; });
  const stdout = {
    write: (part: string | Uint8Array) => { onText(typeof part === 'string' ? part : Buffer.from(part).toString()); return false; },
    once: (_: string, ready: () => void) => ask(ready),
  };
  return { io: { stdout, stderr: { write: () => true } }, asked };
}
