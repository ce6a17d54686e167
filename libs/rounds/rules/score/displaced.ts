import { record, whole } from '../../criteria/shape.js';
import { scoreRule } from '../rule.js';

/** Who lost the post to a reorganisation or merger comes before everybody who still has one. */
export const scoreDisplaced = scoreRule({
  code: 'SCORE_DISPLACED',
  shape: record({ points: whole(0, 20_000) }),
  standard: { points: 20_000 },
  apply: ({ points }) => (person) => (person.displaced ? points : 0),
});
