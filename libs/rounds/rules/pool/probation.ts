import { record, yesNo } from '../../criteria/shape.js';
import { poolRule } from '../rule.js';

/** On probation (시보, 지방공무원법 §28): served where one was appointed, unless that post is abolished. */
export const poolProbation = poolRule({
  code: 'POOL_PROBATION',
  shape: record({ exclude: yesNo }),
  standard: { exclude: true },
  apply: ({ exclude }) => (person) => (exclude && person.appointmentType === 'PROBATION' && !person.displaced ? {} : null),
});
