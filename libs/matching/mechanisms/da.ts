import { deferredAcceptance } from './deferred-acceptance.js';
import type { Mechanism } from './mechanism.js';

/** Employee-proposing deferred acceptance (Gale & Shapley 1962): the present seat gives no right, only the last wish. */
export const da: Mechanism = {
  code: 'da',
  incumbentsFirst: false,
  rightToStay: false,
  decidesBy: 'standing',
  strategyProof: 'always',
  guarantees: ['feasible', 'nonWasteful', 'stable'],
  run: (instance, draw) => deferredAcceptance(instance, draw, false),
};
