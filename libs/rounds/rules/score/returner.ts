import { record, whole } from '../../criteria/shape.js';
import { scoreRule } from '../rule.js';

/** Returners from leave or secondment choose with priority. */
export const scoreReturner = scoreRule({
  code: 'SCORE_RETURNER',
  shape: record({ points: whole(0, 20_000) }),
  standard: { points: 4000 },
  apply: ({ points }) => (person) => (person.returner ? points : 0),
});
