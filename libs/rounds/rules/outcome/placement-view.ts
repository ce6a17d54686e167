import type { Bilingual, MessageParams } from '#contracts';
import type { SeatFacts } from '../../facts/seat-facts.js';

/** Everybody in post after the round as proposed, whether they took part or not. */
export interface PlacedPerson {
  readonly employeeNumber: string;
  readonly grade: number;
  readonly from: SeatFacts | null;
  readonly to: SeatFacts | null;
  /** Whole months in `from`; nobody who moves brings months to the new post. */
  readonly tenureMonths: number;
  /** Still away on the day the orders take effect: not counted as working there. */
  readonly away: boolean;
}

export interface PlacementView {
  readonly people: readonly PlacedPerson[];
  /** Authorised headcount of each open post, by its code. */
  readonly seats: ReadonlyMap<string, { readonly facts: SeatFacts; readonly authorizedHeadcount: number }>;
  /** Pairs who must not serve together, by employee number. */
  readonly separations: readonly (readonly [string, string])[];
}

/** Something for HR to resolve. `people` by employee number. */
export interface OutcomeFinding {
  readonly unitCode: string | null;
  readonly people: readonly string[];
  readonly params: MessageParams;
}

/** People grouped by the department of the post on one side of the move. */
export const byDepartment = (people: readonly PlacedPerson[], side: 'from' | 'to'): ReadonlyMap<string, readonly PlacedPerson[]> => {
  const groups = new Map<string, PlacedPerson[]>();
  for (const person of people) {
    const code = person[side]?.departmentCode;
    if (code === undefined) continue;
    const group = groups.get(code);
    if (group) group.push(person);
    else groups.set(code, [person]);
  }
  return groups;
};

export const departmentName = (person: PlacedPerson | undefined, side: 'from' | 'to'): Bilingual => person?.[side]?.department ?? { ko: '', en: '' };
