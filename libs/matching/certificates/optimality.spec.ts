import { employeeCount, seatCount, type Instance } from '../instance/instance.js';
import { seededRandom } from '../lottery/lottery.js';
import { solve } from '../solve.js';
import { AIMS, aimsOf, isAllowed, totalCost, type Aim, type Aims } from '../testing/objectives.js';
import { placements, plain, type Placement } from '../testing/plain.js';
import { randomInput } from '../testing/random-input.js';
import { built } from '../testing/run.js';
import type { Certificate, Optimality } from './certificate.js';
import { certify } from './certify.js';

const FINDING = { 'rank-min': 'rankMinimal', 'rank-maximal': 'rankMaximal', 'max-card': 'maximumCardinality' } as const;

function judge(instance: Instance, assignment: Int32Array, mechanism: Aim, seed: number): { certificate: Certificate; finding: Optimality } {
  const certificate = certify(instance, assignment, { mechanism, seed });
  return { certificate, finding: certificate[FINDING[mechanism]]! };
}

function numbers(instance: Instance, placement: Placement): Int32Array {
  const seat = new Map(Array.from({ length: seatCount(instance) }, (_, at) => [`s${at + 1}`, at]));
  return Int32Array.from({ length: employeeCount(instance) }, (_, at) => seat.get(placement[`p${at + 1}`] ?? '') ?? -1);
}

/** What a seat costs at each level, told apart from the certificate. */
function levels(aims: Aims, aim: Aim, rank: number): number[] {
  if (aim === 'rank-min') return [rank];
  if (aim === 'max-card') return [rank > aims.longest ? 1 : 0];
  return Array.from({ length: aims.longest }, (_, level) => (rank === level + 1 ? -1 : 0));
}

/** The first difference decides. */
function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** A third person's check, on paper: with the prices everybody has the cheapest, and what costs something is full. */
function provesBest(aims: Aims, aim: Aim, placement: Placement, { prices }: Optimality): boolean {
  const nothing = levels(aims, aim, 1).map(() => 0);
  const price = new Map(prices.map((one) => [one.seat, one.price]));
  const priceOf = (seat: string | null): readonly number[] => (seat === null ? undefined : price.get(seat)) ?? nothing;
  const worth = (person: string, seat: string | null): number[] => levels(aims, aim, aims.rank(person, seat)).map((cost, level) => cost + priceOf(seat)[level]!);
  return aims.people.every((person) => aims.mayGet.get(person)!.every((seat) => compare(worth(person, placement[person]!), worth(person, seat)) <= 0))
    && [...aims.capacity].every(([seat, places]) => compare(priceOf(seat), nothing) === 0
      || (compare(priceOf(seat), nothing) > 0 && aims.people.filter((person) => placement[person] === seat).length === places));
}

/** The improvement that is named must be one. */
function improves(aims: Aims, aim: Aim, placement: Placement, { improvement }: Optimality): boolean {
  const after = { ...placement };
  for (const step of improvement!) {
    if (placement[step.employee] !== step.from) return false;
    after[step.employee] = step.to;
  }
  return isAllowed(aims, after) && totalCost(aims, aim, after) < totalCost(aims, aim, placement);
}

describe.each(AIMS)('the certificate for %s', (aim) => {
  it('holds exactly where nothing better exists, with prices that prove it or an improvement that shows it', () => {
    const seen = { best: 0, worse: 0, notAllowed: 0 };
    for (let seed = 0; seed < 120; seed++) {
      const input = randomInput({ basis: (['scores', 'priority', 'lottery'] as const)[seed % 3]!, people: 4 + (seed % 2), seats: 3, mostPlaces: 2, mustMove: true, exclusions: true, newcomers: 0.4 }, seed);
      const instance = built(input);
      const own = plain(input, seed, true);
      const aims = aimsOf(own, input);
      const all = placements(own).slice(0, 150);
      const allowed = placements(own).filter((placement) => isAllowed(aims, placement)).map((placement) => totalCost(aims, aim, placement));
      const best = allowed.reduce((a, b) => (a < b ? a : b));
      for (const placement of all) {
        const { finding } = judge(instance, numbers(instance, placement), aim, seed);
        if (!isAllowed(aims, placement)) {
          expect({ seed, placement, finding }).toEqual({ seed, placement, finding: { holds: false, prices: [], improvement: null } });
          seen.notAllowed++;
        } else if (totalCost(aims, aim, placement) > best) {
          expect({ seed, placement, holds: finding.holds, improves: improves(aims, aim, placement, finding) }).toEqual({ seed, placement, holds: false, improves: true });
          seen.worse++;
        } else {
          expect({ seed, placement, holds: finding.holds, proven: provesBest(aims, aim, placement, finding) }).toEqual({ seed, placement, holds: true, proven: true });
          seen.best++;
        }
      }
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100);
  });

  it('fails for the right reason when one person is dropped, or two are swapped for the worse', () => {
    let dropped = 0, swapped = 0;
    for (let seed = 0; seed < 40; seed++) {
      const input = randomInput({ basis: seed % 2 === 0 ? 'scores' : 'priority', people: 40, seats: 8, mostPlaces: 6, newcomers: 0.6 }, seed);
      const instance = built(input);
      const aims = aimsOf(plain(input, seed, true), input);
      const { assignment } = solve(instance, aim, { seed });
      const name = (of: Int32Array): Placement => Object.fromEntries(aims.people.map((person, at) => [person, of[at]! < 0 ? null : `s${of[at]! + 1}`]));
      expect(judge(instance, assignment, aim, seed).certificate.holds).toBe(true);
      const random = seededRandom(`break ${seed}`);
      for (let tried = 0; tried < 20; tried++) {
        const [a, b] = [random() % 40, random() % 40];
        const without = assignment.slice();
        without[a] = -1;
        if (assignment[a]! >= 0 && instance.current[a]! < 0) {
          const { certificate, finding } = judge(instance, without, aim, seed);
          expect([certificate.holds, finding.holds, improves(aims, aim, name(without), finding)]).toEqual([false, false, true]);
          dropped++;
        }
        const other = assignment.slice();
        [other[a], other[b]] = [other[b]!, other[a]!];
        if (!isAllowed(aims, name(other)) || totalCost(aims, aim, name(other)) === totalCost(aims, aim, name(assignment))) continue;
        const { certificate, finding } = judge(instance, other, aim, seed);
        expect([certificate.holds, finding.holds, improves(aims, aim, name(other), finding)]).toEqual([false, false, true]);
        swapped++;
      }
    }
    expect(dropped).toBeGreaterThan(50);
    // Whoever is at a wish on both sides of a swap leaves the number of people at a wish as it is.
    if (aim !== 'max-card') expect(swapped).toBeGreaterThan(20);
  });
});

describe('certificates for the largest placement', () => {
  it('are the cover of König where nobody may stay: prices of 0 and 1', () => {
    let ones = 0;
    for (let seed = 0; seed < 60; seed++) {
      const input = randomInput({ basis: 'lottery', people: 30, seats: 9, mostPlaces: 4, newcomers: 1 }, seed);
      const instance = built(input);
      const { finding } = judge(instance, solve(instance, 'max-card', { seed }).assignment, 'max-card', seed);
      expect(finding.prices.every(({ price }) => price.length === 1 && price[0] === 1)).toBe(true);
      ones += finding.prices.length;
    }
    expect(ones).toBeGreaterThan(10);
  });
});
