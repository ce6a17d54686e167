import type { Bilingual } from '#contracts';

/** Where the value of a criterion comes from: the code's default, the organisation's own, or set for this round only. */
export type CriterionSource = 'STANDARD' | 'ORGANIZATION' | 'ROUND';

export interface FrozenCriterion {
  readonly value: unknown;
  readonly source: CriterionSource;
  readonly legalBasis: Bilingual;
}

/** All criteria of a round by code, frozen when it is noticed; a draft holds only what was set for the round itself. */
export type FrozenCriteria = Readonly<Record<string, FrozenCriterion>>;

/** The values alone, for the rules. */
export type CriteriaValues = Readonly<Record<string, unknown>>;

export const criteriaValues = (criteria: FrozenCriteria): CriteriaValues =>
  Object.fromEntries(Object.entries(criteria).map(([code, { value }]) => [code, value]));
