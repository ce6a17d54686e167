import { defineQualificationRule } from '../qualification-rule.js';

/** Posts with grades are for people with grades, posts outside the grades (0) for people outside them. */
export const outsideGrades = defineQualificationRule({
  code: 'OUTSIDE_GRADES',
  hindrance: ({ grade }, { highestGrade }) => ((grade === 0) === (highestGrade === 0) ? null : {}),
});
