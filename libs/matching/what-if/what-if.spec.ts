import type { InstanceInput } from '../instance/input.js';
import { MechanismRefused } from '../mechanisms/mechanism.js';
import { mechanismCodes } from '../mechanisms/registry.js';
import { solve } from '../solve.js';
import { randomInput } from '../testing/random-input.js';
import { built, place } from '../testing/run.js';
import { ChangeRefused, type Change } from './change.js';
import { whatIf } from './what-if.js';

/** The same change made to the input itself. */
function edited(input: InstanceInput, change: Change): InstanceInput {
  const copy = structuredClone(input);
  if (change.kind === 'places') copy.seats.find(({ id }) => id === change.seat)!.capacity += change.by;
  else {
    const employee = copy.employees.find(({ id }) => id === change.employee)!;
    const at = employee.wishes.indexOf(change.seat);
    if (change.kind === 'score') employee.scores![at]! += change.by;
    else employee.ineligible![at] = null;
  }
  return copy;
}

function changesFor(input: InstanceInput, seed: number): Change[] {
  const { employees, seats } = input;
  const seat = seats[seed % seats.length]!.id;
  const held = employees.filter(({ current, mustMove }) => current === seat && mustMove !== true).length;
  const wishing = employees.filter(({ wishes }) => wishes.length > 0)[seed % 5]!;
  const closed = employees.flatMap(({ id, current, wishes, ineligible }) => (
    wishes.flatMap((wish, at) => ((ineligible?.[at] ?? null) !== null && wish !== current ? [{ employee: id, seat: wish }] : []))))[seed % 7];
  return [
    { kind: 'places', seat, by: 1 }, ...(seats[seed % seats.length]!.capacity > held ? [{ kind: 'places', seat, by: -1 } as const] : []),
    ...(wishing.scores === undefined ? [] : [{ kind: 'score', employee: wishing.id, seat: wishing.wishes[0]!, by: 3 } as const]),
    ...(closed === undefined ? [] : [{ kind: 'waiver', ...closed } as const]),
  ];
}

describe('what if', () => {
  it.each(mechanismCodes())('says what the changed input gives, and for whom it is better or worse: %s', (mechanism) => {
    let affected = 0;
    for (let seed = 0; seed < 40; seed++) {
      const input = randomInput({ basis: seed % 3 === 0 ? 'lottery' : 'scores', people: 18, seats: 4, mostPlaces: 6, exclusions: seed % 2 === 0, mustMove: true, newcomers: 0.2 }, seed);
      const instance = built(input);
      for (const change of changesFor(input, seed)) {
        try {
          const before = place(input, mechanism, seed);
          const after = place(edited(input, change), mechanism, seed);
          const told = whatIf(instance, mechanism, seed, change);
          const worth = (id: string, seat: string | null): number => {
            const { wishes, current } = input.employees.find((employee) => employee.id === id)!;
            return seat === null ? 1_000 : wishes.includes(seat) ? wishes.indexOf(seat) : current === seat ? 999 : NaN;
          };
          const expected = Object.keys(before).filter((id) => before[id] !== after[id]).map((id) => (
            { employee: id, before: before[id], after: after[id], effect: worth(id, after[id]!) < worth(id, before[id]!) ? 'BETTER' : 'WORSE' }));
          expect(told.affected.map(({ employee, before: from, after: to, effect }) => ({ employee, before: from, after: to, effect }))).toEqual(expected);
          expect([told.better, told.worse]).toEqual([expected.filter(({ effect }) => effect === 'BETTER').length, expected.filter(({ effect }) => effect === 'WORSE').length]);
          expect(told.metrics.after.places - told.metrics.before.places).toBe(change.kind === 'places' ? change.by : 0);
          affected += expected.length;
        } catch (error) {
          if (!(error instanceof MechanismRefused)) throw error;
        }
      }
    }
    expect(affected).toBeGreaterThan(2);
  });

  const input: InstanceInput = {
    employees: [
      { id: 'a', current: 'x', currentScore: 5, wishes: ['y', 'x'], scores: [1, 5] }, { id: 'b', wishes: ['y'], scores: [9] }, { id: 'c', wishes: ['x', 'y'], scores: [3, 8], ineligible: ['RULE', null] },
    ],
    seats: [{ id: 'x', capacity: 1 }, { id: 'y', capacity: 1 }],
  };

  it('leaves the instance as it was, takes several changes, and a run that is at hand', () => {
    const instance = built(input);
    const before = solve(instance, 'da', { seed: 1 });
    const told = whatIf(instance, 'da', 1, [{ kind: 'places', seat: 'y', by: 1 }, { kind: 'score', employee: 'a', seat: 'y', by: 8 }], { before });
    expect(told.before).toBe(before);
    expect(told.affected).toEqual([{ employee: 'a', before: 'x', after: 'y', rankBefore: 2, rankAfter: 1, effect: 'BETTER' }]);
    expect([...solve(instance, 'da', { seed: 1 }).assignment]).toEqual([...before.assignment]);
    expect([...instance.capacity, ...instance.wishScore]).toEqual([1, 1, 1, 5, 9, 3, 8]);
  });

  it('moves the score of a listed own seat on both sides', () => {
    const told = whatIf(built(input), 'da', 1, [{ kind: 'waiver', employee: 'c', seat: 'x' }, { kind: 'score', employee: 'a', seat: 'x', by: -4 }]);
    expect(told.affected.map(({ employee, after }) => [employee, after])).toEqual([['a', null], ['c', 'x']]);
  });

  it.each<[string, Change]>([
    ['UNKNOWN_SEAT', { kind: 'places', seat: 'q', by: 1 }], ['UNKNOWN_EMPLOYEE', { kind: 'score', employee: 'q', seat: 'x', by: 1 }],
    ['NO_SUCH_WISH', { kind: 'score', employee: 'b', seat: 'x', by: 1 }], ['SCORE_RANGE', { kind: 'score', employee: 'b', seat: 'y', by: -10 }],
    ['SCORE_RANGE', { kind: 'score', employee: 'b', seat: 'y', by: 65_527 }], ['CAPACITY_RANGE', { kind: 'places', seat: 'y', by: -2 }],
    ['CAPACITY_RANGE', { kind: 'places', seat: 'y', by: 0.5 }], ['BELOW_HOLDERS', { kind: 'places', seat: 'x', by: -1 }], ['NOT_CLOSED', { kind: 'waiver', employee: 'b', seat: 'y' }],
  ])('refuses with %s', (code, change) => {
    let refused: unknown;
    try { whatIf(built(input), 'da', 1, change); } catch (error) { refused = error; }
    expect(refused).toBeInstanceOf(ChangeRefused);
    expect((refused as ChangeRefused).refusal).toMatchObject({ code, ko: expect.stringMatching(/[가-힣]/), en: expect.stringMatching(/^[A-Z]/) });
  });

  it('refuses scores where there are none, and a waiver for who is not on the printed list', () => {
    const lists = { employees: [{ id: 'a', wishes: ['x'] }], seats: [{ id: 'x', capacity: 1, priority: [] }] };
    expect(() => whatIf(built(lists), 'da', 1, { kind: 'score', employee: 'a', seat: 'x', by: 1 })).toThrow('not decided by scores');
    expect(() => whatIf(built(lists), 'da', 1, { kind: 'waiver', employee: 'a', seat: 'x' })).toThrow('printed list');
  });
});
