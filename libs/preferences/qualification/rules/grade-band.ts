import { defineQualificationRule } from '../qualification-rule.js';

/** The grade must lie in the post's band; grade 4 is the highest, so `highestGrade` is the smaller number. Grade 0 is `outsideGrades`. */
export const gradeBand = defineQualificationRule({
  code: 'GRADE_BAND',
  hindrance: ({ grade }, { highestGrade, lowestGrade }) => {
    if (grade === 0 || highestGrade === 0) return null;
    if (grade >= highestGrade && grade <= lowestGrade) return null;
    return { own: grade, band: highestGrade === lowestGrade ? highestGrade : `${highestGrade}–${lowestGrade}` };
  },
});
