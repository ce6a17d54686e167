import type { MessageParams } from '#contracts';
import { bilingual } from '#platform';
import type { Candidate, QualifyingPost } from './qualification-rule.js';
import { gradeBand } from './rules/grade-band.js';
import { jobSeries } from './rules/job-series.js';
import { licence } from './rules/licence.js';
import { outsideGrades } from './rules/outside-grades.js';
import { ownPost } from './rules/own-post.js';
import { postClosed } from './rules/post-closed.js';
import { postNotYetOpen } from './rules/post-not-yet-open.js';
import { protectedPost } from './rules/protected-post.js';

/** Every rule of structural fit, in the order in which explanations are shown. A new rule is a new file and a line here. */
export const QUALIFICATION_RULES = [postClosed, postNotYetOpen, ownPost, protectedPost, outsideGrades, gradeBand, jobSeries, licence] as const;

export type QualificationCode = (typeof QUALIFICATION_RULES)[number]['code'];

/** A rule that stands in the way, with the places of its explanation. */
export interface Hindrance {
  readonly code: QualificationCode;
  readonly params: MessageParams;
}

/** Every rule that keeps `candidate` from taking `post` on the day `on`; empty = qualifies. */
export const qualify = (candidate: Candidate, post: QualifyingPost, on: string): Hindrance[] => {
  const hindrances: Hindrance[] = [];
  for (const rule of QUALIFICATION_RULES) {
    const params = rule.hindrance(candidate, post, on);
    if (params !== null) hindrances.push({ code: rule.code, params });
  }
  return hindrances;
};

/** A hindrance as a person reads it. */
export const explainHindrance = ({ code, params }: Hindrance) => ({
  code,
  title: bilingual(`qualification.${code}.title`),
  reason: bilingual(`qualification.${code}.reason`, params),
});
