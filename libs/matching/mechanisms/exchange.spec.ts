import { certify } from '../certificates/certify.js';
import type { InstanceInput } from '../instance/input.js';
import { solve } from '../solve.js';
import { crowd } from '../testing/crowd.js';
import { plain } from '../testing/plain.js';
import { randomInput } from '../testing/random-input.js';
import { built } from '../testing/run.js';
import { slowExchange } from '../testing/slow-exchange.js';
import { ParameterRefused } from './parameters.js';

describe('exchange', () => {
  it('moves the most people, then at the least total rank, by trying every set of circles', () => {
    let optimal = 0, circles = 0;
    for (let seed = 0; seed < 300; seed++) {
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
    expect(optimal).toBe(300);
    expect(circles).toBeGreaterThan(100);
  });

  it('proves its answer on rounds of up to eighty, and gets a certificate that holds', () => {
    const proven: boolean[] = [];
    for (let seed = 0; seed < 6; seed++) {
      const instance = built(crowd(40 + 10 * (seed % 5), 1 + (seed % 2), 4, seed));
      const result = solve(instance, 'exchange', { seed, parameters: { cycleLength: 2 + (seed % 2) } });
      expect(certify(instance, result.assignment, result)).toMatchObject({ holds: true, exchangeBound: { movers: result.bound!.movers, totalRank: result.bound!.totalRank } });
      expect(result.bound!.moversAtMost).toBeLessThanOrEqual(certify(instance, result.assignment, result).exchangeBound!.moversAtMost);
      proven.push(result.bound!.optimal);
    }
    expect(proven).toEqual(proven.map(() => true));
  });

  it('gets a certificate that holds, on rounds of every kind', () => {
    let cycles = 0;
    for (let seed = 0; seed < 30; seed++) {
      const instance = built(randomInput({ basis: (['scores', 'priority', 'lottery'] as const)[seed % 3]!, people: 5 + 4 * seed, seats: 3 + (seed % 11), mostPlaces: 12, mustMove: true, exclusions: true, newcomers: 0.1 }, seed));
      const result = solve(instance, 'exchange', { seed, parameters: { cycleLength: 2 + (seed % 3) } });
      const { holds, exchangeBound, exchangeCycles } = certify(instance, result.assignment, result);
      expect({ seed, holds, movers: exchangeBound!.movers, totalRank: exchangeBound!.totalRank, cycles: exchangeCycles!.cycles })
        .toEqual({ seed, holds: true, movers: result.bound!.movers, totalRank: result.bound!.totalRank, cycles: result.cycles!.length });
      cycles += result.cycles!.length;
    }
    expect(cycles).toBeGreaterThan(200);
  });

  it('does not depend on what people and seats are called or in which order they stand, where the best is proven', () => {
    for (let seed = 0; seed < 8; seed++) {
      const input = crowd(30, 2, 4, seed);
      const turned: InstanceInput = { employees: [...input.employees].reverse().map((one) => ({ ...one, id: `q${one.id}` })), seats: [...input.seats].reverse() };
      const [first, second] = [input, turned].map((one) => solve(built(one), 'exchange').bound!);
      expect({ seed, ...first, prices: null }).toEqual({ seed, ...second, prices: null });
      expect(first!.optimal).toBe(true);
    }
  });

  it('answers the same instance in the same way, and a round in which nobody can move', () => {
    const instance = built(crowd(60, 3, 4, 1));
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
