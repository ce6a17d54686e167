import type { Mechanism } from './mechanism.js';
import { topTradingCycles } from './top-trading-cycles.js';

/** Top trading cycles with the right to stay: each seat points at its own incumbents before all others. */
export const ttcStar: Mechanism = {
  code: 'ttc-star',
  incumbentsFirst: true,
  rightToStay: true,
  decidesBy: 'trades',
  strategyProof: 'printed-lists',
  guarantees: ['feasible', 'individuallyRational', 'nonWasteful', 'paretoEfficient'],
  run: (instance, draw) => topTradingCycles(instance, draw, true),
};
