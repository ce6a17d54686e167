import { record, yesNo } from '../../criteria/shape.js';
import { poolRule } from '../rule.js';

/** A posting was already decided elsewhere, for example by a ballot: it is carried out, not decided again. */
export const poolPlanned = poolRule({
  code: 'POOL_PLANNED',
  shape: record({ exclude: yesNo }),
  standard: { exclude: true },
  apply: ({ exclude }) => (person) => (exclude && person.plannedElsewhere ? {} : null),
});
