import { record, yesNo } from '../../criteria/shape.js';
import { poolRule } from '../rule.js';

/** Seconded elsewhere (파견) beyond the day the orders take effect. */
export const poolSecondment = poolRule({
  code: 'POOL_SECONDMENT',
  shape: record({ exclude: yesNo }),
  standard: { exclude: true },
  apply: ({ exclude }) => (person) => (exclude && person.away === 'SECONDMENT' ? {} : null),
});
