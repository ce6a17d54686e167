/** Grounds on which minimum tenure may be cut short (지방공무원 임용령 §27). */
export const EARLY_MOVE_GROUNDS = ['REORG', 'PROMOTION', 'DISCIPLINE', 'FAMILY_CARE', 'PROACTIVE_AWARD', 'DISCRETION'] as const;

export type EarlyMoveGround = (typeof EARLY_MOVE_GROUNDS)[number];
