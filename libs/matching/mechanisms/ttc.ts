import type { Mechanism } from './mechanism.js';
import { topTradingCycles } from './top-trading-cycles.js';

/** Top trading cycles by the printed priorities; the own seat gives no right, only the last wish. */
export const ttc: Mechanism = {
  code: 'ttc',
  incumbentsFirst: false,
  rightToStay: false,
  decidesBy: 'trades',
  strategyProof: 'printed-lists',
  guarantees: ['feasible', 'nonWasteful', 'paretoEfficient'],
  run: (instance, draw) => topTradingCycles(instance, draw, false),
};
