import { record, yesNo } from '../../criteria/shape.js';
import { poolRule } from '../rule.js';

/** Suspended (정직·직위해제) beyond the day the orders take effect. */
export const poolSuspension = poolRule({
  code: 'POOL_SUSPENSION',
  shape: record({ exclude: yesNo }),
  standard: { exclude: true },
  apply: ({ exclude }) => (person) => (exclude && person.away === 'SUSPENSION' ? {} : null),
});
