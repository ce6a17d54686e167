import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { solve } from '#matching';
import { readInstance } from '../../commands/solve/read-instance.js';
import { assignmentHash } from './limit.js';
import { makeRound, SEED, USUAL } from './make-round.js';
import type { MatchingFigures } from './matching-bench.js';
import { matchingReport, matchingVerdicts } from './matching-report.js';
import type { Row } from './measured.js';
import { readBareRound, wishesOf } from './peers/bare-round.js';

const folder = mkdtempSync(join(tmpdir(), 'jari-round-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (round: string) => {
  const built = readInstance([join(round, 'employees.csv'), join(round, 'seats.csv')]);
  if (!built.ok) throw new Error(JSON.stringify(built.faults.slice(0, 3)));
  return built.instance;
};

describe('a round to measure on', () => {
  it('is the same for the engine and for the C loop, and the same every time', () => {
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    for (const round of [first, second]) makeRound(round, { ...USUAL, employees: 400 });
    for (const name of ['employees.csv', 'seats.csv', 'round.bin']) expect(readFileSync(join(second, name)).equals(readFileSync(join(first, name)))).toBe(true);
    const instance = read(first);
    const bare = readBareRound(first);
    expect([bare.people, bare.seats]).toEqual([400, 20]);
    expect(bare.wishSeat).toEqual(instance.wishSeat);
    expect(bare.capacity).toEqual(instance.capacity);
    expect(instance.current.filter((seat) => seat < 0)).toHaveLength(20);
    expect(new Set(wishesOf(bare, 7)).size).toBe(10);
  });

  it('prints the same hash of an assignment as the C loop: placed by the textbook on the bare round', () => {
    const round = join(folder, 'newcomers');
    makeRound(round, { ...USUAL, employees: 200, newcomers: 1 });
    const bare = readBareRound(round);
    const holders = Array.from({ length: bare.seats }, (): number[] => []);
    const tried = new Int32Array(bare.people);
    for (const waiting = Array.from({ length: bare.people }, (_, person) => person); waiting.length > 0;) {
      const person = waiting.pop()!;
      const seat = wishesOf(bare, person)[tried[person]!++];
      if (seat === undefined) continue;
      const best = [...holders[seat]!, person].sort((a, b) => bare.lists[seat]!.indexOf(a) - bare.lists[seat]!.indexOf(b));
      holders[seat] = best.slice(0, bare.capacity[seat]);
      waiting.push(...best.slice(bare.capacity[seat]));
    }
    const assignment = new Int32Array(bare.people).fill(-1);
    holders.forEach((people, seat) => { for (const person of people) assignment[person] = seat; });
    expect(assignmentHash(solve(read(round), 'da', { seed: SEED }).assignment)).toBe(assignmentHash(assignment));
    expect(assignmentHash(Int32Array.of(-1))).toBe('e3160fb1');
  });
});

describe('the verdict', () => {
  const row = (mechanism: string, employees: number, ms: number | null): Row => ({ program: 'jari', mechanism, employees, ms, firstMs: ms, runs: 5, peakMb: 60, stopped: ms === null ? 'time' : null, note: '' });
  const figures: MatchingFigures = {
    limit: { 1000000: 250 }, ratio: { da: 1.9, 'da-star': 2.6 }, whole: { ratio: 7.5, ms: 1_900, peakMb: 401 }, agrees: true, growth: { da: 1.05 },
    constrained: [{ couples: 50, employees: 1_500, columns: 1, rows: 1, ms: 160, bareMs: 100, ratio: 1.6, objective: 1, gap: 0, holds: true }],
    rows: [row('da', 1_500, 20), row('da-seat', 1_500, 21), row('da', 1_000_000, 480), row('rank-min', 100_000, null)],
  };

  it('names every target that is missed, and none that was not measured', () => {
    expect(matchingVerdicts(figures).filter(({ met }) => !met).map(({ en }) => en)).toEqual(['da-star at most 2.5 ×', 'memory of the whole process at most 400 MB', 'da-seat at 1,500 at most 20 ms', 'constrained, 50 couples, to bare HiGHS at most 1.5 ×']);
    expect(matchingVerdicts({ ...figures, constrained: [], limit: {}, agrees: null }).map(({ en }) => en)).toEqual(['memory of the whole process at most 400 MB', 'da at 1,500 at most 20 ms', 'da-seat at 1,500 at most 20 ms']);
  });

  it('prints where a program stopped', () => {
    expect(matchingReport(figures)).toMatch(/rank-min +– +– +> limit/);
  });
});
