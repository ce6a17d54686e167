import type { UnitType } from '#organization';

export const HEADSHIP_FILTERS = ['NONE', 'DEPARTMENT_HEAD', 'TEAM_LEAD', 'DONG_HEAD'] as const;
export type HeadshipFilter = (typeof HEADSHIP_FILTERS)[number];

/** What narrows the catalogue; every part given must hold. A saved search is exactly this. */
export interface CatalogueFilter {
  /** The unit or any unit below it. */
  readonly unitId?: string;
  /** The type of the unit the post stands in, or of one above it up to the department or dong. */
  readonly unitType?: UnitType;
  /** Posts whose grade band admits this grade. */
  readonly grade?: number;
  /** Posts open to this job series (a post that names no series is open to all). */
  readonly jobSeries?: string;
  readonly headship?: HeadshipFilter;
  readonly heavyWorkload?: boolean;
  readonly specialist?: boolean;
  readonly vacantOnly?: boolean;
  readonly qualifiesOnly?: boolean;
  readonly favouritesOnly?: boolean;
  /** Part of the duty or of a unit's name on the path, in either language; case does not matter. */
  readonly text?: string;
}
