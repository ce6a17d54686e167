import { record, yesNo } from '../../criteria/shape.js';
import { poolRule } from '../rule.js';

/** On leave (휴직, 지방공무원법 §63) and still away when the orders take effect. Who returns by then takes part. */
export const poolLeave = poolRule({
  code: 'POOL_LEAVE',
  shape: record({ exclude: yesNo }),
  standard: { exclude: true },
  apply: ({ exclude }) => (person) => (exclude && person.away === 'LEAVE' ? {} : null),
});
