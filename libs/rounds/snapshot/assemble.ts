import type { CriteriaValues } from '../criteria/frozen-criteria.js';
import type { PersonFacts } from '../facts/person-facts.js';
import { BoundRules } from '../rules/bound-rules.js';
import type { Bystander, RunSeat } from '../run/run-input.js';
import type { World } from './world.js';

export interface TakenWish {
  readonly choiceRank: number;
  readonly positionId: string;
  readonly reasonCode: string;
}

export interface Entry {
  readonly employeeId: string;
  readonly positionId: string | null;
  readonly facts: PersonFacts;
  readonly wishes: readonly TakenWish[];
}

/**
 * Who has an entry in the snapshot: everybody with filed wishes, and whoever has to be placed without any: displaced
 * people, returners without a post, and those whom a must-move rule forces out of theirs.
 */
export const selectEntries = (world: World, wishes: ReadonlyMap<string, readonly TakenWish[]>, values: CriteriaValues): readonly Entry[] => {
  const rules = new BoundRules(values);
  const frozen = new Set(world.seats.filter(({ state }) => state === 'FROZEN').map(({ facts }) => facts.code));
  const chosen = world.staff.flatMap(({ row, facts, positionId }): Entry[] => {
    const own = wishes.get(row.employeeId) ?? [];
    const entry = { employeeId: row.employeeId, positionId, facts, wishes: own };
    if (own.length > 0 || facts.displaced) return [entry];
    if (rules.exclusion(facts) !== null) return [];
    const from = positionId === null ? null : world.posts.seatOf(positionId) ?? null;
    const forced = rules.mustLeave(facts, from, from !== null && frozen.has(from.code)).forced !== null;
    return forced || (positionId === null && facts.returner) ? [entry] : [];
  });
  return separate(chosen, world);
};

/** Adds the units in which somebody stays with whom the person must not serve. */
const separate = (entries: readonly Entry[], world: World): readonly Entry[] => {
  const inRound = new Set(entries.map(({ employeeId }) => employeeId));
  const staff = new Map(world.staff.map((member) => [member.row.employeeId, member]));
  const units = new Map<string, Set<string>>();
  const note = (person: string, other: string): void => {
    const positionId = staff.get(other)?.positionId ?? null;
    const seat = positionId === null ? undefined : world.posts.seatOf(positionId);
    if (inRound.has(other) || seat === undefined) return;
    const known = units.get(person) ?? new Set<string>();
    units.set(person, known.add(seat.unitCode).add(seat.departmentCode));
  };
  for (const { a, b } of world.links.relations) {
    note(a, b);
    note(b, a);
  }
  return entries.map((entry) => {
    const found = units.get(entry.employeeId);
    return found === undefined ? entry : { ...entry, facts: { ...entry.facts, separatedFrom: [...found].sort() } };
  });
};

/** Places that people without an entry take when the orders take effect: holders who are there, and postings decided elsewhere. */
export const seatsWithOutsiders = (entries: readonly Entry[], world: World): readonly (RunSeat & { readonly positionId: string })[] => {
  const inRound = new Set(entries.map(({ employeeId }) => employeeId));
  const taken = new Map<string, number>();
  const count = (positionId: string): void => void taken.set(positionId, (taken.get(positionId) ?? 0) + 1);
  for (const { row, facts, positionId } of world.staff) {
    if (positionId !== null && !inRound.has(row.employeeId) && facts.away === null && !facts.plannedElsewhere) count(positionId);
  }
  for (const positionId of world.links.planned.values()) count(positionId);
  return world.seats.map(({ positionId, facts, state, authorizedHeadcount }) => ({ positionId, facts, state, authorizedHeadcount, heldByOutsiders: taken.get(positionId) ?? 0 }));
};

/** Everybody in post without an entry, where they will be when the orders take effect. */
export const bystandersOf = (inRound: ReadonlySet<string>, world: World): readonly Bystander[] =>
  world.staff.flatMap(({ row, facts }) => {
    const planned = world.links.planned.get(row.employeeId);
    const postCode = planned === undefined ? facts.postCode : world.posts.codeOf(planned);
    if (inRound.has(row.employeeId) || postCode === null) return [];
    return [{ employeeNumber: facts.employeeNumber, grade: facts.grade, postCode, tenureMonths: facts.tenureMonths, away: facts.away !== null }];
  });
