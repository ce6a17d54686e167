import { record, whole } from '../../criteria/shape.js';
import { setting } from '../rule.js';

/**
 * The clocks of grievances (고충), in days. Review: to be decided within 30 days of receipt, 30 more by resolution; a
 * rehearing to be asked for within 30 days of being told (공무원고충처리규정 §7, §13, after 지방공무원법 §67의2). The time for
 * a consultation is local practice.
 */
export const grievanceClocks = setting({
  code: 'GRIEVANCE_CLOCKS',
  shape: record({ consultationDays: whole(1, 365), reviewDays: whole(1, 365), extensionDays: whole(0, 365), rehearingRequestDays: whole(1, 365), reminderDays: whole(0, 60) }),
  standard: { consultationDays: 14, reviewDays: 30, extensionDays: 30, rehearingRequestDays: 30, reminderDays: 7 },
});
