import { record, whole } from '../../criteria/shape.js';
import { scoreRule } from '../rule.js';

/** Long service in one post (장기근속): who is due to move chooses before who is not. */
export const scoreLongTenure = scoreRule({
  code: 'SCORE_LONG_TENURE',
  shape: record({ points: whole(0, 20_000), fromMonths: whole(1, 600) }),
  standard: { points: 2000, fromMonths: 36 },
  apply: ({ points, fromMonths }) => (person) => (person.tenureMonths >= fromMonths ? points : 0),
});
