import { record, yesNo } from '../../criteria/shape.js';
import { poolRule } from '../rule.js';

/** Appointed for a term (임기제) to one post, unless that post is abolished. */
export const poolTermContract = poolRule({
  code: 'POOL_TERM_CONTRACT',
  shape: record({ exclude: yesNo }),
  standard: { exclude: true },
  apply: ({ exclude }) => (person) => (exclude && person.appointmentType === 'TERM' && !person.displaced ? {} : null),
});
