import type { InstanceInput } from '../instance/input.js';
import type { Placement, Plain } from './plain.js';

export type Aim = 'rank-min' | 'rank-maximal' | 'max-card';
export const AIMS: readonly Aim[] = ['rank-min', 'rank-maximal', 'max-card'];

/** What the optimising mechanisms compare placements by, told as plainly as it can be: for tests. */
export interface Aims {
  readonly people: readonly string[];
  readonly capacity: ReadonlyMap<string, number>;
  /** What each person may be given under the right to stay; null = nothing. */
  readonly mayGet: ReadonlyMap<string, readonly (string | null)[]>;
  /** Place in the filed list from 1; the longest list of all plus one for the own seat without having listed it, and for nothing. */
  readonly rank: (person: string, seat: string | null) => number;
  readonly longest: number;
}

export function aimsOf(instance: Plain, input: InstanceInput): Aims {
  const longest = Math.max(0, ...input.employees.map(({ wishes }) => wishes.length));
  const wishes = new Map(input.employees.map((employee) => [employee.id, employee.wishes]));
  const mayGet = new Map(instance.people.map((person) => {
    const options = instance.options.get(person)!;
    const own = instance.current.get(person) ?? null;
    return [person, own === null ? [...options, null] : options.slice(0, options.indexOf(own) + 1)];
  }));
  const rank = (person: string, seat: string | null): number => {
    const at = seat === null ? -1 : wishes.get(person)!.indexOf(seat);
    return at < 0 ? longest + 1 : at + 1;
  };
  return { people: instance.people, capacity: instance.capacity, mayGet, rank, longest };
}

/** What a seat of this rank costs, one whole number; of two placements the better one has the lower sum, whatever the aim. */
export function costOf(aims: Aims, aim: Aim, rank: number): bigint {
  if (aim === 'rank-min') return BigInt(rank);
  if (aim === 'max-card') return rank > aims.longest ? 1n : 0n;
  return rank > aims.longest ? 0n : -(BigInt(aims.people.length + 1) ** BigInt(aims.longest - rank));
}

export function totalCost(aims: Aims, aim: Aim, placement: Placement): bigint {
  return aims.people.reduce((sum, person) => sum + costOf(aims, aim, aims.rank(person, placement[person]!)), 0n);
}

/** Whether everybody has something that they may get and no seat is overfull. */
export function isAllowed(aims: Aims, placement: Placement): boolean {
  return aims.people.every((person) => aims.mayGet.get(person)!.includes(placement[person]!))
    && [...aims.capacity].every(([seat, places]) => aims.people.filter((person) => placement[person] === seat).length <= places);
}

/**
 * The least total, by successive shortest paths (Busacker & Gowen 1960; Bellman-Ford labels): one person after the other is
 * seated along the cheapest chain of moves. Exact whole numbers of any size, no buckets, no prices.
 */
export function slowLeastTotal(aims: Aims, aim: Aim): bigint {
  const placement: Placement = {};
  const seated = (): string[] => aims.people.filter((person) => person in placement);
  const price = (person: string, seat: string | null): bigint => costOf(aims, aim, aims.rank(person, seat));
  for (const newcomer of aims.people) {
    const label = new Map<string | null, { cost: bigint; by: string }>();
    for (const seat of aims.mayGet.get(newcomer)!) label.set(seat, { cost: price(newcomer, seat), by: newcomer });
    for (let changed = true; changed;) {
      changed = false;
      for (const person of seated()) {
        const reached = label.get(placement[person]!);
        if (reached === undefined) continue;
        for (const seat of aims.mayGet.get(person)!) {
          const cost = reached.cost - price(person, placement[person]!) + price(person, seat);
          if (seat === placement[person] || (label.has(seat) && label.get(seat)!.cost <= cost)) continue;
          label.set(seat, { cost, by: person });
          changed = true;
        }
      }
    }
    const hasRoom = (seat: string | null): boolean => seat === null || seated().filter((person) => placement[person] === seat).length < aims.capacity.get(seat)!;
    const ends = [...label].filter(([seat]) => hasRoom(seat));
    let [seat, last] = ends.reduce((best, end) => (end[1].cost < best[1].cost ? end : best));
    for (;;) {
      const left = placement[last.by];
      placement[last.by] = seat;
      if (left === undefined) break;
      seat = left;
      last = label.get(left)!;
    }
  }
  return totalCost(aims, aim, placement);
}
