import type { Group } from '../groups/group.js';
import { readPoint } from '../groups/texts.js';
import { interpolate } from '../keygen/polynomial.js';
import { openTotals, type Aggregate } from './aggregate.js';
import type { DecryptionShare } from './decryption-share.js';
import { smallLogarithms } from './discrete-log.js';

/**
 * The totals in clear, from k shares that were checked. All shares beyond the first k are left aside: any k give the same.
 * @throws RangeError for fewer than k shares, two of one trustee, or a total that is no number of ballots
 */
export function combineShares(group: Group, aggregate: Aggregate, shares: readonly DecryptionShare[], k: number): number[] {
  const used = [...shares].sort((a, b) => a.trustee - b.trustee).slice(0, k);
  if (used.length < k || new Set(used.map(({ trustee }) => trustee)).size < k) throw new RangeError('fewer than k shares');
  const logarithm = smallLogarithms(group, aggregate.counted);
  return openTotals(group, aggregate).map(({ b }, total) => {
    const mask = interpolate(group, used.map(({ trustee, factors }) => ({ place: trustee, point: readPoint(group, factors[total]?.factor ?? '', `factors[${total}]`) })));
    const found = logarithm(group.subtract(b, mask));
    if (found === undefined) throw new RangeError('a total that is no number of ballots');
    return found;
  });
}
