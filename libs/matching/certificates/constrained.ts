import type { ConstrainedSpec, Constraint, Objective } from '../constrained/spec.js';
import { allIds } from '../ids/id-table.js';
import type { Instance } from '../instance/instance.js';
import type { Certificate } from './certificate.js';
import { checkFeasible, checkIndividuallyRational } from './feasibility.js';
import { readHoldings } from './holdings.js';

/** One count that a constraint limits: in a group, or in all (null). A missing limit is null. */
export interface ConstraintCount {
  readonly group: string | null;
  readonly value: number;
  readonly least: number | null;
  readonly most: number | null;
}

export interface ConstraintFinding {
  readonly id: string;
  readonly kind: Constraint['kind'];
  readonly holds: boolean;
  readonly counts: readonly ConstraintCount[];
}

export interface ConstrainedCertificate {
  /** Whether everything below holds. The objective is a figure, not a promise. */
  readonly holds: boolean;
  readonly feasible: Certificate['feasible'];
  readonly individuallyRational: Certificate['individuallyRational'];
  readonly constraints: readonly ConstraintFinding[];
  readonly objective: { readonly code: Objective; readonly value: number; readonly totalRank: number };
}

/**
 * Judges an assignment (the seat of each employee, -1 = none) by a spec, from ids and lists alone: every constraint with what
 * it counts and its limits. Uses nothing of the program that was solved.
 */
export function certifyConstrained(instance: Instance, assignment: Int32Array, spec: ConstrainedSpec): ConstrainedCertificate {
  const holdings = readHoldings(instance, assignment);
  const feasible = checkFeasible(instance, holdings);
  const individuallyRational = checkIndividuallyRational(instance, holdings);
  const count = counter(instance, assignment, spec);
  const constraints = spec.constraints.map((constraint): ConstraintFinding => {
    const counts = count(constraint);
    return { id: constraint.id, kind: constraint.kind, holds: counts.every(isWithin), counts };
  });
  return {
    holds: feasible.holds && individuallyRational.holds && constraints.every(({ holds }) => holds),
    feasible, individuallyRational, constraints, objective: objectiveOf(instance, assignment, spec.objective),
  };
}

function isWithin({ value, least, most }: ConstraintCount): boolean {
  return (least === null || value >= least) && (most === null || value <= most);
}

function counter(instance: Instance, assignment: Int32Array, spec: ConstrainedSpec): (constraint: Constraint) => ConstraintCount[] {
  const people = allIds(instance.employees), seats = allIds(instance.seats);
  const now = new Map<string, string>(), before = new Map<string, string>();
  people.forEach((id, at) => {
    if (assignment[at]! >= 0) now.set(id, seats[assignment[at]!]!);
    if (instance.current[at]! >= 0) before.set(id, seats[instance.current[at]!]!);
  });
  const places = new Map(seats.map((id, at) => [id, instance.capacity[at]!]));
  const seatsOf = new Map(spec.groups.map(({ code, seats: members }) => [code, new Set(members)]));
  const marked = new Map((spec.marks ?? []).map(({ code, people: members }) => [code, new Set(members)]));
  const within = (group: string, where: ReadonlyMap<string, string>, who: Iterable<string>): number => {
    const inside = seatsOf.get(group)!;
    let count = 0;
    for (const id of who) if (inside.has(where.get(id) ?? '')) count++;
    return count;
  };
  return (constraint) => {
    const one = (group: string | null, value: number, least: number | null, most: number | null): ConstraintCount[] => [{ group, value, least, most }];
    switch (constraint.kind) {
      case 'apart': return [...new Set(constraint.groups)].map((group) => ({ group, value: within(group, now, new Set(constraint.people)), least: null, most: 1 }));
      case 'outflow': {
        const inside = seatsOf.get(constraint.group)!;
        const left = [...before].filter(([id, seat]) => inside.has(seat) && !inside.has(now.get(id) ?? ''));
        return one(constraint.group, left.length, null, constraint.most);
      }
      case 'minimumStaff': return one(constraint.group, within(constraint.group, now, people), constraint.least, null);
      case 'minimumExperienced': return one(constraint.group, within(constraint.group, now, marked.get(constraint.mark)!), constraint.least, null);
      case 'mix': return one(constraint.group, within(constraint.group, now, marked.get(constraint.mark)!), constraint.least, constraint.most);
      case 'moveBudget': return one(null, [...before].filter(([id, seat]) => now.get(id) !== seat).length, null, constraint.most);
      case 'mustFill': {
        const all = [...seatsOf.get(constraint.group)!].reduce((sum, seat) => sum + places.get(seat)!, 0);
        return one(constraint.group, within(constraint.group, now, people), constraint.least ?? all, null);
      }
    }
  };
}

function objectiveOf({ wishStart, wishSeat, current }: Instance, assignment: Int32Array, code: Objective): ConstrainedCertificate['objective'] {
  let longest = 0, totalRank = 0, unlisted = 0, first = 0, placed = 0;
  for (let person = 0; person < current.length; person++) {
    const wishes = wishSeat.subarray(wishStart[person], wishStart[person + 1]);
    const at = assignment[person]! < 0 ? -1 : wishes.indexOf(assignment[person]!);
    longest = Math.max(longest, wishes.length);
    // Nobody's wish: costs alike whether they stay or go without.
    if (at < 0) unlisted++;
    else { totalRank += at + 1; placed++; first += Number(at === 0); }
  }
  totalRank += unlisted * (longest + 1);
  return { code, totalRank, value: { LEAST_TOTAL_RANK: totalRank, MOST_FIRST_CHOICES: first, MOST_PLACED: placed }[code] };
}
