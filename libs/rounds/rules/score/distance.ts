import { record, whole } from '../../criteria/shape.js';
import { scoreRule } from '../rule.js';

/**
 * Dong offices near home: full points up to `nearKm`, none from `farKm` on, evenly less in between (원거리 근무 해소). Measured as
 * the crow flies from a home known to about a kilometre; district offices share one place and give nobody an advantage.
 */
export const scoreDistance = scoreRule({
  code: 'SCORE_DISTANCE',
  seatSpecific: true,
  shape: record({ points: whole(0, 20_000), nearKm: whole(0, 100), farKm: whole(1, 200) }),
  standard: { points: 2000, nearKm: 2, farKm: 10 },
  apply: ({ points, nearKm, farKm }) => ({ commuteKm }, { inDong, departmentCode }) => {
    const km = inDong ? commuteKm?.[departmentCode] : undefined;
    if (km === undefined) return 0;
    return Math.round(points * Math.min(1, Math.max(0, (farKm - km) / Math.max(1, farKm - nearKm))));
  },
});
