import { Lifecycle } from '#platform';
import type { Grievance } from './grievance.entity.js';

export const GRIEVANCE_KINDS = ['CONSULTATION', 'REVIEW', 'REHEARING'] as const satisfies readonly Grievance['kind'][];
export type GrievanceKind = Grievance['kind'];
export type GrievanceState = Grievance['state'];

/** A consultation ends in advice; a review finds for or against the person. */
export const ANSWER_KINDS = ['UPHELD', 'PARTLY_UPHELD', 'DISMISSED', 'ADVICE'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export const GRIEVANCE_LIFECYCLE = new Lifecycle<GrievanceState>(
  'grievance',
  { RECEIVED: ['IN_REVIEW', 'ANSWERED', 'WITHDRAWN'], IN_REVIEW: ['ANSWERED', 'WITHDRAWN'], ANSWERED: [], WITHDRAWN: [] },
  'RECEIVED',
  ['ANSWERED', 'WITHDRAWN'],
);

/** Still waiting for an answer. */
export const isOpen = (state: GrievanceState): boolean => state === 'RECEIVED' || state === 'IN_REVIEW';
