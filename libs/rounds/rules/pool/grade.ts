import { choices, record } from '../../criteria/shape.js';
import { poolRule } from '../rule.js';

/** Grades that the round places; 0 = outside the grades. Whoever lost a post to a reorganisation is placed whatever the grade. */
export const poolGrade = poolRule({
  code: 'POOL_GRADE',
  shape: record({ grades: choices(0, 4, 5, 6, 7, 8, 9) }),
  standard: { grades: [0, 4, 5, 6, 7, 8, 9] },
  apply: ({ grades }) => (person) => (grades.some((grade) => grade === person.grade) || person.displaced ? null : { grade: person.grade }),
});
