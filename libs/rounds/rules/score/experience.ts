import { record, whole } from '../../criteria/shape.js';
import { scoreRule } from '../rule.js';

/** Months served in the post's own department, now or before: who knows its work goes first there (업무 경험). */
export const scoreExperience = scoreRule({
  code: 'SCORE_EXPERIENCE',
  seatSpecific: true,
  shape: record({ pointsPerMonth: whole(0, 1000), capMonths: whole(0, 600) }),
  standard: { pointsPerMonth: 50, capMonths: 60 },
  apply: ({ pointsPerMonth, capMonths }) => ({ experience }, { departmentCode }) => Math.min(experience?.[departmentCode] ?? 0, capMonths) * pointsPerMonth,
});
