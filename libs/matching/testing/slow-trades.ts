import type { Placement, Plain } from './plain.js';

/** The trading mechanisms once more, as their papers tell them: everything is looked up anew in every round. */

const best = (instance: Plain, person: string, open: (seat: string) => boolean): string | null => instance.options.get(person)!.find(open) ?? null;
const nobody = (instance: Plain): Placement => Object.fromEntries(instance.people.map((person) => [person, null]));

export function slowSerialDictatorship(instance: Plain): Placement {
  const placement = nobody(instance);
  const left = new Map(instance.capacity);
  for (const person of instance.order) {
    const seat = best(instance, person, (one) => left.get(one)! > 0);
    placement[person] = seat;
    if (seat !== null) left.set(seat, left.get(seat)! - 1);
  }
  return placement;
}

/** By person: the seat that pointed at them in the cycle in which they got theirs. */
export type Through = Record<string, string>;

/** All point at once, all cycles are cleared at once, and again. */
export function slowTopTradingCycles(instance: Plain, through: Through = {}): Placement {
  const placement = nobody(instance);
  const left = new Map(instance.capacity);
  let here = [...instance.people];
  while (here.length > 0) {
    const wanted = new Map(here.map((person) => [person, best(instance, person, (seat) => left.get(seat)! > 0)]));
    if ([...wanted.values()].includes(null)) { here = here.filter((person) => wanted.get(person) !== null); continue; }
    const owner = (person: string): string => instance.ranking.get(wanted.get(person)!)!.find((one) => here.includes(one))!;
    const trading = here.filter((person) => {
      let at = owner(person);
      for (let step = 0; step < here.length && at !== person; step++) at = owner(at);
      return at === person;
    });
    for (const person of trading) {
      placement[person] = wanted.get(person)!;
      through[owner(person)] = wanted.get(person)!;
      left.set(wanted.get(person)!, left.get(wanted.get(person)!)! - 1);
    }
    here = here.filter((person) => !trading.includes(person));
  }
  return placement;
}

/** Whose seat was asked for before their turn, and who was served in a loop. */
export interface Called {
  readonly asked: Set<string>;
  readonly looped: Set<string>;
}

/** The queue of Abdulkadiroğlu & Sönmez: an incumbent who is asked comes to the front, a loop is served at once. */
export function slowRequestsAndTurns(instance: Plain, { asked: wereAsked, looped }: Called = { asked: new Set(), looped: new Set() }): Placement {
  const placement = nobody(instance);
  const left = new Map(instance.capacity);
  let queue = [...instance.order];
  const asking = new Map<string, string>();
  while (queue.length > 0) {
    const person = queue[0]!;
    const seat = best(instance, person, (one) => left.get(one)! > 0);
    const claimants = queue.filter((one) => instance.current.get(one) === seat);
    if (seat === null || left.get(seat)! > claimants.length) {
      placement[person] = seat;
      if (seat !== null) left.set(seat, left.get(seat)! - 1);
      queue = queue.slice(1);
      asking.delete(person);
      continue;
    }
    const asked = instance.order.find((one) => claimants.includes(one))!;
    asking.set(person, seat);
    if (!asking.has(asked)) { wereAsked.add(asked); queue = [asked, ...queue.filter((one) => one !== asked)]; continue; }
    const loop = queue.slice(0, queue.indexOf(asked) + 1);
    for (const member of loop) {
      looped.add(member);
      placement[member] = asking.get(member)!;
      left.set(asking.get(member)!, left.get(asking.get(member)!)! - 1);
      asking.delete(member);
    }
    queue = queue.filter((one) => !loop.includes(one));
  }
  return placement;
}

/** Everybody points at the best seat whose lowest remaining incumbent they stand before; all cycles at once, and again. */
export function slowBlockExchange(instance: Plain): Placement {
  const placement: Placement = Object.fromEntries(instance.current);
  let here = instance.people.filter((person) => instance.current.get(person) !== null);
  const place = (person: string, seat: string): number => instance.ranking.get(seat)!.indexOf(person);
  while (here.length > 0) {
    const lowest = (seat: string): string | undefined => here.filter((one) => instance.current.get(one) === seat).sort((a, b) => place(b, seat) - place(a, seat))[0];
    const wanted = new Map(here.map((person) => [person, best(instance, person, (seat) => {
      const last = lowest(seat);
      return instance.current.get(person) === seat || (last !== undefined && place(person, seat) < place(last, seat));
    })!]));
    const staying = here.filter((person) => wanted.get(person) === instance.current.get(person));
    const owner = (person: string): string => (staying.includes(person) ? person : lowest(wanted.get(person)!)!);
    const leaving = here.filter((person) => {
      let at = owner(person);
      for (let step = 0; step < here.length && at !== person; step++) at = owner(at);
      return at === person;
    });
    for (const person of leaving) placement[person] = wanted.get(person)!;
    here = here.filter((person) => !leaving.includes(person));
  }
  return placement;
}
