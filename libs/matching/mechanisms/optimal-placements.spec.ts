import { certify } from '../certificates/certify.js';
import type { InstanceInput } from '../instance/input.js';
import { seededRandom } from '../lottery/lottery.js';
import { solve } from '../solve.js';
import { AIMS, aimsOf, isAllowed, slowLeastTotal, totalCost, type Aim } from '../testing/objectives.js';
import { placements, plain } from '../testing/plain.js';
import { randomInput } from '../testing/random-input.js';
import { built, place } from '../testing/run.js';

const bases = ['scores', 'priority', 'lottery'] as const;
const small = (seed: number): InstanceInput => randomInput({ basis: bases[seed % 3]!, people: 4 + (seed % 3), seats: 3, mostPlaces: 2 + (seed % 2), mustMove: seed % 2 === 0, exclusions: seed % 5 === 0, newcomers: [0, 0.3, 0.6][seed % 4] ?? 0.4 }, seed);
const medium = (seed: number): InstanceInput => randomInput({ basis: bases[seed % 3]!, people: 12 + (seed % 20), seats: 4 + (seed % 6), mostPlaces: 2 + (seed % 4), mustMove: true, exclusions: seed % 2 === 0, newcomers: [0, 0.2, 0.5][seed % 3]! }, seed);
const large = (seed: number): InstanceInput => randomInput({ basis: bases[seed % 3]!, people: 200 + 10 * seed, seats: 20 + seed, mostPlaces: 12 + (seed % 5), mustMove: true, exclusions: true, newcomers: 0.2 }, seed);
const aims = (input: InstanceInput, seed: number) => aimsOf(plain(input, seed, true), input);

/** The same round under other names, people and seats in another order. */
function relabelled(input: InstanceInput, seed: number): InstanceInput {
  const random = seededRandom(`relabel ${seed}`);
  const shuffled = <Item>(list: readonly Item[]): Item[] => list.map((item) => ({ item, at: random() })).sort((a, b) => a.at - b.at).map(({ item }) => item);
  const seats = new Map(shuffled(input.seats.map(({ id }) => id)).map((id, at) => [id, `seat${at}`]));
  const people = new Map(shuffled(input.employees.map(({ id }) => id)).map((id, at) => [id, `person${at}`]));
  const seat = (id: string): string => seats.get(id) ?? id;
  const person = (id: string): string => people.get(id)!;
  return {
    employees: shuffled(input.employees).map((one) => ({ ...one, id: person(one.id), current: one.current == null ? null : seat(one.current), wishes: one.wishes.map(seat) })),
    seats: shuffled(input.seats).map((one) => ({ ...one, id: seat(one.id), ...(one.priority === undefined ? {} : { priority: one.priority.map(person) }) })),
  };
}

describe.each(AIMS)('%s', (aim) => {
  it('gives nobody who may stay less than the own seat, and nothing better exists, by enumeration', () => {
    let left = 0;
    for (let seed = 0; seed < 1_000; seed++) {
      const input = small(seed);
      const mine = aims(input, seed);
      const got = place(input, aim, seed);
      const allowed = placements(plain(input, seed, true)).filter((placement) => isAllowed(mine, placement));
      const best = allowed.map((placement) => totalCost(mine, aim, placement)).reduce((a, b) => (a < b ? a : b));
      expect({ seed, allowed: isAllowed(mine, got), cost: totalCost(mine, aim, got) }).toEqual({ seed, allowed: true, cost: best });
      left += allowed.length;
    }
    expect(left).toBeGreaterThan(5_000);
  });

  it('agrees with the slow flow on larger rounds', () => {
    for (let seed = 0; seed < 150; seed++) {
      const input = medium(seed);
      const mine = aims(input, seed);
      const got = place(input, aim, seed);
      expect({ seed, allowed: isAllowed(mine, got), cost: totalCost(mine, aim, got) }).toEqual({ seed, allowed: true, cost: slowLeastTotal(mine, aim) });
    }
  });

  it('gets a certificate that everything promised holds, on rounds of hundreds', () => {
    for (let seed = 0; seed < 30; seed++) {
      const instance = built(large(seed));
      const result = solve(instance, aim, { seed });
      expect(certify(instance, result.assignment, result)).toMatchObject({ mechanism: aim, holds: true });
    }
  });

  it('comes to the same total whatever people and seats are called and wherever they stand', () => {
    for (let seed = 0; seed < 60; seed++) {
      const input = medium(seed);
      const other = relabelled(input, seed);
      expect({ seed, cost: totalCost(aims(other, seed), aim, place(other, aim, seed)) }).toEqual({ seed, cost: totalCost(aims(input, seed), aim, place(input, aim, seed)) });
    }
  });

  it('lets the common order decide between people whose lists are equal, not the place in the file', () => {
    const people = ['a', 'b', 'c', 'd', 'e'];
    const employees = people.map((id) => ({ id, wishes: ['x', 'y'] }));
    const seats = [{ id: 'x', capacity: 1 }, { id: 'y', capacity: 1 }];
    for (const order of [people, [...people].reverse(), ['c', 'a', 'e', 'b', 'd']]) {
      const got = place({ employees, seats, order }, aim);
      expect(order.filter((person) => got[person] !== null)).toEqual(order.slice(0, 2));
    }
  });
});

describe('the optimising mechanisms', () => {
  /** Both may stay; the only free place is where both would rather be, and the new one has nowhere else to go. */
  const chain: InstanceInput = {
    employees: [{ id: 'a', current: 'x', wishes: ['y', 'x', 'z'] }, { id: 'b', current: 'y', wishes: ['z'] }, { id: 'c', wishes: ['x', 'y'] }],
    seats: [{ id: 'x', capacity: 1 }, { id: 'y', capacity: 1 }, { id: 'z', capacity: 1 }],
  };

  it('move people on so that others get in, and give nobody what stands behind the own seat', () => {
    for (const aim of AIMS) expect(place(chain, aim)).toEqual({ a: 'y', b: 'z', c: 'x' });
    const taken = structuredClone(chain);
    taken.employees.push({ id: 'd', current: 'z', wishes: [] });
    for (const aim of AIMS) expect(place(taken, aim)).toEqual({ a: 'x', b: 'y', c: null, d: 'z' });
  });

  it('charge whoever keeps an unlisted seat, or gets none, the same, so that a short list brings nothing', () => {
    const input = (wishes: string[]): InstanceInput => ({
      employees: [{ id: 'short', wishes }, { id: 'long', wishes: ['x', 'y', 'z'] }], seats: [{ id: 'x', capacity: 1 }, { id: 'y', capacity: 0 }, { id: 'z', capacity: 1 }],
    });
    // The longest list is three wishes long: 1 + 3 for the second and the third wish, against 1 + 4 for none.
    expect(place(input(['x']), 'rank-min')).toEqual({ short: 'x', long: 'z' });
    expect(place(input(['x', 'z']), 'rank-min')).toEqual({ short: 'z', long: 'x' });
  });

  it('differ where the aims do', () => {
    const input: InstanceInput = {
      employees: [{ id: 'a', wishes: ['A', 'B'] }, { id: 'b', wishes: ['B', 'C'] }, { id: 'c', wishes: ['A', 'X', 'Y', 'Z'] }],
      seats: [...['A', 'B', 'C', 'Z'].map((id) => ({ id, capacity: 1 })), ...['X', 'Y'].map((id) => ({ id, capacity: 0 }))],
    };
    const totals = (aim: Aim) => AIMS.map((by) => Number(totalCost(aims(input, 1), by, place(input, aim))));
    const own = AIMS.map((aim, at) => totals(aim)[at]);
    for (const aim of AIMS) for (const [at, total] of totals(aim).entries()) expect(total).toBeGreaterThanOrEqual(own[at]!);
    expect(new Set(AIMS.map((aim) => JSON.stringify(totals(aim)))).size).toBeGreaterThan(1);
  });

  it('are not proof against strategy: another list can bring a better seat', () => {
    for (const aim of AIMS) {
      let gained = 0;
      for (let seed = 0; seed < 200 && gained === 0; seed++) {
        const input = randomInput({ basis: 'lottery', people: 4, seats: 3, newcomers: 0.5 }, seed);
        const honest = plain(input, seed, true).options.get('p1')!;
        const worth = (told: InstanceInput): number => { const got = place(told, aim, seed)['p1']!; return got === null ? honest.length : honest.indexOf(got) < 0 ? Infinity : honest.indexOf(got); };
        for (const wishes of [['s1'], ['s2'], ['s3'], ['s1', 's2', 's3'], ['s3', 's2', 's1']]) {
          const told = structuredClone(input);
          told.employees[0]!.wishes = wishes;
          if (worth(told) < worth(input)) gained++;
        }
      }
      expect({ aim, gained }).not.toEqual({ aim, gained: 0 });
    }
  });
});
