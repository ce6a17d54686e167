import { record, whole } from '../../criteria/shape.js';
import { scoreRule } from '../rule.js';

/** Who has waited longer in the present post goes first, up to a cap so that waiting does not outweigh everything. */
export const scoreTenure = scoreRule({
  code: 'SCORE_TENURE',
  shape: record({ pointsPerMonth: whole(0, 1000), capMonths: whole(0, 600) }),
  standard: { pointsPerMonth: 100, capMonths: 60 },
  apply: ({ pointsPerMonth, capMonths }) => (person) => Math.min(person.tenureMonths, capMonths) * pointsPerMonth,
});
