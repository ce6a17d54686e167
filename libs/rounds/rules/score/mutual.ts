import { record, whole } from '../../criteria/shape.js';
import { scoreRule } from '../rule.js';

/** The receiving head requested this person for this post, without seeing any wish. */
export const scoreMutual = scoreRule({
  code: 'SCORE_MUTUAL',
  seatSpecific: true,
  shape: record({ points: whole(0, 20_000) }),
  standard: { points: 3000 },
  apply: ({ points }) => (person, seat) => (person.requestedFor.includes(seat.code) ? points : 0),
});
