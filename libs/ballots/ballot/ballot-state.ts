import { Lifecycle } from '#platform';

export const BALLOT_STATES = ['DRAFT', 'NOMINATING', 'PREPARED', 'OPEN', 'CLOSED', 'TALLIED', 'DECIDED', 'CANCELLED', 'FAILED', 'SUPERSEDED'] as const;

export type BallotState = (typeof BALLOT_STATES)[number];

/**
 * A ballot goes one way only: what voters relied on is never changed under them. It can be called off until the first
 * endorsement. A failed one, and one whose tie or empty result asks for another, is superseded by a new ballot that names it.
 */
export const BALLOT_LIFECYCLE = new Lifecycle<BallotState>('ballot', {
  DRAFT: ['NOMINATING', 'CANCELLED'],
  NOMINATING: ['PREPARED', 'CANCELLED'],
  PREPARED: ['OPEN', 'CANCELLED'],
  OPEN: ['CLOSED', 'CANCELLED'],
  CLOSED: ['TALLIED', 'FAILED', 'CANCELLED'],
  TALLIED: ['DECIDED', 'SUPERSEDED'],
  FAILED: ['SUPERSEDED'],
  DECIDED: [],
  CANCELLED: [],
  SUPERSEDED: [],
}, 'DRAFT', ['DECIDED', 'CANCELLED', 'SUPERSEDED', 'FAILED']);

/** Moves that are published with a reason. A superseded ballot is named by the one that replaces it. */
export const needsReason = (to: BallotState): boolean => to === 'CANCELLED' || to === 'FAILED';

/** A ballot over the same post may not begin while one of these is under way. */
export const UNDER_WAY: readonly BallotState[] = ['DRAFT', 'NOMINATING', 'PREPARED', 'OPEN', 'CLOSED'];
