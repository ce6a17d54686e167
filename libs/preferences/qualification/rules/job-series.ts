import { defineQualificationRule } from '../qualification-rule.js';

/** A post is held by the job series (직렬) it is authorised for. */
export const jobSeries = defineQualificationRule({
  code: 'JOB_SERIES',
  hindrance: (candidate, post) =>
    post.jobSeries.length === 0 || post.jobSeries.includes(candidate.jobSeries)
      ? null
      : { own: candidate.jobSeries, required: post.jobSeries.join(', ') },
});
