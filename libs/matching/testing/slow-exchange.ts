import type { Placement, Plain } from './plain.js';

/** How an exchange counts: more movers first, then the lower total rank. */
export interface Exchanged {
  readonly movers: number;
  readonly totalRank: number;
}

/** The best exchange in circles of at most `longest` people, by trying every set of disjoint circles. `lists` as filed. */
export function slowExchange(instance: Plain, lists: ReadonlyMap<string, readonly string[]>, longest: number): Exchanged {
  const wanted = (person: string): string[] => {
    const own = instance.current.get(person) ?? null;
    const options = instance.options.get(person)!;
    return own === null ? [] : options.slice(0, options.indexOf(own));
  };
  const unlisted = Math.max(0, ...[...lists.values()].map((list) => list.length)) + 1;
  const rank = (person: string, seat: string | null): number => (lists.get(person)!.indexOf(seat ?? '') + 1) || unlisted;
  let best: Exchanged = { movers: -1, totalRank: 0 };
  const placement: Placement = Object.fromEntries(instance.current);
  const idle = new Set(instance.people);

  function note(movers: number): void {
    const totalRank = instance.people.reduce((sum, person) => sum + rank(person, placement[person]!), 0);
    if (movers > best.movers || (movers === best.movers && totalRank < best.totalRank)) best = { movers, totalRank };
  }
  function decide(at: number, movers: number): void {
    const person = instance.people[at];
    if (person === undefined) { note(movers); return; }
    decide(at + 1, movers);
    if (idle.has(person)) close([person], at, movers);
  }
  function close(circle: string[], at: number, movers: number): void {
    const last = circle[circle.length - 1]!;
    for (const seat of wanted(last)) {
      if (seat === instance.current.get(circle[0]!) && circle.length > 1) {
        const before = { ...placement };
        circle.forEach((member, index) => { idle.delete(member); placement[member] = instance.current.get(circle[(index + 1) % circle.length]!)!; });
        decide(at + 1, movers + circle.length);
        for (const member of circle) { idle.add(member); placement[member] = before[member]!; }
      }
      if (circle.length === longest) continue;
      for (const next of instance.people.slice(at + 1)) {
        if (idle.has(next) && !circle.includes(next) && instance.current.get(next) === seat) close([...circle, next], at, movers);
      }
    }
  }
  decide(0, 0);
  return best;
}
