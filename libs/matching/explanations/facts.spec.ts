import { measure } from '../certificates/metrics.js';
import type { EmployeeInput, InstanceInput } from '../instance/input.js';
import { MechanismRefused } from '../mechanisms/mechanism.js';
import { solve } from '../solve.js';
import { holders, plain, type Placement, type Plain } from '../testing/plain.js';
import { randomInput } from '../testing/random-input.js';
import { built, named } from '../testing/run.js';
import { slowRequestsAndTurns, slowTopTradingCycles, type Called, type Through } from '../testing/slow-trades.js';
import { explain, type BetterWish, type Explanation } from './explain.js';

/** A solved round beside its plain telling, from which every fact is worked out once more. */
interface Case {
  readonly seed: number;
  readonly input: InstanceInput;
  readonly own: Plain;
  /** The order that the mechanism used; `own` by the printed priority alone. */
  readonly used: Plain;
  readonly placement: Placement;
  readonly told: ReadonlyMap<string, Explanation>;
}

const bases = ['scores', 'priority', 'lottery'] as const;

const known = new Map<string, readonly Case[]>();

/** Eighty rounds with few and many people a seat; those that the mechanism refuses are left out. */
function rounds(mechanism: string, incumbentsFirst: boolean): readonly Case[] {
  const solved = known.get(mechanism) ?? Array.from({ length: 80 }, (_, seed) => round(mechanism, incumbentsFirst, seed)).filter((one) => one !== null);
  known.set(mechanism, solved);
  return solved;
}

function round(mechanism: string, incumbentsFirst: boolean, seed: number): Case | null {
  const crowded = seed % 3 !== 1;
  const input = randomInput({
    basis: bases[seed % 3]!, people: crowded ? 40 : 20, seats: 5, mostPlaces: crowded ? 12 : 4, mustMove: seed % 2 === 0, exclusions: seed % 4 === 0,
    scoreValues: [5, 40, 65_536][seed % 5 % 3]!, newcomers: mechanism === 'to-be' || mechanism === 'exchange' ? 0.1 : 0.35,
  }, seed);
  const instance = built(input);
  try {
    const result = solve(instance, mechanism, { seed });
    const told = explain(instance, result);
    const byRank = new Array<number>(measure(instance, result.assignment).byRank.length).fill(0);
    for (const { rank } of told.values()) if (rank !== null) byRank[rank - 1]!++;
    expect(byRank).toEqual(measure(instance, result.assignment).byRank);
    return { seed, input, own: plain(input, seed, false), used: plain(input, seed, incumbentsFirst), placement: named(instance, result.assignment), told };
  } catch (error) {
    if (error instanceof MechanismRefused) return null;
    throw error;
  }
}

const place = ({ ranking }: Plain, person: string, seat: string): number => ranking.get(seat)!.indexOf(person);
const employeeOf = ({ input }: Case, person: string): EmployeeInput => input.employees.find(({ id }) => id === person)!;

function scoreOf(one: Case, person: string, seat: string): number | null {
  const employee = employeeOf(one, person);
  if (!one.input.employees.some(({ scores }) => scores !== undefined)) return null;
  const at = employee.wishes.indexOf(seat);
  return at >= 0 ? employee.scores![at]! : employee.current === seat ? employee.currentScore ?? null : null;
}

/** Wishes (and, where it was lost, the own seat) that are liked better than what the person got, closed ones included. */
function better(one: Case, person: string): string[] {
  const { wishes } = employeeOf(one, person);
  const got = one.placement[person]!;
  if (got !== null && wishes.includes(got)) return wishes.slice(0, wishes.indexOf(got));
  const own = one.own.current.get(person)!;
  return own === null || got === own || wishes.includes(own) ? wishes : [...wishes, own];
}

/** Why an open wish was not given, worked out from the placement alone; a wrong claim has no name here. */
function reasonOf(mechanism: string, one: Case, person: string, seat: string, inside: readonly string[], admitted: readonly string[]): string {
  const { own, used, placement } = one;
  const turn = (other: string): number => own.order.indexOf(other);
  const before = own.people.filter((other) => own.current.get(other) === seat);
  if (own.capacity.get(seat) === 0) return 'NO_PLACES';
  if (mechanism === 'to-be' || mechanism === 'exchange') {
    if (own.current.get(person) === null) return 'HOLDERS_ONLY';
    if (before.length === 0) return 'NOBODY_TO_EXCHANGE_WITH';
    return before.every((other) => placement[other] === seat) ? 'NOBODY_LEFT' : 'NO_EXCHANGE';
  }
  const full = inside.length === own.capacity.get(seat);
  if (/^(rank|max)-/.test(mechanism)) return full && admitted.length === 0 ? 'KEPT_BY_INCUMBENTS' : 'OBJECTIVE';
  if (!full) return 'a place is free';
  if (mechanism === 'sd') return inside.every((other) => turn(other) < turn(person)) ? 'EARLIER_TURNS' : 'somebody came later';
  if (admitted.length === 0) return 'KEPT_BY_INCUMBENTS';
  if (!mechanism.startsWith('da')) return mechanism === 'yrmh-igyt' ? 'TURNS_AND_REQUESTS' : 'TRADED';
  return inside.every((other) => place(used, other, seat) < place(used, person, seat)) ? 'PEOPLE_AHEAD' : 'somebody stands behind';
}

function expectedWish(mechanism: string, incumbentsFirst: boolean, one: Case, person: string, seat: string): BetterWish {
  const { own, used, placement, input } = one;
  const employee = employeeOf(one, person);
  const inside = holders(own, placement, seat);
  const admitted = inside.filter((other) => !incumbentsFirst || own.current.get(other) !== seat);
  const last = [...admitted].sort((a, b) => place(own, a, seat) - place(own, b, seat)).at(-1);
  const reason = own.options.get(person)!.includes(seat)
    ? reasonOf(mechanism, one, person, seat, inside, admitted) : employee.ineligible?.[employee.wishes.indexOf(seat)] ?? 'NOT_LISTED';
  const score = scoreOf(one, person, seat);
  const lastScore = last === undefined ? null : scoreOf(one, last, seat);
  const drawn = input.seats.every(({ priority }) => priority === undefined) && !input.employees.some(({ scores }) => scores !== undefined);
  const allAhead = admitted.length === 0 || reason === 'PEOPLE_AHEAD' || reason === 'EARLIER_TURNS';
  const inFront = (other: string): boolean => (own.ranking.get(seat)!.includes(person) ? place(used, other, seat) < place(used, person, seat) : inFrontOfExcluded(one, other, person, seat, incumbentsFirst));
  return {
    seat, reason, places: own.capacity.get(seat)!, score,
    cutoff: mechanism.startsWith('da') && admitted.length >= 5 ? lastScore : null,
    ahead: allAhead ? inside.length : inside.length < 5 || reason === 'NOT_LISTED' ? null : inside.filter(inFront).length,
    lottery: (reason === 'PEOPLE_AHEAD' && (drawn || (score !== null && score === lastScore))) || (reason === 'TRADED' && (drawn || one.told.get(person)!.better.find((wish) => wish.seat === seat)!.lottery)),
    ...(reason === 'EARLIER_TURNS' && inside.length >= 5 ? { lastTurn: Math.max(...inside.map((other) => own.order.indexOf(other) + 1)) } : {}),
  };
}

/** Whom a rule excluded stands on no list of `plain`; by score or printed place they would stand where the input puts them. */
function inFrontOfExcluded(one: Case, other: string, person: string, seat: string, incumbentsFirst: boolean): boolean {
  if (incumbentsFirst && one.own.current.get(other) === seat) return true;
  const open: InstanceInput = { ...one.input, employees: one.input.employees.map(({ ineligible: _, ...rest }) => rest) };
  const printed = plain(open, one.seed, false).ranking.get(seat)!;
  return printed.indexOf(other) < printed.indexOf(person);
}

describe.each([
  ['sd', false], ['da', false], ['da-seat', false], ['da-star', true], ['ttc', false], ['ttc-star', true], ['yrmh-igyt', true], ['to-be', false], ['exchange', false],
  ['rank-min', true], ['rank-maximal', true], ['max-card', true],
] as const)('facts of %s', (mechanism, incumbentsFirst) => {
  it('are what an independent reading of the round finds', () => {
    const seen = { people: 0, better: 0, figures: 0 };
    for (const one of rounds(mechanism, incumbentsFirst)) {
      const { own, placement } = one;
      const told = [...one.told].map(([person, { got, better, turn }]) => ({ person, got, turn, better: better.map(({ routes: _, ...wish }) => wish) }));
      expect({ seed: one.seed, told }).toEqual({
        seed: one.seed,
        told: own.people.map((person) => ({
          person, got: placement[person], turn: mechanism === 'sd' || mechanism === 'yrmh-igyt' ? own.order.indexOf(person) + 1 : undefined,
          better: better(one, person).map((seat) => expectedWish(mechanism, incumbentsFirst, one, person, seat)),
        })),
      });
      for (const { sentence } of one.told.values()) if (/\bp\d/.test(sentence.ko + sentence.en)) throw new Error(sentence.ko);
      seen.people += told.length;
      for (const { better: missed } of told) {
        seen.better += missed.length;
        seen.figures += missed.filter(({ cutoff, lastTurn, reason }) => cutoff !== null || lastTurn !== undefined || reason === 'NO_EXCHANGE').length;
      }
    }
    expect(seen.people).toBeGreaterThan(1_000);
    expect(seen.better).toBeGreaterThan(500);
    if (!/^(yrmh|ttc|rank|max)/.test(mechanism)) expect(seen.figures).toBeGreaterThan(10);
  });

  it('show a trade only in seats that everybody may know of', () => {
    let shown = 0, withheld = 0;
    for (const one of rounds(mechanism, incumbentsFirst)) {
      const { own, used, placement } = one;
      const through: Through = {};
      const trading = mechanism === 'ttc' || mechanism === 'ttc-star';
      const called: Called = { asked: new Set(), looped: new Set() };
      if (trading) expect(slowTopTradingCycles(used, through)).toEqual(placement);
      if (mechanism === 'yrmh-igyt') expect(slowRequestsAndTurns(used, called)).toEqual(placement);
      const moved = (from: string, to: string): boolean => own.people.some((other) => own.current.get(other) === from && placement[other] === to);
      for (const [person, { trade, sentence }] of one.told) {
        const got = placement[person]!;
        const from = own.current.get(person)!;
        const soon = called.asked.has(person) && !called.looped.has(person) && from !== null && from !== got;
        expect(sentence.en.includes('Somebody asked for your seat')).toBe(soon);
        const gave = trading ? through[person] : mechanism === 'to-be' || mechanism === 'exchange' || called.looped.has(person) ? from ?? undefined : undefined;
        if (gave === undefined || gave === got || got === from) { expect(trade).toBeUndefined(); continue; }
        expect(trade?.gave).toBe(gave);
        if (trade?.length === null) { withheld++; expect(trade.cycle).toBeNull(); expect(trading).toBe(true); continue; }
        const cycle = trade!.cycle!;
        expect(cycle).toHaveLength(trade!.length!);
        shown++;
        expect(cycle.slice(0, 2)).toEqual([gave, got]);
        if (mechanism !== 'exchange') expect(new Set(cycle).size).toBe(cycle.length);
        cycle.forEach((seat, at) => {
          const to = cycle[(at + 1) % cycle.length]!;
          const came = holders(own, placement, to);
          if (at > 0) expect(moved(seat, to) || (came.length >= 5 && came.some((other) => through[other] === seat))).toBe(true);
        });
      }
    }
    if (/^(sd|da|rank|max)/.test(mechanism)) expect(shown + withheld).toBe(0);
    else expect(shown).toBeGreaterThan(10);
    if (mechanism === 'ttc') expect(withheld).toBeGreaterThan(10);
  });
});

describe.each([['ttc', false], ['ttc-star', true]] as const)('pairwise cut-offs of %s', (mechanism, incumbentsFirst) => {
  it('open to everybody exactly what they got, or less, and are told where five people passed them', () => {
    let told = 0;
    for (const one of rounds(mechanism, incumbentsFirst)) {
      const { own, used, placement } = one;
      const through: Through = {};
      slowTopTradingCycles(used, through);
      const passed = (by: string, to: string): string[] => own.people.filter((other) => through[other] === by && placement[other] === to);
      const worst = (by: string, to: string): number => Math.max(-1, ...passed(by, to).map((other) => place(used, other, by)));
      for (const person of own.people) {
        const budget = own.seats.filter((to) => own.seats.some((by) => place(used, person, by) >= 0 && place(used, person, by) <= worst(by, to)));
        const best = own.options.get(person)!.find((seat) => budget.includes(seat)) ?? null;
        expect({ seed: one.seed, person, best }).toEqual({ seed: one.seed, person, best: placement[person] });
        for (const wish of one.told.get(person)!.better) {
          const expected = own.seats.flatMap((by) => {
            const score = place(own, person, by) < 0 ? null : scoreOf(one, person, by);
            const came = passed(by, wish.seat).filter((other) => !incumbentsFirst || own.current.get(other) !== by).sort((a, b) => place(own, a, by) - place(own, b, by));
            const cutoff = came.length < 5 ? null : scoreOf(one, came.at(-1)!, by);
            return score === null || cutoff === null || wish.reason !== 'TRADED' ? [] : [{ through: by, score, cutoff }];
          });
          // By any way at all, also those that too few people went to be told.
          const tied = own.seats.some((by) => {
            const score = place(own, person, by) < 0 ? null : scoreOf(one, person, by);
            const came = passed(by, wish.seat).filter((other) => !incumbentsFirst || own.current.get(other) !== by);
            const last = came.sort((a, b) => place(own, a, by) - place(own, b, by)).at(-1);
            return score !== null && last !== undefined && scoreOf(one, last, by) === score;
          });
          if (wish.reason === 'TRADED' && one.input.employees.some(({ scores }) => scores !== undefined)) expect(wish.lottery).toBe(tied);
          expect([...wish.routes ?? []].sort((a, b) => (a.through < b.through ? -1 : 1))).toEqual(expected);
          told += expected.length;
        }
      }
    }
    expect(told).toBeGreaterThan(20);
  });
});
