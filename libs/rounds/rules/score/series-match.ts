import { record, whole } from '../../criteria/shape.js';
import { scoreRule } from '../rule.js';

/** The post names the person's own job series. */
export const scoreSeriesMatch = scoreRule({
  code: 'SCORE_SERIES_MATCH',
  seatSpecific: true,
  shape: record({ points: whole(0, 20_000) }),
  standard: { points: 500 },
  apply: ({ points }) => (person, seat) => (seat.jobSeries.includes(person.jobSeries) ? points : 0),
});
