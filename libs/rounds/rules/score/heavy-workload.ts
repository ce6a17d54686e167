import { record, whole } from '../../criteria/shape.js';
import { scoreRule } from '../rule.js';

/** Service in a heavy-workload post (격무) earns an earlier turn out of it. */
export const scoreHeavyWorkload = scoreRule({
  code: 'SCORE_HEAVY_WORKLOAD',
  shape: record({ pointsPerMonth: whole(0, 1000), capMonths: whole(0, 600) }),
  standard: { pointsPerMonth: 100, capMonths: 36 },
  apply: ({ pointsPerMonth, capMonths }) => (person) => Math.min(person.heavyWorkloadMonths, capMonths) * pointsPerMonth,
});
