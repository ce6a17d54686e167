import { Lifecycle } from '#platform';
import type { Recusal } from './recusal.entity.js';

/** EXCLUSION 제척 (by law), CHALLENGE (asked for by the person concerned), SELF 회피 (by the officer). */
export const RECUSAL_TYPES = ['EXCLUSION', 'CHALLENGE', 'SELF'] as const satisfies readonly Recusal['type'][];
export type RecusalType = Recusal['type'];

export const RECUSAL_LIFECYCLE = new Lifecycle<Recusal['state']>(
  'recusal',
  { DECLARED: ['UPHELD', 'DISMISSED'], UPHELD: [], DISMISSED: [] },
  'DECLARED',
  ['UPHELD', 'DISMISSED'],
);
