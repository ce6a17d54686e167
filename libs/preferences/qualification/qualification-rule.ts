import type { MessageParams } from '#contracts';

/** What structural fit asks about a person. */
export interface Candidate {
  /** 4…9; 0 = outside the grades */
  readonly grade: number;
  readonly jobSeries: string;
  readonly licences: readonly string[];
  readonly currentPositionId: string | null;
}

/** What structural fit asks about a post. */
export interface QualifyingPost {
  readonly id: string;
  /** Numerically smallest grade admitted (4 is higher than 9); 0–0 = outside the grades. */
  readonly highestGrade: number;
  readonly lowestGrade: number;
  /** Empty = open to every series. */
  readonly jobSeries: readonly string[];
  readonly requiredLicences: readonly string[];
  readonly protectionReason: string | null;
  /** First day without the protection. */
  readonly protectedUntil: string | null;
  readonly validFrom: string;
  /** First day without the post; null = no end is known. */
  readonly validTo: string | null;
}

/**
 * One reason why a person may not take a post, apart from anything a round decides (tenure, quotas, relatives).
 * The catalogue holds `qualification.CODE.title` and `qualification.CODE.reason` for each; the reason's places are the params.
 */
export interface QualificationRule<C extends string = string> {
  readonly code: C;
  /** @param on the day on which the post would be taken up, YYYY-MM-DD @returns the params of the explanation, or null when nothing is in the way */
  hindrance(candidate: Candidate, post: QualifyingPost, on: string): MessageParams | null;
}

export const defineQualificationRule = <C extends string>(rule: QualificationRule<C>): QualificationRule<C> => rule;
