import { employeeCount, seatCount } from '../instance/instance.js';
import { seededRandom } from '../lottery/lottery.js';
import { solve } from '../solve.js';
import { crowd } from '../testing/crowd.js';
import { built } from '../testing/run.js';
import { certify } from './certify.js';

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
    for (let seed = 0; seed < 16; seed++) {
      const round = built(crowd(20, 2, 4, seed));
      const result = solve(round, 'exchange');
      const random = seededRandom(`swap ${seed}`);
      const [a, b] = [random() % employeeCount(round), random() % employeeCount(round)];
      if (result.assignment[a] === result.assignment[b]) continue;
      const swapped = result.assignment.slice();
      [swapped[a], swapped[b]] = [swapped[b]!, swapped[a]!];
      expect(certify(round, swapped, result).holds).toBe(false);
      swaps++;
    }
    expect(swaps).toBeGreaterThan(10);
  });

  it('proves a bound from any prices, never one that an exchange breaks', () => {
    for (let seed = 0; seed < 12; seed++) {
      const round = built(crowd(16, 2, 3, seed));
      const result = solve(round, 'exchange', { parameters: { cycleLength: 4 } });
      const random = seededRandom(`prices ${seed}`);
      const prices = Float64Array.from({ length: seatCount(round) }, () => random() % 500);
      const { exchangeBound } = certify(round, result.assignment, { ...result, bound: { prices } });
      expect(exchangeBound!.moversAtMost).toBeGreaterThanOrEqual(result.bound!.movers);
      expect(certify(round, result.assignment, result).exchangeBound!.moversAtMost).toBeLessThanOrEqual(exchangeBound!.moversAtMost);
    }
  });
});
