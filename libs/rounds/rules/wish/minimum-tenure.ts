import { record, whole } from '../../criteria/shape.js';
import type { SeatFacts } from '../../facts/seat-facts.js';
import { wishRule } from '../rule.js';
import { byMode, MODE } from '../modes.js';
import { isWaived } from './waived.js';

/** Similar duties: posts of one bureau that ask for the same job series. */
const areSimilar = (from: SeatFacts, to: SeatFacts): boolean =>
  from.bureauCode !== null && from.bureauCode === to.bureauCode &&
  ((from.jobSeries.length === 0 && to.jobSeries.length === 0) || from.jobSeries.some((series) => to.jobSeries.includes(series)));

/**
 * Minimum tenure (필수보직기간, 지방공무원 임용령 §27): a time to be served in the post before a transfer, leave excluded.
 * Abolished posts, victims of harassment and granted exceptions are free of it.
 */
export const minimumTenure = wishRule({
  code: 'MINIMUM_TENURE',
  shape: record({ months: whole(0, 120), similarDutyMonths: whole(0, 120), mode: MODE }),
  standard: { months: 24, similarDutyMonths: 12, mode: 'GATE' },
  apply: ({ months, similarDutyMonths, mode }) => (wish) => {
    const { person, from, seat } = wish;
    if (person.postCode === null || person.displaced || person.hardship.includes('HARASSMENT_VICTIM')) return null;
    if (isWaived(wish, 'MINIMUM_TENURE')) return null;
    const required = from && seat && areSimilar(from, seat) ? Math.min(similarDutyMonths, months) : months;
    return person.tenureMonths < required ? byMode(mode, { months: person.tenureMonths, required }) : null;
  },
});
