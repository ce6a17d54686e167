import { groupEnd, type Profile } from '../profile/profile.js';
import type { PairwiseTotals } from './totals.js';

/**
 * The pairwise count of plain ballots. A listed candidate is before everybody in later groups and, with `tied-last`, before
 * everybody who is not listed; with `no-opinion` an unlisted candidate is compared with nobody. O(ballots × candidates²).
 */
export function countPairs({ candidates, unranked, counts, start, items }: Profile): PairwiseTotals {
  const options = candidates.length;
  const before = new Float64Array(options * options);
  const unlisted = new Int32Array(options);
  const listedBy = new Int32Array(options);
  for (let ballot = 0; ballot < counts.length; ballot++) {
    const count = counts[ballot]!;
    const end = start[ballot + 1]!;
    for (let at = start[ballot]!, next = at; at < end; at++) {
      if (at === next) next = groupEnd(items, at, end);
      const row = (items[at]! >> 1) * options;
      for (let other = next; other < end; other++) before[row + (items[other]! >> 1)]! += count;
    }
    if (unranked !== 'tied-last' || end - start[ballot]! === options) continue;
    for (let at = start[ballot]!; at < end; at++) listedBy[items[at]! >> 1] = ballot + 1;
    let rest = 0;
    for (let option = 0; option < options; option++) if (listedBy[option] !== ballot + 1) unlisted[rest++] = option;
    for (let at = start[ballot]!; at < end; at++) {
      const row = (items[at]! >> 1) * options;
      for (let other = 0; other < rest; other++) before[row + unlisted[other]!]! += count;
    }
  }
  return { options, before };
}
