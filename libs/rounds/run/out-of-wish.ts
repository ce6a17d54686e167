import type { CompiledPerson, CompiledRound } from './compile.js';

/** How far a post lies from what the person had or hoped for; smaller is nearer. */
const distance = (person: CompiledPerson, code: string, { seats }: CompiledRound): number => {
  const seat = seats.get(code)?.facts;
  if (seat === undefined) return Number.MAX_SAFE_INTEGER;
  const wished = person.wishes.flatMap(({ seatCode }) => seats.get(seatCode)?.facts ?? []);
  const held = person.heldSeat === null ? undefined : seats.get(person.heldSeat)?.facts;
  if (wished.some(({ departmentCode }) => departmentCode === seat.departmentCode)) return 0;
  if (held?.departmentCode === seat.departmentCode) return 1;
  if (seat.bureauCode !== null && wished.some(({ bureauCode }) => bureauCode === seat.bureauCode)) return 2;
  if (seat.bureauCode !== null && held?.bureauCode === seat.bureauCode) return 3;
  return wished.some(({ inDong }) => inDong === seat.inDong) ? 4 : 5;
};

/** The open posts that no rule closes to a person, nearest first; worked out once a person, however often it is asked. */
export class PostsWithinReach {
  private readonly known = new Map<string, readonly string[]>();

  constructor(private readonly round: CompiledRound) {}

  of(person: CompiledPerson): readonly string[] {
    const { employeeNumber } = person.facts;
    const found = this.known.get(employeeNumber) ?? this.find(person);
    this.known.set(employeeNumber, found);
    return found;
  }

  private find(person: CompiledPerson): readonly string[] {
    const { round } = this;
    const from = person.heldSeat === null ? null : round.seats.get(person.heldSeat)?.facts ?? null;
    const fromFrozen = round.isFrozen(person.heldSeat);
    const codes = [...round.seats].flatMap(([code, seat]) => {
      if (!seat.open) return [];
      const { blocks } = round.rules.verdict({ person: person.facts, from, fromFrozen, seat: seat.facts, seatFrozen: false });
      return blocks.length === 0 ? [{ code, away: distance(person, code, round) }] : [];
    });
    return codes.sort((a, b) => a.away - b.away || (a.code < b.code ? -1 : 1)).map(({ code }) => code);
  }
}

/**
 * Proposes places to people who must leave and got no wish: as many of them as the rules and the free places allow
 * (augmenting paths for maximum bipartite matching, Kuhn 1955), each as near as possible to what they had or hoped for,
 * those first in `people` choosing first. Whoever has one place within reach never loses it all to somebody else's choice.
 * @param free seat code → places left over by the phases before
 * @returns employee number → seat code, for those placed
 */
export const placeOutOfWish = (people: readonly CompiledPerson[], free: ReadonlyMap<string, number>, reach: PostsWithinReach): ReadonlyMap<string, string> => {
  const choices = people.map((person) => reach.of(person).filter((code) => (free.get(code) ?? 0) > 0));
  const holders = new Map<string, number[]>();
  const placed = new Map<number, string>();
  // Posts that a failed search went through lead to no free place, now or later (Hungarian trees, Kuhn 1955): never again.
  const dead = new Set<string>();

  const settle = (person: number, visited: Set<string>): boolean => {
    for (const code of choices[person] ?? []) {
      if (visited.has(code) || dead.has(code)) continue;
      visited.add(code);
      const present = holders.get(code) ?? [];
      if (present.length >= (free.get(code) ?? 0)) {
        const moved = present.find((other) => settle(other, visited));
        if (moved === undefined) continue;
        holders.set(code, (holders.get(code) ?? []).filter((other) => other !== moved));
      }
      holders.set(code, [...(holders.get(code) ?? []), person]);
      placed.set(person, code);
      return true;
    }
    return false;
  };

  people.forEach((_, person) => {
    const visited = new Set<string>();
    if (!settle(person, visited)) for (const code of visited) dead.add(code);
  });
  return new Map([...placed].flatMap(([person, code]) => {
    const number = people[person]?.facts.employeeNumber;
    return number === undefined ? [] : [[number, code] as const];
  }));
};
