import { wishRule } from '../rule.js';
import { byMode, MODE_ONLY } from '../modes.js';

/**
 * Relatives do not serve in one department or reporting line (상피; local practice). Looks at those who stay where they
 * are; two people who both move are checked after the run. The text names nobody: relations are known to HR only.
 */
export const relatives = wishRule({
  code: 'RELATIVES',
  shape: MODE_ONLY,
  standard: { mode: 'FLAG' },
  apply: ({ mode }) => ({ person, seat }) =>
    seat !== null && person.separatedFrom.some((unit) => unit === seat.departmentCode || seat.lineCodes.includes(unit)) ? byMode(mode) : null,
});
