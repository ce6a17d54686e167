import { employeeCount } from '../instance/instance.js';
import { drawLottery, seededRandom } from '../lottery/lottery.js';
import { blockingPairs, liking, placements, plain, textbookDeferredAcceptance } from '../testing/plain.js';
import { randomInput, type RandomShape } from '../testing/random-input.js';
import { built, named, place } from '../testing/run.js';
import { deferredAcceptance } from './deferred-acceptance.js';

const small: readonly RandomShape[] = (['scores', 'priority', 'lottery'] as const).flatMap((basis) => [
  { basis, people: 4, seats: 3 },
  { basis, people: 5, seats: 3, mustMove: true, exclusions: true },
  { basis, people: 3, seats: 4, mostPlaces: 3, newcomers: 0 },
]);

describe.each([['da-star', true], ['da', false]] as const)('%s', (mechanism, incumbentsFirst) => {
  it('gives everybody the best seat of any stable placement, by enumeration of all of them', () => {
    let unlike = 0;
    for (const shape of small) {
      for (let seed = 0; seed < 180; seed++) {
        const input = randomInput(shape, seed);
        const instance = plain(input, seed, incumbentsFirst);
        const got = place(input, mechanism, seed);
        const stable = placements(instance).filter((placement) => blockingPairs(instance, placement).length === 0);
        expect(stable.length).toBeGreaterThan(0);
        const best = Object.fromEntries(instance.people.map((person) => (
          [person, stable.map((placement) => placement[person]!).reduce((a, b) => (liking(instance, person, a) <= liking(instance, person, b) ? a : b))])));
        if (stable.length > 1) unlike++;
        expect({ seed, shape, got }).toEqual({ seed, shape, got: best });
      }
    }
    expect(unlike).toBeGreaterThan(0);
  });

  it('agrees with the textbook on larger rounds, with seats small and large, ties many and few', () => {
    for (let seed = 0; seed < 90; seed++) {
      const basis = (['scores', 'priority', 'lottery'] as const)[seed % 3]!;
      const input = randomInput({ basis, people: 60 + seed, seats: 3 + (seed % 12), mostPlaces: seed % 4 === 0 ? 90 : 6, scoreValues: [3, 65_536][seed % 2]!, mustMove: true, exclusions: true }, seed);
      expect({ seed, got: place(input, mechanism, seed) }).toEqual({ seed, got: textbookDeferredAcceptance(plain(input, seed, incumbentsFirst)) });
    }
  });

  it('does not depend on the order in which people propose', () => {
    for (let seed = 0; seed < 60; seed++) {
      const instance = built(randomInput({ basis: seed % 2 === 0 ? 'scores' : 'priority', people: 80, seats: 12, mostPlaces: 8 }, seed));
      const draw = { lottery: drawLottery(80, seed), watch: {}, parameters: {} };
      const random = seededRandom(`proposers ${seed}`);
      const proposers = Int32Array.from({ length: 80 }, (_, person) => person).sort(() => (random() % 2 === 0 ? 1 : -1));
      const usual = deferredAcceptance(instance, draw, incumbentsFirst).assignment;
      expect(deferredAcceptance(instance, draw, incumbentsFirst, proposers).assignment).toEqual(usual);
      expect(deferredAcceptance(instance, draw, incumbentsFirst, proposers.reverse()).assignment).toEqual(usual);
    }
  });

  it('does not depend on names or on the order of seats', () => {
    for (let seed = 0; seed < 60; seed++) {
      const input = randomInput({ basis: 'scores', people: 40, seats: 8, mostPlaces: 5, scoreValues: 9 }, seed);
      const other = structuredClone(input);
      other.seats.reverse();
      for (const seat of other.seats) seat.id = `자리 ${seat.id}`;
      for (const employee of other.employees) {
        employee.id = `${employee.id}, "직원"`;
        if (employee.current) employee.current = `자리 ${employee.current}`;
        employee.wishes = employee.wishes.map((wish) => `자리 ${wish}`);
      }
      delete other.order;
      const expected = Object.fromEntries(Object.entries(place(input, mechanism, seed)).map(([id, seat]) => [`${id}, "직원"`, seat === null ? null : `자리 ${seat}`]));
      expect(place(other, mechanism, seed)).toEqual(expected);
    }
  });
});

describe('da-star', () => {
  it('keeps a listed own seat and never gives what stands behind it', () => {
    const input = {
      employees: [{ id: 'a', current: 'x', wishes: ['y', 'x', 'z'], scores: [1, 2, 3] }, { id: 'b', current: 'y', wishes: [], scores: [] }],
      seats: [{ id: 'x', capacity: 1 }, { id: 'y', capacity: 1 }, { id: 'z', capacity: 1 }],
    };
    expect(place(input, 'da-star')).toEqual({ a: 'x', b: 'y' });
  });

  it('lets no score stand before an incumbent, not even the highest one with the first lottery place', () => {
    const input = {
      employees: [
        ...Array.from({ length: 40 }, (_, at) => ({ id: `n${at}`, wishes: ['x'], scores: [65_535] })),
        { id: 'own', current: 'x', currentScore: 0, wishes: ['y'], scores: [0] },
      ],
      seats: [{ id: 'x', capacity: 2 }, { id: 'y', capacity: 0 }],
    };
    for (let seed = 0; seed < 100; seed++) {
      const got = place(input, 'da-star', seed);
      expect(got['own']).toBe('x');
      expect(Object.values(got).filter((seat) => seat === 'x')).toHaveLength(2);
    }
  });

  it('decides equal scores by the whole lottery where its first bits agree', () => {
    const people = 70_000;
    const instance = built({
      employees: Array.from({ length: people }, (_, at) => ({ id: `p${at}`, wishes: ['x'], scores: [7] })),
      seats: [{ id: 'x', capacity: 1_000 }],
    });
    const lottery = drawLottery(people, 3);
    const got = deferredAcceptance(instance, { lottery, watch: {}, parameters: {} }, true).assignment;
    expect(employeeCount(instance)).toBe(people);
    for (let person = 0; person < people; person++) if ((got[person] === 0) !== (lottery[person]! < 1_000)) throw new Error(`employee ${person}`);
  });

  it('takes a seat that is said to have two thousand million places', () => {
    const input = { employees: [{ id: 'a', wishes: ['x'] }, { id: 'b', wishes: ['x'] }], seats: [{ id: 'x', capacity: 2_147_483_647 }] };
    expect(named(built(input), Int32Array.of(0, 0))).toEqual(place(input, 'da-star'));
  });
});
