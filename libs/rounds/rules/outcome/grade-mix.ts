import { choices, record, whole } from '../../criteria/shape.js';
import { outcomeRule } from '../rule.js';
import { byDepartment, departmentName } from './placement-view.js';

/** No department is left to the most junior grades alone. Only departments that the round changes are looked at. */
export const gradeMix = outcomeRule({
  code: 'GRADE_MIX',
  shape: record({ juniorGrades: choices(7, 8, 9), maximumPercent: whole(1, 100), fromHeadcount: whole(1, 1000) }),
  standard: { juniorGrades: [8, 9], maximumPercent: 70, fromHeadcount: 5 },
  apply: ({ juniorGrades, maximumPercent, fromHeadcount }) => ({ people }) =>
    [...byDepartment(people.filter(({ away }) => !away), 'to')].flatMap(([unitCode, staff]) => {
      const juniors = staff.filter(({ grade }) => juniorGrades.some((junior) => junior === grade));
      const arrivals = juniors.filter(({ from }) => from?.departmentCode !== unitCode);
      if (staff.length < fromHeadcount || arrivals.length === 0 || juniors.length * 100 <= staff.length * maximumPercent) return [];
      const params = { department: departmentName(staff[0], 'to'), juniors: juniors.length, staff: staff.length, percent: maximumPercent };
      return [{ unitCode, people: arrivals.map(({ employeeNumber }) => employeeNumber), params }];
    }),
});
