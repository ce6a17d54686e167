import type { InstanceInput } from '../instance/input.js';
import { drawLottery, type Seed } from '../lottery/lottery.js';

/** An instance spelled out in the most obvious form: everything sorted, nothing packed. For comparison in tests. */
export interface Plain {
  readonly people: readonly string[];
  readonly seats: readonly string[];
  readonly capacity: ReadonlyMap<string, number>;
  readonly current: ReadonlyMap<string, string | null>;
  /** What each person would take, best first; nothing is last and not listed. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** Everybody whom a seat may receive, first to last. */
  readonly ranking: ReadonlyMap<string, readonly string[]>;
  readonly order: readonly string[];
}

export type Placement = Record<string, string | null>;

export function plain(input: InstanceInput, seed: Seed, incumbentsFirst: boolean): Plain {
  const people = input.employees.map((employee) => employee.id);
  const drawn = drawLottery(people.length, seed);
  const place = new Map(people.map((id, at) => [id, drawn[at]!]));
  const current = new Map(input.employees.map((employee) => [employee.id, employee.mustMove === true ? null : employee.current ?? null]));
  const byLists = input.seats.some((seat) => seat.priority !== undefined);
  const scored = input.employees.some((employee) => employee.scores !== undefined);
  const excluded = (id: string, seat: string): boolean => {
    const employee = input.employees.find((one) => one.id === id)!;
    return current.get(id) !== seat && (employee.ineligible?.[employee.wishes.indexOf(seat)] ?? null) !== null;
  };
  const scoreAt = (id: string, seat: string): number | null => {
    const employee = input.employees.find((one) => one.id === id)!;
    const at = employee.wishes.indexOf(seat);
    if (!scored) return 0;
    if (at >= 0) return employee.scores![at]!;
    return current.get(id) === seat ? employee.currentScore ?? null : null;
  };
  const ranking = new Map(input.seats.map((seat) => {
    const incumbents = people.filter((id) => current.get(id) === seat.id);
    const listed = byLists
      ? (seat.priority ?? []).filter((id) => !excluded(id, seat.id))
      : people
        .filter((id) => incumbents.includes(id) || input.employees.find((one) => one.id === id)!.wishes.includes(seat.id))
        .filter((id) => !excluded(id, seat.id) && scoreAt(id, seat.id) !== null)
        .sort((a, b) => scoreAt(b, seat.id)! - scoreAt(a, seat.id)! || place.get(a)! - place.get(b)!);
    const whole = [...listed, ...incumbents.filter((id) => !listed.includes(id))];
    return [seat.id, incumbentsFirst ? [...whole.filter((id) => incumbents.includes(id)), ...whole.filter((id) => !incumbents.includes(id))] : whole];
  }));
  const options = new Map(input.employees.map((employee) => {
    const open = employee.wishes.filter((seat) => ranking.get(seat)!.includes(employee.id));
    const own = current.get(employee.id) ?? null;
    return [employee.id, own === null || open.includes(own) ? open : [...open, own]];
  }));
  return {
    people, seats: input.seats.map((seat) => seat.id), capacity: new Map(input.seats.map((seat) => [seat.id, seat.capacity])),
    current, options, ranking, order: input.order ?? people,
  };
}

/** Place in a person's options; nothing comes after all of them. */
export function liking(instance: Plain, person: string, seat: string | null): number {
  const options = instance.options.get(person)!;
  return seat === null ? options.length : options.indexOf(seat);
}

export function holders(instance: Plain, placement: Placement, seat: string): string[] {
  return instance.people.filter((person) => placement[person] === seat);
}

export function blockingPairs(instance: Plain, placement: Placement): string[] {
  return instance.people.flatMap((person) => instance.options.get(person)!
    .slice(0, liking(instance, person, placement[person]!))
    .filter((seat) => {
      const ranking = instance.ranking.get(seat)!;
      const inside = holders(instance, placement, seat);
      return inside.length < instance.capacity.get(seat)! || inside.some((other) => ranking.indexOf(other) > ranking.indexOf(person));
    })
    .map((seat) => `${person} ${seat}`));
}

/** Every placement in which each person has one of their options or nothing and no seat is overfull. */
export function placements(instance: Plain): Placement[] {
  const all: Placement[] = [];
  const left = new Map(instance.capacity);
  const chosen: (string | null)[] = [];
  (function choose(at: number): void {
    const person = instance.people[at];
    if (person === undefined) {
      all.push(Object.fromEntries(instance.people.map((one, index) => [one, chosen[index]!])));
      return;
    }
    for (const seat of [...instance.options.get(person)!, null]) {
      if (seat !== null && left.get(seat) === 0) continue;
      chosen[at] = seat;
      if (seat !== null) left.set(seat, left.get(seat)! - 1);
      choose(at + 1);
      if (seat !== null) left.set(seat, left.get(seat)! + 1);
    }
  })(0);
  return all;
}

/** Deferred acceptance in rounds as the textbook tells it: all free people propose at once, each seat keeps its best. */
export function textbookDeferredAcceptance(instance: Plain): Placement {
  const tried = new Map(instance.people.map((person) => [person, 0]));
  const placement: Placement = Object.fromEntries(instance.people.map((person) => [person, null]));
  for (;;) {
    const proposals = instance.people.filter((person) => placement[person] === null && tried.get(person)! < instance.options.get(person)!.length);
    if (proposals.length === 0) return placement;
    for (const person of proposals) {
      placement[person] = instance.options.get(person)![tried.get(person)!]!;
      tried.set(person, tried.get(person)! + 1);
    }
    for (const seat of instance.seats) {
      const ranking = instance.ranking.get(seat)!;
      const best = holders(instance, placement, seat).sort((a, b) => ranking.indexOf(a) - ranking.indexOf(b));
      for (const person of best.slice(instance.capacity.get(seat))) placement[person] = null;
    }
  }
}
