import { defineQualificationRule } from '../qualification-rule.js';

/** The grade must lie in the post's band; grade 4 is the highest, so `highestGrade` is the smaller number. */
export const gradeBand = defineQualificationRule({
  code: 'GRADE_BAND',
  hindrance: ({ grade }, { highestGrade, lowestGrade }) =>
    grade >= highestGrade && grade <= lowestGrade ? null : { own: grade, highest: highestGrade, lowest: lowestGrade },
});
