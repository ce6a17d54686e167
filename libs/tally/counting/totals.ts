/**
 * How many ballots put one option before another: `before[a * options + b]`, a before b. All that the pairwise methods need,
 * whether counted here or decrypted as totals.
 */
export interface PairwiseTotals {
  readonly options: number;
  readonly before: Float64Array;
}

/** One number for each option: votes or approvals, and how many ballots were cast in all. */
export interface OptionTotals {
  readonly totals: readonly number[];
  readonly ballots: number;
}

/** @throws RangeError when the matrix has another size, or holds anything but integers of 0 or more */
export function checkPairwise({ options, before }: PairwiseTotals): void {
  if (!Number.isInteger(options) || options < 1 || before.length !== options * options) throw new RangeError(`a table of ${options} by ${options} is needed`);
  if (!before.every((count) => Number.isSafeInteger(count) && count >= 0)) throw new RangeError('totals are integers of 0 or more');
}

/** @throws RangeError when there is no option, or a total is no integer between 0 and the number of ballots */
export function checkOptions({ totals, ballots }: OptionTotals): void {
  if (totals.length === 0) throw new RangeError('there is no option');
  if (!totals.every((count) => Number.isSafeInteger(count) && count >= 0 && count <= ballots)) throw new RangeError('totals lie between 0 and the number of ballots');
}
