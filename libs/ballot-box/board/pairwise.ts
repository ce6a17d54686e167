import type { PairwiseTotals } from '#tally';
import { range, type BallotKind } from '../kinds/layout.js';

/**
 * The table of who was put before whom, from decrypted totals of a ranking. A strict ranking has a bit for each pair
 * i < j, and whoever does not put i before j puts j before i; a weak one has a bit for each ordered pair.
 */
export function pairwiseTotals(kind: BallotKind, options: number, counted: number, totals: readonly number[]): PairwiseTotals {
  const before = new Float64Array(options * options);
  let bit = 0;
  for (const i of range(options)) for (const j of range(options)) {
    if (i === j || (kind === 'strict-ranking' && j < i)) continue;
    const total = totals[bit++] ?? 0;
    before[i * options + j] = total;
    if (kind === 'strict-ranking') before[j * options + i] = counted - total;
  }
  return { options, before };
}
