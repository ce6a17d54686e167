import { deferredAcceptance } from './deferred-acceptance.js';
import type { Mechanism } from './mechanism.js';

/**
 * Deferred acceptance with the right to stay (DA*; Compte & Jehiel 2008; Combe, Tercieux & Terrier 2022): an incumbent
 * outranks all others at their own seat.
 */
export const daStar: Mechanism = {
  code: 'da-star',
  incumbentsFirst: true,
  rightToStay: true,
  decidesBy: 'standing',
  strategyProof: 'always',
  guarantees: ['feasible', 'individuallyRational', 'nonWasteful', 'noJustifiedEnvy', 'stable'],
  run: (instance, draw) => deferredAcceptance(instance, draw, true),
};
