import type { OptionTotals, PairwiseTotals } from '../counting/totals.js';
import type { MethodCode } from '../methods/method.js';
import { tallyOptions, tallyPairs } from '../tally.js';
import { approvedByMajority, beatNota, others, pairsAmong } from './nota.js';

/** What a ballot came to, in numbers of options. */
export interface Outcome {
  readonly kind: 'ELECTED' | 'NONE' | 'TIED';
  /** One when ELECTED, the tied ones when TIED (NOTA may be among them in plurality), nobody when NONE. */
  readonly winners: readonly number[];
  /** Every option once, best group first; the dropped ones make one group at the end. */
  readonly order: readonly (readonly number[])[];
  /** Options that the NOTA rule took out. */
  readonly dropped: readonly number[];
}

/**
 * A ballot counted from decrypted pairwise totals. With `nota` (the number of that option, else null) the options that do not
 * beat it are dropped first; the method then decides between the others alone; if none is left, NOTA has won.
 * @throws TotalsDoNotDecide, RangeError as `tallyPairs`
 */
export function outcomeOfPairs(totals: PairwiseTotals, method: MethodCode, nota: number | null): Outcome {
  if (nota === null) return outcome(tallyPairs(totals, method).order, [], null);
  // Also where nobody is left, so that totals that cannot be are refused.
  tallyPairs(totals, method);
  const kept = beatNota(totals, nota);
  const dropped = others(totals.options, nota).filter((option) => !kept.includes(option));
  if (kept.length === 0) return outcome([[nota], ...groupOf(dropped)], dropped, nota);
  const among = tallyPairs(pairsAmong(totals, kept), method).order.map((group) => group.map((option) => kept[option]!));
  return outcome([...among, [nota], ...groupOf(dropped)], dropped, nota);
}

/** Plurality from decrypted totals: NOTA wins like any option. @throws RangeError as `tallyOptions` */
export function outcomeOfPlurality(totals: OptionTotals, nota: number | null): Outcome {
  return outcome(tallyOptions(totals, 'plurality').order, [], nota);
}

/** Approval from decrypted totals: without more than half of the ballots cast a candidate is dropped. @throws RangeError as `tallyOptions` */
export function outcomeOfApproval(totals: OptionTotals): Outcome {
  const approved = approvedByMajority(totals);
  const dropped = [...totals.totals.keys()].filter((option) => !approved.includes(option));
  const order = tallyOptions(totals, 'approval').order.map((group) => group.filter((option) => approved.includes(option))).filter((group) => group.length > 0);
  if (order.length === 0) return { kind: 'NONE', winners: [], order: groupOf(dropped), dropped };
  return outcome([...order, ...groupOf(dropped)], dropped, null);
}

function outcome(order: readonly (readonly number[])[], dropped: readonly number[], nota: number | null): Outcome {
  const best = order[0] ?? [];
  if (best.length > 1) return { kind: 'TIED', winners: best, order, dropped };
  return best[0] === nota ? { kind: 'NONE', winners: [], order, dropped } : { kind: 'ELECTED', winners: best, order, dropped };
}

const groupOf = (options: readonly number[]): number[][] => (options.length === 0 ? [] : [[...options]]);
