import { certify } from '../certificates/certify.js';
import type { InstanceInput } from '../instance/input.js';
import { seededRandom } from '../lottery/lottery.js';
import { solve } from '../solve.js';
import { blockingPairs, holders, liking, placements, plain, type Placement, type Plain } from '../testing/plain.js';
import { randomInput } from '../testing/random-input.js';
import { built, named, place } from '../testing/run.js';
import { slowRequestsAndTurns, slowSerialDictatorship, slowTopTradingCycles } from '../testing/slow-trades.js';

const bases = ['scores', 'priority', 'lottery'] as const;
const small = (seed: number) => randomInput({ basis: bases[seed % 3]!, people: 3 + (seed % 3), seats: 3, mustMove: seed % 2 === 0, exclusions: seed % 5 === 0, newcomers: seed % 7 === 0 ? 0 : 0.3 }, seed);
const large = (seed: number) => randomInput({ basis: bases[seed % 3]!, people: 20 + Math.floor(seed / 3), seats: 4 + (seed % 9), mostPlaces: 8, scoreValues: [3, 65_536][seed % 2]!, mustMove: true, exclusions: true, newcomers: 0.2 }, seed);

/** Four people and four seats that all list each other: often with several stable placements. */
function marriages(seed: number): InstanceInput {
  const random = seededRandom(`marriages ${seed}`);
  const shuffled = (list: string[]): string[] => list.map((item) => ({ item, at: random() })).sort((a, b) => a.at - b.at).map(({ item }) => item);
  return {
    employees: ['p1', 'p2', 'p3', 'p4'].map((id) => ({ id, wishes: shuffled(['s1', 's2', 's3', 's4']) })),
    seats: ['s1', 's2', 's3', 's4'].map((id) => ({ id, capacity: 1, priority: shuffled(['p1', 'p2', 'p3', 'p4']) })),
  };
}

const dominated = (instance: Plain, placement: Placement): boolean => placements(instance).some((other) => (
  instance.people.every((person) => liking(instance, person, other[person]!) <= liking(instance, person, placement[person]!))
  && instance.people.some((person) => other[person] !== placement[person])));
const nobodyLostTheSeat = (instance: Plain, placement: Placement): boolean => instance.people.every((person) => {
  const own = instance.current.get(person)!;
  return own === null || liking(instance, person, placement[person]!) <= liking(instance, person, own);
});

describe.each([
  ['sd', false, slowSerialDictatorship], ['ttc', false, slowTopTradingCycles], ['ttc-star', true, slowTopTradingCycles], ['yrmh-igyt', true, slowRequestsAndTurns],
] as const)('%s', (mechanism, rightToStay, slow) => {
  it('leaves no improvement, by enumeration, and nobody who may stay worse off where it promises so', () => {
    for (let seed = 0; seed < 200; seed++) {
      const input = small(seed);
      const instance = plain(input, seed, rightToStay);
      const got = place(input, mechanism, seed);
      expect({ seed, dominated: dominated(instance, got) }).toEqual({ seed, dominated: false });
      for (const seat of instance.seats) expect(holders(instance, got, seat).length).toBeLessThanOrEqual(instance.capacity.get(seat)!);
      if (rightToStay) expect({ seed, kept: nobodyLostTheSeat(instance, got) }).toEqual({ seed, kept: true });
    }
  });

  it('agrees with the slow telling of its paper on larger rounds', () => {
    for (let seed = 0; seed < 90; seed++) {
      const input = large(seed);
      expect({ seed, got: place(input, mechanism, seed) }).toEqual({ seed, got: slow(plain(input, seed, rightToStay)) });
    }
  });

  it('gets a certificate that everything promised holds', () => {
    for (let seed = 0; seed < 60; seed++) {
      const instance = built(large(seed));
      const result = solve(instance, mechanism, { seed });
      expect(certify(instance, result.assignment, result)).toMatchObject({ mechanism, holds: true });
    }
  });
});

describe('da-seat', () => {
  it('gives everybody the worst seat of any stable placement, by enumeration of all of them', () => {
    let unlike = 0;
    for (let seed = 0; seed < 400; seed++) {
      const input = seed % 2 === 0 ? small(seed) : marriages(seed);
      const instance = plain(input, seed, false);
      const stable = placements(instance).filter((placement) => blockingPairs(instance, placement).length === 0);
      const worst = Object.fromEntries(instance.people.map((person) => (
        [person, stable.map((placement) => placement[person]!).reduce((a, b) => (liking(instance, person, a) >= liking(instance, person, b) ? a : b))])));
      if (stable.length > 1) unlike++;
      expect({ seed, got: place(input, 'da-seat', seed) }).toEqual({ seed, got: worst });
    }
    expect(unlike).toBeGreaterThan(10);
  });

  it('gets a certificate that the placement is stable', () => {
    for (let seed = 0; seed < 60; seed++) {
      const instance = built(large(seed));
      const result = solve(instance, 'da-seat', { seed });
      expect(certify(instance, result.assignment, result)).toMatchObject({ holds: true, stable: { holds: true } });
    }
  });
});

describe('strategy', () => {
  /** Nobody gets a better seat by filing any other list: the promise of these mechanisms under printed lists. */
  it.each(['da', 'da-star', 'ttc', 'ttc-star', 'yrmh-igyt', 'sd'])('%s rewards no false list', (mechanism) => {
    for (let seed = 0; seed < 40; seed++) {
      const input = randomInput({ basis: 'priority', people: 4, seats: 3, newcomers: 0.3 }, seed);
      const instance = plain(input, seed, mechanism === 'da-star' || mechanism === 'ttc-star' || mechanism === 'yrmh-igyt');
      const honest = place(input, mechanism, seed);
      const person = input.employees[seed % 4]!;
      for (const wishes of everyList(['s1', 's2', 's3'])) {
        const told = structuredClone(input);
        told.employees[seed % 4]!.wishes = wishes;
        const got = place(told, mechanism, seed)[person.id]!;
        // A seat that the honest list does not hold is worse than nothing to this person.
        const worth = got !== null && !instance.options.get(person.id)!.includes(got) ? Infinity : liking(instance, person.id, got);
        expect(worth).toBeGreaterThanOrEqual(liking(instance, person.id, honest[person.id]!));
      }
    }
  });
});

function everyList(seats: readonly string[]): string[][] {
  return [[], ...seats.flatMap((seat) => everyList(seats.filter((one) => one !== seat)).map((rest) => [seat, ...rest]))];
}

describe('every mechanism', () => {
  it('reports shares that never fall and end at 1, and can be cancelled', async () => {
    const { mechanismCodes } = await import('./registry.js');
    const instance = built(randomInput({ basis: 'priority', people: 12, seats: 4, newcomers: 0 }, 11));
    for (const mechanism of mechanismCodes()) {
      const shares: number[] = [];
      solve(instance, mechanism, { onProgress: (share) => shares.push(share) });
      expect(shares.at(-1)).toBe(1);
      expect([...shares].sort((a, b) => a - b)).toEqual(shares);
      expect(() => solve(instance, mechanism, { isCancelled: () => true })).toThrow('cancelled');
    }
  });

  it('takes an instance of nobody and nothing', async () => {
    const { mechanismCodes } = await import('./registry.js');
    for (const mechanism of mechanismCodes().filter((code) => code !== 'to-be')) {
      expect(named(built({ employees: [], seats: [] }), solve(built({ employees: [], seats: [] }), mechanism).assignment)).toEqual({});
      expect(place({ employees: [{ id: 'a', wishes: [] }], seats: [] }, mechanism)).toEqual({ a: null });
    }
  });
});
