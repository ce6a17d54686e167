/** What a ballot says of the candidates it does not list: they come last together, or nothing. */
export type Unranked = 'tied-last' | 'no-opinion';

export const UNRANKED: readonly Unranked[] = ['tied-last', 'no-opinion'];

/**
 * The ballots of one election; equal ballots stand once, with their number. Candidates are numbers in the order of
 * `candidates`. Ballot `k` stands `counts[k]` times and lists `items[start[k] .. start[k + 1])`, best first, each item being
 * `2 × candidate`, plus 1 when it is tied with the item before it.
 */
export interface Profile {
  readonly candidates: readonly string[];
  readonly unranked: Unranked;
  readonly counts: Float64Array;
  readonly start: Uint32Array;
  readonly items: Uint16Array;
  /** Ballots in all. */
  readonly total: number;
}

/** An item holds a candidate in 16 bits, and the pairwise table grows with the square. */
export const MOST_CANDIDATES = 1000;

/** So that every sum of a count (halves and doubled scores included) stays an exact integer in a double. */
export const MOST_BALLOTS = 1_000_000_000_000;

/** Where the group that contains the item at `at` ends, within a ballot that ends before `end`. */
export function groupEnd(items: Uint16Array, at: number, end: number): number {
  let next = at + 1;
  while (next < end && (items[next]! & 1) === 1) next++;
  return next;
}
