import { choices, record, whole } from '../../criteria/shape.js';
import { setting } from '../rule.js';

export const EARLY_MOVE_GROUNDS = ['REORG', 'PROMOTION', 'DISCIPLINE', 'FAMILY_CARE', 'PROACTIVE_AWARD', 'DISCRETION'] as const;
export type EarlyMoveGround = (typeof EARLY_MOVE_GROUNDS)[number];

/**
 * Grounds on which minimum tenure may be cut short (지방공무원 임용령 §27). Moves at the appointing authority's discretion
 * are capped at a share of the year's transfers and reviewed by the personnel committee.
 */
export const earlyMove = setting({
  code: 'EARLY_MOVE',
  shape: record({ grounds: choices(...EARLY_MOVE_GROUNDS), discretionCapPercent: whole(0, 100) }),
  standard: { grounds: [...EARLY_MOVE_GROUNDS], discretionCapPercent: 10 },
});
