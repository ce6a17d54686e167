import { choice, choices, record, whole } from '../../criteria/shape.js';
import { mustMoveRule } from '../rule.js';

/**
 * Whoever has served in one post for so long has to move. Hardship, a frozen post and the term of a specialist
 * (전문직위) come before it.
 */
export const longTenure = mustMoveRule({
  code: 'LONG_TENURE',
  shape: record({ months: whole(12, 240), mode: choice('FORCE', 'FLAG', 'OFF'), grades: choices(0, 4, 5, 6, 7, 8, 9) }),
  standard: { months: 36, mode: 'FORCE', grades: [6, 7, 8, 9] },
  apply: ({ months, mode, grades }) => (person, from, fromFrozen) => {
    if (mode === 'OFF' || from === null || fromFrozen || person.hardship.length > 0) return null;
    if (!grades.some((grade) => grade === person.grade)) return null;
    const due = Math.max(months, person.specialistTermMonths ?? 0);
    return person.tenureMonths >= due ? mode : null;
  },
});
