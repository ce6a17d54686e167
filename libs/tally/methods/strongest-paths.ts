import type { PairwiseTotals } from '../counting/totals.js';
import { strengthOf, type StrengthRule } from '../rules/strength.js';
import { orderByLayers, standingOf, type Standing } from './standing.js';

/**
 * The Schulze method: a path is as strong as its weakest link; A beats B when A's strongest path to B is stronger than B's to
 * A, which is transitive. Source: Schulze 2011, A new monotonic, clone-independent, reversal symmetric, and
 * Condorcet-consistent single-winner election method, section 2.2; strongest paths by its variant of Floyd 1962, O(options³).
 */
export function schulzeStanding({ options, before }: PairwiseTotals, rule: StrengthRule): Standing {
  const path = new Float64Array(options * options);
  for (let a = 0; a < options; a++) {
    for (let b = 0; b < options; b++) path[a * options + b] = a === b ? 0 : strengthOf(rule, before[a * options + b]!, before[b * options + a]!);
  }
  for (let via = 0; via < options; via++) {
    for (let a = 0; a < options; a++) {
      const toVia = path[a * options + via]!;
      if (toVia === 0) continue;
      for (let b = 0; b < options; b++) {
        const strength = Math.min(toVia, path[via * options + b]!);
        if (strength > path[a * options + b]!) path[a * options + b] = strength;
      }
    }
  }
  return standingOf(orderByLayers(options, (a, b) => path[a * options + b]! > path[b * options + a]!));
}
