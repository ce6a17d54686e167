import { record, whole } from '../../criteria/shape.js';
import { scoreRule } from '../rule.js';

/** Rotation between the district office and the dong: changing sides after a while on one of them. */
export const scoreRotation = scoreRule({
  code: 'SCORE_ROTATION',
  seatSpecific: true,
  shape: record({ points: whole(0, 20_000), afterMonths: whole(0, 600) }),
  standard: { points: 1000, afterMonths: 24 },
  apply: ({ points, afterMonths }) => (person, seat) =>
    person.postCode !== null && seat.inDong !== person.inDong && person.sideMonths >= afterMonths ? points : 0,
});
