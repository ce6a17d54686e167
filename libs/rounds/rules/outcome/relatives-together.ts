import { record, yesNo } from '../../criteria/shape.js';
import { outcomeRule } from '../rule.js';
import type { PlacedPerson } from './placement-view.js';

const inOneLine = (a: PlacedPerson, b: PlacedPerson): boolean =>
  a.to !== null && b.to !== null && (a.to.lineCodes.includes(b.to.unitCode) || b.to.lineCodes.includes(a.to.unitCode));

/** Two people who must not serve together end in one department, or one above the other in the reporting line (상피). */
export const relativesTogether = outcomeRule({
  code: 'RELATIVES_TOGETHER',
  shape: record({ check: yesNo }),
  standard: { check: true },
  apply: ({ check }) => ({ people, separations }) => {
    if (!check) return [];
    const byNumber = new Map(people.map((person) => [person.employeeNumber, person]));
    return separations.flatMap(([first, second]) => {
      const a = byNumber.get(first);
      const b = byNumber.get(second);
      if (!a?.to || !b?.to || (a.to.departmentCode !== b.to.departmentCode && !inOneLine(a, b))) return [];
      return [{ unitCode: a.to.departmentCode, people: [first, second], params: { department: a.to.department } }];
    });
  },
});
