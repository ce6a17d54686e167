import { record, whole } from '../../criteria/shape.js';
import { outcomeRule } from '../rule.js';
import { byDepartment, departmentName } from './placement-view.js';

/** At most this share of a department leaves it in one round, so that its work goes on. Small departments are let off. */
export const outflowQuota = outcomeRule({
  code: 'OUTFLOW_QUOTA',
  shape: record({ percent: whole(1, 100), fromHeadcount: whole(1, 1000) }),
  standard: { percent: 30, fromHeadcount: 5 },
  apply: ({ percent, fromHeadcount }) => ({ people }) =>
    [...byDepartment(people.filter(({ away }) => !away), 'from')].flatMap(([unitCode, staff]) => {
      const leaving = staff.filter(({ to }) => to !== null && to.departmentCode !== unitCode);
      const allowed = Math.floor((staff.length * percent) / 100);
      if (staff.length < fromHeadcount || leaving.length <= allowed) return [];
      const params = { department: departmentName(staff[0], 'from'), leaving: leaving.length, staff: staff.length, allowed, percent };
      return [{ unitCode, people: leaving.map(({ employeeNumber }) => employeeNumber), params }];
    }),
});
