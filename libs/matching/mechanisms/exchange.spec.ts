import { certify } from '../certificates/certify.js';
import type { InstanceInput } from '../instance/input.js';
import { employeeCount, seatCount } from '../instance/instance.js';
import { seededRandom } from '../lottery/lottery.js';
import { solve } from '../solve.js';
import { plain } from '../testing/plain.js';
import { randomInput } from '../testing/random-input.js';
import { built } from '../testing/run.js';
import { slowExchange } from '../testing/slow-exchange.js';
import { ParameterRefused } from './parameters.js';

/** A round of holders only, each with several wishes, whose seats have few places: where the length of circles matters. */
function crowd(people: number, places: number, wishes: number, seed: number): InstanceInput {
  const random = seededRandom(`crowd ${seed}`);
  const seats = Math.ceil(people / places);
  return {
    employees: Array.from({ length: people }, (_, at) => ({
      id: `p${at}`, current: `s${at % seats}`, wishes: [...new Set(Array.from({ length: wishes }, () => `s${random() % seats}`))],
    })),
    seats: Array.from({ length: seats }, (_, at) => ({ id: `s${at}`, capacity: places })),
  };
}

describe('exchange', () => {
  it('moves the most people, then at the least total rank, by trying every set of circles', () => {
    let optimal = 0, circles = 0;
    for (let seed = 0; seed < 600; seed++) {
      const input = randomInput({
        basis: (['scores', 'priority', 'lottery'] as const)[seed % 3]!, people: 7, seats: 4, mostPlaces: 3, newcomers: 0.1, mustMove: seed % 5 === 0, exclusions: seed % 4 === 0,
      }, seed);
      const cycleLength = 2 + (seed % 3);
      const { bound, cycles } = solve(built(input), 'exchange', { seed, parameters: { cycleLength } });
      const best = slowExchange(plain(input, seed, false), new Map(input.employees.map(({ id, wishes }) => [id, wishes])), cycleLength);
      expect({ seed, optimal: bound!.optimal, movers: bound!.movers, totalRank: bound!.totalRank }).toEqual({ seed, optimal: true, ...best });
      optimal++;
      circles += cycles!.length;
    }
    expect(optimal).toBe(600);
    expect(circles).toBeGreaterThan(200);
  });

  it('proves its answer on rounds of a hundred, and gets a certificate that holds', () => {
    const proven: boolean[] = [];
    for (let seed = 0; seed < 12; seed++) {
      const instance = built(crowd(60 + 10 * (seed % 5), 1 + (seed % 3), 4, seed));
      const result = solve(instance, 'exchange', { seed, parameters: { cycleLength: 2 + (seed % 2) } });
      expect(certify(instance, result.assignment, result)).toMatchObject({ holds: true, exchangeBound: { movers: result.bound!.movers, totalRank: result.bound!.totalRank } });
      expect(result.bound!.moversAtMost).toBeLessThanOrEqual(certify(instance, result.assignment, result).exchangeBound!.moversAtMost);
      proven.push(result.bound!.optimal);
    }
    expect(proven).toEqual(proven.map(() => true));
  });

  it('gets a certificate that holds, on rounds of every kind', () => {
    let cycles = 0;
    for (let seed = 0; seed < 120; seed++) {
      const instance = built(randomInput({ basis: (['scores', 'priority', 'lottery'] as const)[seed % 3]!, people: 5 + seed, seats: 3 + (seed % 11), mostPlaces: 12, mustMove: true, exclusions: true, newcomers: 0.1 }, seed));
      const result = solve(instance, 'exchange', { seed, parameters: { cycleLength: 2 + (seed % 3) } });
      const { holds, exchangeBound, exchangeCycles } = certify(instance, result.assignment, result);
      expect({ seed, holds, movers: exchangeBound!.movers, totalRank: exchangeBound!.totalRank, cycles: exchangeCycles!.cycles })
        .toEqual({ seed, holds: true, movers: result.bound!.movers, totalRank: result.bound!.totalRank, cycles: result.cycles!.length });
      cycles += result.cycles!.length;
    }
    expect(cycles).toBeGreaterThan(500);
  });

  it('does not depend on what people and seats are called or in which order they stand, where the best is proven', () => {
    for (let seed = 0; seed < 20; seed++) {
      const input = crowd(40, 2, 4, seed);
      const turned: InstanceInput = { employees: [...input.employees].reverse().map((one) => ({ ...one, id: `q${one.id}` })), seats: [...input.seats].reverse() };
      const [first, second] = [input, turned].map((one) => solve(built(one), 'exchange').bound!);
      expect({ seed, ...first, prices: null }).toEqual({ seed, ...second, prices: null });
      expect(first!.optimal).toBe(true);
    }
  });

  it('answers the same instance in the same way, and a round in which nobody can move', () => {
    const instance = built(crowd(150, 5, 5, 1));
    expect(solve(instance, 'exchange')).toEqual(solve(instance, 'exchange'));
    const still = solve(built({ employees: [{ id: 'a', current: 'x', wishes: ['y'] }, { id: 'b', wishes: ['x'] }], seats: [{ id: 'x', capacity: 1 }, { id: 'y', capacity: 1 }] }), 'exchange');
    expect(still).toMatchObject({ assignment: Int32Array.of(0, -1), cycles: [], bound: { optimal: true, movers: 0, moversAtMost: 0, gap: 0, totalRank: 4, totalRankAtLeast: 4 } });
    expect(solve(built({ employees: [], seats: [] }), 'exchange').bound).toMatchObject({ optimal: true, movers: 0, totalRank: 0 });
  });

  it('refuses a circle of one, of nine, of half a person, and what it cannot set', () => {
    const instance = built(crowd(4, 1, 2, 1));
    for (const cycleLength of [1, 9, 2.5, Number.NaN]) expect(() => solve(instance, 'exchange', { parameters: { cycleLength } })).toThrow(ParameterRefused);
    expect(() => solve(instance, 'exchange', { parameters: { speed: 3 } })).toThrow('exchange has no parameter "speed"');
  });
});

describe('the certificate of an exchange', () => {
  const instance = built({
    employees: [
      { id: 'a', current: 'x', wishes: ['y', 'z'] }, { id: 'b', current: 'y', wishes: ['x'] }, { id: 'c', current: 'z', wishes: ['z', 'x'] }, { id: 'd', wishes: ['x'] },
      { id: 'e', current: 'y', wishes: ['x'] },
    ],
    seats: [{ id: 'x', capacity: 2 }, { id: 'y', capacity: 2 }, { id: 'z', capacity: 1 }],
  });
  const judge = (assignment: readonly number[], cycles?: number[][]) => certify(instance, Int32Array.from(assignment), { mechanism: 'exchange', seed: 1, cycles });

  it('holds for circles, given or looked for', () => {
    expect(judge([1, 0, 2, -1, 1], [[0, 1]])).toMatchObject({ holds: true, exchangeCycles: { cycles: 1, byLength: [0, 0, 1] } });
    expect(judge([1, 0, 2, -1, 1])).toMatchObject({ holds: true, exchangeCycles: { cycles: 1 } });
    expect(judge([1, 1, 2, -1, 0])).toMatchObject({ holds: true });
  });

  it.each<[string, number[], number[][] | undefined, unknown]>([
    ['somebody who moved in no circle', [1, 0, 2, -1, 0], [[0, 1]], { code: 'IN_NO_CYCLE', employee: 'e' }],
    ['somebody without a seat who was let in', [0, 1, 2, 0, 1], undefined, { code: 'IN_NO_CYCLE', employee: 'd' }],
    ['somebody in two circles', [1, 0, 2, -1, 1], [[0, 1], [0, 4]], { code: 'IN_TWO_CYCLES', employee: 'a' }],
    ['a circle of one', [1, 0, 2, -1, 1], [[0, 1], [2]], { code: 'WRONG_LENGTH', employees: ['c'] }],
    ['somebody who got another seat than the next one leaves', [2, 0, 2, -1, 1], [[0, 1]], { code: 'NOT_TO_THE_NEXT', employee: 'a', got: 'z' }],
    ['somebody who likes the own seat better', [2, 1, 0, -1, 1], [[0, 2]], { code: 'NOT_BETTER', employee: 'c', got: 'x' }],
    ['somebody who lost the seat', [1, -1, 2, -1, 1], [[0, 1]], { code: 'NOT_TO_THE_NEXT', employee: 'b', got: null }],
  ])('names %s', (_, assignment, cycles, fault) => {
    const { holds, exchangeCycles } = judge(assignment, cycles);
    expect(holds).toBe(false);
    expect(exchangeCycles!.items).toContainEqual(fault);
  });

  it('fails after any two people of a proven exchange are swapped', () => {
    let swaps = 0;
    for (let seed = 0; seed < 30; seed++) {
      const round = built(crowd(30, 2, 4, seed));
      const result = solve(round, 'exchange');
      const random = seededRandom(`swap ${seed}`);
      const [a, b] = [random() % employeeCount(round), random() % employeeCount(round)];
      if (result.assignment[a] === result.assignment[b]) continue;
      const swapped = result.assignment.slice();
      [swapped[a], swapped[b]] = [swapped[b]!, swapped[a]!];
      expect(certify(round, swapped, result).holds).toBe(false);
      swaps++;
    }
    expect(swaps).toBeGreaterThan(20);
  });

  it('proves a bound from any prices, never one that an exchange breaks', () => {
    for (let seed = 0; seed < 30; seed++) {
      const round = built(crowd(24, 2, 3, seed));
      const result = solve(round, 'exchange', { parameters: { cycleLength: 4 } });
      const random = seededRandom(`prices ${seed}`);
      const prices = Float64Array.from({ length: seatCount(round) }, () => random() % 500);
      const { exchangeBound } = certify(round, result.assignment, { ...result, bound: { prices } });
      expect(exchangeBound!.moversAtMost).toBeGreaterThanOrEqual(result.bound!.movers);
      expect(certify(round, result.assignment, result).exchangeBound!.moversAtMost).toBeLessThanOrEqual(exchangeBound!.moversAtMost);
    }
  });
});
