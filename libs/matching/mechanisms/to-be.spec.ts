import { certify } from '../certificates/certify.js';
import type { InstanceInput } from '../instance/input.js';
import { MechanismRefused } from './mechanism.js';
import { solve } from '../solve.js';
import { holders, liking, placements, plain, type Placement, type Plain } from '../testing/plain.js';
import { randomInput } from '../testing/random-input.js';
import { built, named } from '../testing/run.js';
import { slowBlockExchange } from '../testing/slow-trades.js';

/** The placement, or null where to-be refuses the round. */
function tryPlace(input: InstanceInput, seed: number): Placement | null {
  const instance = built(input);
  try {
    return named(instance, solve(instance, 'to-be', { seed }).assignment);
  } catch (error) {
    if (error instanceof MechanismRefused) return null;
    throw error;
  }
}

/** As many people as in `before`, and each of them, best first, no lower in the seat's list. */
function noSeatWorse(instance: Plain, before: Placement, after: Placement): boolean {
  return instance.seats.every((seat) => {
    const places = (placement: Placement): number[] => holders(instance, placement, seat).map((person) => instance.ranking.get(seat)!.indexOf(person)).sort((a, b) => a - b);
    const now = places(after);
    return places(before).every((place, at) => now[at] !== undefined && now[at]! <= place);
  });
}

/** Only holders move, within the places that holders have. */
function exchanges(instance: Plain): Plain {
  return {
    ...instance, people: instance.people.filter((person) => instance.current.get(person) !== null),
    capacity: new Map(instance.seats.map((seat) => [seat, instance.people.filter((person) => instance.current.get(person) === seat).length])),
  };
}

describe('to-be', () => {
  it('leaves everybody and every seat no worse, and no further exchange that is better for both, by enumeration', () => {
    let moved = 0;
    for (let seed = 0; seed < 700; seed++) {
      const input = randomInput({ basis: seed % 2 === 0 ? 'priority' : 'scores', people: 5, seats: 3, mostPlaces: 3, newcomers: 0.1, mustMove: seed % 5 === 0, exclusions: seed % 7 === 0, scoreValues: 65_536 }, seed);
      const got = tryPlace(input, seed);
      if (got === null) continue;
      const instance = plain(input, seed, false);
      const before: Placement = Object.fromEntries(instance.current);
      const holdersOnly = exchanges(instance);
      expect({ seed, fair: noSeatWorse(instance, before, got) }).toEqual({ seed, fair: true });
      for (const person of instance.people) {
        if (before[person] === null) expect(got[person]).toBeNull();
        else expect(liking(instance, person, got[person]!)).toBeLessThanOrEqual(liking(instance, person, before[person]!));
      }
      const further = placements(holdersOnly).filter((other) => (
        holdersOnly.people.every((person) => liking(instance, person, other[person]!) <= liking(instance, person, got[person]!))
        && holdersOnly.people.some((person) => other[person] !== got[person])
        && noSeatWorse(instance, got, { ...got, ...other })));
      expect({ seed, further }).toEqual({ seed, further: [] });
      moved += instance.people.filter((person) => got[person] !== before[person]).length;
    }
    expect(moved).toBeGreaterThan(100);
  });

  it('agrees with the slow telling on larger rounds, and its certificate holds', () => {
    let solved = 0;
    for (let seed = 0; seed < 90; seed++) {
      const input = randomInput({ basis: (['scores', 'priority', 'lottery'] as const)[seed % 3]!, people: 30 + seed, seats: 4 + (seed % 9), mostPlaces: 8, mustMove: true, exclusions: true, newcomers: 0.1, scoreValues: 500 }, seed);
      const instance = built(input);
      const got = tryPlace(input, seed);
      if (got === null) continue;
      solved++;
      expect({ seed, got }).toEqual({ seed, got: slowBlockExchange(plain(input, seed, false)) });
      expect(certify(instance, solve(instance, 'to-be', { seed }).assignment, { mechanism: 'to-be', seed })).toMatchObject({ holds: true, twoSidedRational: { holds: true }, twoSidedMaximal: { holds: true } });
    }
    expect(solved).toBeGreaterThan(30);
  });

  const people = (scores: number[][]): InstanceInput => ({
    employees: [{ id: 'a', current: 'x', currentScore: scores[0]![0]!, wishes: ['y'], scores: [scores[0]![1]!] }, { id: 'b', current: 'y', currentScore: scores[1]![1]!, wishes: ['x'], scores: [scores[1]![0]!] }],
    seats: [{ id: 'x', capacity: 1 }, { id: 'y', capacity: 1 }],
  });

  it.each<[string, InstanceInput]>([
    ['one common score a person', people([[7, 7], [9, 9]])],
    ['scores that differ, in one common order', people([[7, 5], [9, 6]])],
    ['the lottery alone', { employees: [{ id: 'a', current: 'x', wishes: ['y'] }, { id: 'b', current: 'y', wishes: ['x'] }], seats: [{ id: 'x', capacity: 1 }, { id: 'y', capacity: 1 }] }],
    ['lists in one order', { employees: [{ id: 'a', current: 'x', wishes: ['y'] }, { id: 'b', current: 'y', wishes: ['x'] }, { id: 'c', wishes: [] }], seats: [{ id: 'x', capacity: 1, priority: ['a', 'c', 'b'] }, { id: 'y', capacity: 1, priority: ['a', 'b'] }] }],
  ])('refuses %s, where it would move nobody', (_, input) => {
    expect(() => solve(built(input), 'to-be')).toThrow('one common order');
  });

  it('exchanges two who each stand before the other at the other seat', () => {
    expect(tryPlace(people([[5, 9], [9, 5]]), 1)).toEqual({ a: 'y', b: 'x' });
  });

  it('gets a certificate that names what is wrong with another placement', () => {
    const instance = built({ ...people([[5, 9], [9, 5]]), employees: [...people([[5, 9], [9, 5]]).employees, { id: 'new', wishes: ['x'], scores: [1] }] });
    const judge = (...assignment: number[]) => certify(instance, Int32Array.from(assignment), { mechanism: 'to-be', seed: 1 });
    expect(judge(1, 0, -1)).toMatchObject({ holds: true });
    expect(judge(0, 1, -1)).toMatchObject({ holds: false, twoSidedMaximal: { holds: false, exchange: [{ employee: 'a', from: 'x', to: 'y' }, { employee: 'b', from: 'y', to: 'x' }] } });
    expect(judge(1, -1, 0)).toMatchObject({ holds: false, twoSidedRational: { items: [{ seat: 'x', code: 'LOWER_PEOPLE' }, { seat: 'x', code: 'HELD_NO_SEAT_BEFORE' }] } });
    expect(judge(1, -1, -1)).toMatchObject({ holds: false, twoSidedRational: { items: [{ seat: 'x', code: 'FEWER_PEOPLE' }] } });
  });
});
