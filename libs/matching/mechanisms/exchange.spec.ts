import { certify } from '../certificates/certify.js';
import { solve } from '../solve.js';
import { randomInput } from '../testing/random-input.js';
import { built } from '../testing/run.js';

describe('exchange', () => {
  it('gets a certificate that holds, on rounds of every kind', () => {
    let cycles = 0;
    for (let seed = 0; seed < 120; seed++) {
      const instance = built(randomInput({ basis: (['scores', 'priority', 'lottery'] as const)[seed % 3]!, people: 5 + seed, seats: 3 + (seed % 11), mostPlaces: 12, mustMove: true, exclusions: true, newcomers: 0.1 }, seed));
      const result = solve(instance, 'exchange', { seed, parameters: { cycleLength: 2 + (seed % 3) } });
      const certificate = certify(instance, result.assignment, result);
      expect({ seed, holds: certificate.holds, bound: certificate.exchangeBound }).toMatchObject({
        seed, holds: true, bound: { movers: result.bound!.movers, moversAtMost: result.bound!.moversAtMost, totalRank: result.bound!.totalRank, totalRankAtLeast: result.bound!.totalRankAtLeast },
      });
      cycles += result.cycles!.length;
    }
    expect(cycles).toBeGreaterThan(500);
  });
});
