import { record, whole } from '../../criteria/shape.js';
import { scoreRule } from '../rule.js';

/** A placement out of wish gives priority in the next round. */
export const scoreOutOfWish = scoreRule({
  code: 'SCORE_OUT_OF_WISH',
  shape: record({ points: whole(0, 20_000) }),
  standard: { points: 10_000 },
  apply: ({ points }) => (person) => (person.priorityFromLastRound ? points : 0),
});
