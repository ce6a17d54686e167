import type { InstanceInput } from '../instance/input.js';
import { seededRandom } from '../lottery/lottery.js';
import { MechanismRefused } from '../mechanisms/mechanism.js';
import { mechanismCodes } from '../mechanisms/registry.js';
import { solve } from '../solve.js';
import { built, named } from '../testing/run.js';
import { explain, type ExplainOptions } from './explain.js';

const SEATS = ['x', 'y', 'z'];
const PEOPLE = ['a', 'b', 'c', 'd'];

/** A small round in which everybody has a score, and maybe a rule against them, at every seat, whether wished for or not. */
function world(basis: 'scores' | 'priority' | 'lottery', exclusions: boolean, seed: number) {
  const random = seededRandom(`strategy ${seed}`);
  const below = (n: number): number => random() % n;
  const shuffled = (list: readonly string[]): string[] => list.map((item) => ({ item, at: random() })).sort((one, other) => one.at - other.at).map(({ item }) => item);
  const score = new Map(PEOPLE.flatMap((person) => SEATS.map((seat) => [`${person} ${seat}`, below(4)])));
  const rule = new Map(PEOPLE.flatMap((person) => SEATS.map((seat) => [`${person} ${seat}`, exclusions && below(5) === 0 ? 'RULE' : null])));
  const capacity = new Map(SEATS.map((seat) => [seat, 1 + below(2)]));
  const left = new Map(capacity);
  const current = new Map(PEOPLE.map((person) => {
    const seat = SEATS[below(5)];
    if (seat === undefined || left.get(seat) === 0) return [person, null];
    left.set(seat, left.get(seat)! - 1);
    return [person, seat];
  }));
  const lists = new Map(PEOPLE.map((person) => [person, shuffled(SEATS).slice(0, 1 + below(3))]));
  const priority = new Map(SEATS.map((seat) => [seat, shuffled(PEOPLE).slice(0, 2 + below(3))]));
  const order = shuffled(PEOPLE);
  return {
    lists,
    input: (changed: ReadonlyMap<string, readonly string[]>): InstanceInput => ({
      order,
      employees: PEOPLE.map((id) => {
        const wishes = [...changed.get(id) ?? lists.get(id)!];
        const own = current.get(id)!;
        return {
          id, current: own, wishes, ineligible: wishes.map((seat) => rule.get(`${id} ${seat}`)!),
          ...(basis === 'scores' ? { scores: wishes.map((seat) => score.get(`${id} ${seat}`)!), currentScore: own === null ? null : score.get(`${id} ${own}`)! } : {}),
        };
      }),
      seats: SEATS.map((id) => ({ id, capacity: capacity.get(id)!, ...(basis === 'priority' ? { priority: priority.get(id)! } : {}) })),
    }),
  };
}

const everyList = (seats: readonly string[]): string[][] => [[], ...seats.flatMap((seat) => everyList(seats.filter((one) => one !== seat)).map((rest) => [seat, ...rest]))];

function solved(input: InstanceInput, mechanism: string, seed: number, options: ExplainOptions = {}) {
  try {
    const instance = built(input);
    const result = solve(instance, mechanism, { seed });
    return { placement: named(instance, result.assignment), told: explain(instance, result, options) };
  } catch (error) {
    if (error instanceof MechanismRefused) return null;
    throw error;
  }
}

const bases = ['scores', 'priority', 'lottery'] as const;

describe('what is said about other wish lists', () => {
  it.each(mechanismCodes())('is true of every list that anybody could have filed: %s', (mechanism) => {
    let claims = 0, gains = 0;
    for (let seed = 0; seed < 90; seed++) {
      const { lists, input } = world(bases[seed % 3]!, seed % 4 === 0, seed);
      const one = solved(input(new Map()), mechanism, seed, { listLimit: 2 });
      if (one === null) continue;
      for (const person of PEOPLE) {
        const strategy = one.told.get(person)!.strategy?.code;
        if (strategy === undefined) continue;
        const filed = lists.get(person)!;
        expect(strategy === 'LIST_MATTERS' || (strategy === 'WHOLE_LIST_USED') === (filed.length >= 2)).toBe(true);
        const better = one.told.get(person)!.better.map(({ seat }) => seat);
        for (const list of everyList(SEATS)) {
          const got = solved(input(new Map([[person, list]])), mechanism, seed)?.placement[person] ?? null;
          if (got === null || !better.includes(got) || !filed.includes(got)) continue;
          gains++;
          if (strategy !== 'LIST_MATTERS') throw new Error(`${mechanism}, seed ${seed}: ${person} gains ${got} by filing ${list.join()}`);
        }
        claims++;
      }
    }
    expect(claims).toBeGreaterThan(mechanism.startsWith('ttc') ? 10 : 40);
    if (['da-seat', 'rank-min', 'rank-maximal'].includes(mechanism)) expect(gains).toBeGreaterThan(0);
  });

  it('is nothing under top trading cycles where naming a seat gives power to trade', () => {
    for (const mechanism of ['ttc', 'ttc-star']) {
      for (let seed = 0; seed < 90; seed++) {
        const basis = bases[seed % 3]!;
        const { told } = solved(world(basis, seed % 4 === 0, seed).input(new Map()), mechanism, seed)!;
        const rule = [...told.values()].some(({ better }) => better.some(({ reason }) => reason === 'RULE'));
        if (basis !== 'priority' || rule) for (const { strategy } of told.values()) expect(strategy).toBeUndefined();
      }
    }
  });

  it('is nothing of an assignment that was changed by hand, and to those who missed nothing', () => {
    const instance = built({ employees: [{ id: 'a', wishes: ['x'] }, { id: 'b', wishes: ['x'] }, { id: 'c', wishes: [] }], seats: [{ id: 'x', capacity: 1 }] });
    const result = solve(instance, 'da', { seed: 1 });
    const codes = (options: ExplainOptions): unknown[] => [...explain(instance, result, options).values()].flatMap(({ strategy }) => strategy?.code ?? []);
    expect(codes({})).toEqual(['NO_LIST_WAS_BETTER']);
    expect(codes({ listLimit: 1 })).toEqual(['WHOLE_LIST_USED']);
    expect(codes({ changedByHand: true })).toEqual([]);
    expect([...explain(instance, { ...result, assignment: Int32Array.of(-1, -1, -1) }).values()].flatMap(({ strategy }) => strategy ?? [])).toEqual([]);
  });
});
