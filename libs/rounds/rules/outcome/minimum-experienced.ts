import { record, whole } from '../../criteria/shape.js';
import { outcomeRule } from '../rule.js';
import { byDepartment, departmentName } from './placement-view.js';

/** After the round a department still has people who have served some time in their post there. */
export const minimumExperienced = outcomeRule({
  code: 'MINIMUM_EXPERIENCED',
  shape: record({ percent: whole(0, 100), months: whole(1, 120), fromHeadcount: whole(1, 1000) }),
  standard: { percent: 30, months: 12, fromHeadcount: 5 },
  apply: ({ percent, months, fromHeadcount }) => ({ people }) =>
    [...byDepartment(people.filter(({ away }) => !away), 'to')].flatMap(([unitCode, staff]) => {
      const experienced = staff.filter(({ from, to, tenureMonths }) => from !== null && from.code === to?.code && tenureMonths >= months);
      const needed = Math.ceil((staff.length * percent) / 100);
      if (staff.length < fromHeadcount || experienced.length >= needed) return [];
      const params = { department: departmentName(staff[0], 'to'), experienced: experienced.length, staff: staff.length, needed, months };
      return [{ unitCode, people: staff.filter(({ from, to }) => from?.code !== to?.code).map(({ employeeNumber }) => employeeNumber), params }];
    }),
});
