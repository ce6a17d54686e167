import { wishRule } from '../rule.js';
import { byMode, MODE_ONLY } from '../modes.js';
import { isWaived } from './waived.js';

/** A specialist post (전문직위) keeps its holder for the 36 or 60 months for which it was designated. */
export const specialistTenure = wishRule({
  code: 'SPECIALIST_TENURE',
  shape: MODE_ONLY,
  standard: { mode: 'GATE' },
  apply: ({ mode }) => (wish) => {
    const { person } = wish;
    const required = person.specialistTermMonths;
    if (required === null || person.displaced || person.hardship.includes('HARASSMENT_VICTIM')) return null;
    if (isWaived(wish, 'SPECIALIST_TENURE')) return null;
    return person.tenureMonths < required ? byMode(mode, { months: person.tenureMonths, required }) : null;
  },
});
