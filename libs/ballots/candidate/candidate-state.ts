import { Lifecycle } from '#platform';

export const CANDIDATE_STATES = ['NOMINATED', 'CONSENTED', 'DECLINED', 'REFUSED'] as const;

export type CandidateState = (typeof CANDIDATE_STATES)[number];

/** Nobody stands without having agreed; until the roll is closed one may think better of it, in both directions. */
export const CANDIDATE_LIFECYCLE = new Lifecycle<CandidateState>('ballot candidate', {
  NOMINATED: ['CONSENTED', 'DECLINED', 'REFUSED'],
  CONSENTED: ['DECLINED', 'REFUSED'],
  DECLINED: ['CONSENTED'],
  REFUSED: [],
}, 'NOMINATED', ['REFUSED']);
