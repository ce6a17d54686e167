import { record, whole } from '../../criteria/shape.js';
import { setting } from '../rule.js';

/** How long before the cut-off date a return from leave or secondment counts as recent. */
export const returnerWindow = setting({
  code: 'RETURNER',
  shape: record({ monthsBefore: whole(0, 24) }),
  standard: { monthsBefore: 6 },
});
