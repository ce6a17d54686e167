import { record, whole } from '../../criteria/shape.js';
import { scoreRule } from '../rule.js';

/** Pregnancy, childcare, disability, illness or family need; victims of harassment stand before all other hardship. */
export const scoreHardship = scoreRule({
  code: 'SCORE_HARDSHIP',
  shape: record({ points: whole(0, 20_000), harassmentVictimPoints: whole(0, 20_000) }),
  standard: { points: 8000, harassmentVictimPoints: 15_000 },
  apply: ({ points, harassmentVictimPoints }) => ({ hardship }) =>
    hardship.includes('HARASSMENT_VICTIM') ? harassmentVictimPoints : hardship.length > 0 ? points : 0,
});
