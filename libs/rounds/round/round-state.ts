import { Lifecycle } from '#platform';
import type { PlacementRound } from './placement-round.entity.js';

export type RoundState = PlacementRound['state'];

/** State → where a round may go back to, always with a reason that everyone concerned sees. */
export const WAY_BACK: Readonly<Partial<Record<RoundState, RoundState>>> = {
  NOTICED: 'DRAFT', // notice corrected
  CLOSED: 'OPEN', // filing reopened for all
  MATCHED: 'CLOSED', // run again
  REVIEWED: 'MATCHED', // sent back by the committee
  APPROVED: 'REVIEWED', // withdrawn before orders
};

/**
 * From here HR goes back by itself. What the committee endorsed and the mayor approved, only they take back (지방공무원법 §6, §8),
 * by the review and the approval.
 */
export const WAY_BACK_OF_HR: readonly RoundState[] = ['NOTICED', 'CLOSED', 'MATCHED'];

/** After ORDERED only correction orders (정정발령) follow; a round can be called off in every state before it. */
export const ROUND_LIFECYCLE = new Lifecycle<RoundState>('placement round', {
  DRAFT: ['NOTICED', 'CANCELLED'],
  NOTICED: ['OPEN', 'DRAFT', 'CANCELLED'],
  OPEN: ['CLOSED', 'CANCELLED'],
  CLOSED: ['MATCHED', 'OPEN', 'CANCELLED'],
  MATCHED: ['REVIEWED', 'CLOSED', 'CANCELLED'],
  REVIEWED: ['APPROVED', 'MATCHED', 'CANCELLED'],
  APPROVED: ['ORDERED', 'REVIEWED', 'CANCELLED'],
  ORDERED: ['ARCHIVED'],
  ARCHIVED: [],
  CANCELLED: [],
}, 'DRAFT', ['ARCHIVED', 'CANCELLED']);

export const ROUND_STATES = ROUND_LIFECYCLE.states;

/** Whether going from one to the other needs a written reason. */
export const needsReason = (from: RoundState, to: RoundState): boolean => to === 'CANCELLED' || WAY_BACK[from] === to;
