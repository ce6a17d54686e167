import { record, whole } from '../../criteria/shape.js';
import { setting } from '../rule.js';

/**
 * How long after the close people verify their own facts before a run is adopted. Who is placed by a fully automatic run may
 * ask what it rests on (개인정보 보호법 §37의2); asking before is better than a grievance after. 0 = no waiting.
 */
export const factCheck = setting({
  code: 'FACT_CHECK',
  shape: record({ days: whole(0, 30) }),
  standard: { days: 3 },
});
