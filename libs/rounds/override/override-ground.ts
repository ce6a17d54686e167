import { Lifecycle } from '#platform';
import type { PlacementOverride } from './placement-override.entity.js';

/** Why HR departs from what the run proposed. The text behind HARDSHIP is for HR and the person alone. */
export const OVERRIDE_GROUNDS = ['VIOLATION', 'HARDSHIP', 'DUTY_NEED', 'FACT_CORRECTION', 'COMMITTEE_REQUEST', 'NO_PLACE'] as const;
export type OverrideGround = (typeof OVERRIDE_GROUNDS)[number];

export type OverrideState = PlacementOverride['state'];

/** WITHDRAWN also by a round that goes back behind the placement. */
export const OVERRIDE_LIFECYCLE = new Lifecycle<OverrideState>(
  'override',
  { PROPOSED: ['APPROVED', 'REJECTED', 'WITHDRAWN'], APPROVED: ['WITHDRAWN'], REJECTED: [], WITHDRAWN: [] },
  'PROPOSED',
  ['REJECTED', 'WITHDRAWN'],
);
