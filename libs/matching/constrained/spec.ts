/** What HR wants of a round beside wishes and places. Groups and marks are the caller's; the engine knows their codes only. */
export interface ConstrainedSpec {
  readonly objective: Objective;
  /** Departments, reporting lines, posts: sets of seats, which may overlap. */
  readonly groups: readonly SeatGroup[];
  /** Kinds of people: experienced staff, a grade. */
  readonly marks?: readonly PeopleMark[];
  readonly constraints: readonly Constraint[];
}

export const OBJECTIVES = ['LEAST_TOTAL_RANK', 'MOST_FIRST_CHOICES', 'MOST_PLACED'] as const;

/**
 * `LEAST_TOTAL_RANK`: the position of the wish given, the longest list of the instance plus one for an unlisted own seat and
 * for none, summed over everybody. `MOST_FIRST_CHOICES`: people who get the first of their wishes. `MOST_PLACED`: people who
 * get one of their wishes. The last two prefer, among equals, the least total rank.
 */
export type Objective = (typeof OBJECTIVES)[number];

export interface Bilingual {
  readonly ko: string;
  readonly en: string;
}

export interface SeatGroup {
  readonly code: string;
  readonly label: Bilingual;
  /** Seat ids. */
  readonly seats: readonly string[];
}

export interface PeopleMark {
  readonly code: string;
  readonly label: Bilingual;
  /** Employee ids. */
  readonly people: readonly string[];
}

/** `id` is the caller's name for a constraint, unique in its spec; `label` replaces the words made from its figures. */
interface Named {
  readonly id: string;
  readonly label?: Bilingual;
}

/**
 * Counts are of people after the round, whole numbers from 0. `apart`: at most one of the people (a couple, relatives) ends
 * in each of the groups. `outflow`: at most so many of those who may stay in the group end outside it. `mix`: so many of the
 * marked people end in the group. `moveBudget`: at most so many of those who may stay leave their seat. `mustFill`: so many
 * of the group's places are taken, all of them without `least`.
 */
export type Constraint =
  | (Named & { readonly kind: 'apart'; readonly people: readonly string[]; readonly groups: readonly string[] })
  | (Named & { readonly kind: 'outflow'; readonly group: string; readonly most: number })
  | (Named & { readonly kind: 'minimumStaff'; readonly group: string; readonly least: number })
  | (Named & { readonly kind: 'minimumExperienced'; readonly group: string; readonly mark: string; readonly least: number })
  | (Named & { readonly kind: 'mix'; readonly group: string; readonly mark: string; readonly least: number; readonly most: number })
  | (Named & { readonly kind: 'moveBudget'; readonly most: number })
  | (Named & { readonly kind: 'mustFill'; readonly group: string; readonly least?: number });
