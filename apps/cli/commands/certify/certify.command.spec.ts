import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { solveCommand } from '../solve/index.js';
import { certifyCommand } from './certify.command.js';

const folder = mkdtempSync(join(tmpdir(), 'jari-certify-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Words = (argv: readonly string[], io: { stdout: { write(content: string | Uint8Array): unknown }; stderr: { write(text: string): unknown } }) => Promise<number>;

async function run(command: Words, ...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '', err = '';
  const code = await command(argv, { stdout: { write: (text) => { out += typeof text === 'string' ? text : Buffer.from(text).toString(); } }, stderr: { write: (text) => { err += text; } } });
  return { code, out, err };
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const instance = file('instance.json', {
  employees: [{ id: 't1', current: 's1', wishes: ['s2'], scores: [5] }, { id: 't2', wishes: ['s2', 's1'], scores: [9, 9] }, { id: 't3', wishes: ['s2'], scores: [7] }],
  seats: [{ id: 's1', capacity: 1 }, { id: 's2', capacity: 1 }],
});
const employees = file('employees.csv', 'employee,current,wishes,scores\nt1,s1,s2,5\nt2,,s2;s1,9;9\nt3,,s2,7\n');
const seats = file('seats.csv', 'seat,capacity\ns1,1\ns2,1\n');

describe('jari certify', () => {
  it('certifies what solve printed, by the mechanism named there, and knows the run again by its hash', async () => {
    const printed = file('printed.json', (await run(solveCommand, '--mechanism', 'da-star', '--seed', '4', instance)).out);
    const { code, out, err } = await run(certifyCommand, '--seed', '4', instance, printed);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ certificate: { mechanism: 'da-star', holds: true }, sameRun: true, metrics: { none: 1 } });
    expect(JSON.parse((await run(certifyCommand, '--seed', '5', instance, printed)).out)).toMatchObject({ sameRun: false });
  });

  it('reads the circles of an exchange, their longest length and the prices that prove the bound', async () => {
    const swap = file('swap.json', { employees: [{ id: 'a', current: 'x', wishes: ['y'] }, { id: 'b', current: 'y', wishes: ['x'] }], seats: [{ id: 'x', capacity: 1 }, { id: 'y', capacity: 1 }] });
    const { out } = await run(solveCommand, '--mechanism', 'exchange', '--cycle-length', '2', swap);
    const read = async (answer: unknown): Promise<{ code: number; out: string; err: string }> => run(certifyCommand, swap, file('exchange.json', answer));
    const answer = JSON.parse(out);
    const good = await read(answer);
    expect(good.code).toBe(0);
    expect(JSON.parse(good.out)).toMatchObject({ sameRun: true, certificate: { exchangeCycles: { cycleLength: 2, cycles: 1 }, exchangeBound: { optimal: true } } });
    const wrong = await read({ ...answer, cycles: [['a'], ['b']] });
    expect([wrong.code, JSON.parse(wrong.out).certificate.exchangeCycles.items[0]]).toEqual([1, { code: 'WRONG_LENGTH', employees: ['a'] }]);
    expect(await read({ ...answer, cycles: [['a', 'stranger']] })).toMatchObject({ code: 2, err: expect.stringContaining('cycles[1] employee') });
    expect(await read({ ...answer, parameters: { cycleLength: 99 } })).toMatchObject({ code: 2, err: expect.stringContaining('cycleLength') });
    expect(JSON.parse((await run(certifyCommand, '--mechanism', 'exchange', swap, file('hand.json', { a: 'y', b: 'x' }))).out)).toMatchObject({ certificate: { holds: true, exchangeCycles: { cycleLength: 3, cycles: 1 } } });
  });

  it('exits with 1 when a promise fails, and names who is passed over', async () => {
    const swapped = file('swapped.json', { t1: 's1', t2: null, t3: 's2' });
    const { code, out } = await run(certifyCommand, '--mechanism', 'da-star', employees, seats, swapped);
    expect(code).toBe(1);
    expect(JSON.parse(out).certificate.noJustifiedEnvy).toMatchObject({ holds: false, items: [{ employee: 't2', seat: 's2', towards: 't3' }] });
  });

  it('without a mechanism asks for places, rules and the right to stay alone', async () => {
    const byHand = file('by-hand.csv', 'seat,employee,rank\ns1,t1,\n,t2,\ns2,t3,1\n');
    const good = await run(certifyCommand, instance, byHand);
    expect(good.code).toBe(0);
    expect(JSON.parse(good.out)).toMatchObject({ certificate: { mechanism: null, promised: ['feasible', 'individuallyRational'], holds: true, noJustifiedEnvy: { holds: false } }, hash: null, sameRun: null });
    const drivenOut = await run(certifyCommand, instance, file('driven-out.json', { t1: null, t2: 's1', t3: 's2' }));
    expect(drivenOut.code).toBe(1);
    expect((await run(certifyCommand, instance, file('overfull.json', { t1: 's2', t2: 's2', t3: null }))).code).toBe(1);
  });

  it('refuses an assignment with every fault by row and field, and prints nothing', async () => {
    const { code, out, err } = await run(certifyCommand, instance, file('bad.csv', 'employee,seat\nt1,s9\nt1,s1\nt8,s1\n'));
    expect([code, out]).toEqual([2, '']);
    expect(err.trim().split('\n').map((line) => line.split(' / ')[0])).toEqual([
      'line 2 seat: names a seat that is not in this round', 'line 3 employee: names the same employee twice',
      'line 4 employee: names somebody who is not in the instance', 't2 employee: is missing from the assignment', 't3 employee: is missing from the assignment',
    ]);
    expect((await run(certifyCommand, instance, file('number.json', { t1: 1, t2: null, t3: null }))).err).toContain('t1 seat');
  });

  it.each<[string, string[], string]>([
    ['one file alone', [instance], 'give an instance and an assignment'],
    ['an unknown mechanism', ['--mechanism', 'magic', instance, instance], 'registered are'],
    ['a missing assignment', [instance, join(folder, 'absent.csv')], 'ENOENT'],
    ['a table without its columns', [instance, file('columns.csv', 'person,seat\nt1,s1\n')], 'employee and seat'],
    ['a list', [instance, file('list.json', ['s1'])], 'is no assignment'],
    ['a faulty instance', [file('faulty.json', { employees: [{ id: 'a', wishes: ['q'] }], seats: [] }), instance], 'employees row 1 wishes[1]'],
  ])('refuses %s', async (_, argv, message) => {
    const { code, out, err } = await run(certifyCommand, ...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
