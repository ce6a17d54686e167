import { record, yesNo } from '../../criteria/shape.js';
import { poolRule } from '../rule.js';

/** The pool is whoever is in post on the cut-off date; displaced people and returners are placed in any case. */
export const poolNotInPost = poolRule({
  code: 'POOL_NOT_IN_POST',
  shape: record({ exclude: yesNo }),
  standard: { exclude: true },
  apply: ({ exclude }) => (person) => (exclude && person.postCode === null && !person.displaced && !person.returner ? {} : null),
});
