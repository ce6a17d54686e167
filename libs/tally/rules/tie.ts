/**
 * What settles a tie, frozen before the ballot opens: a new ballot between the tied (`runoff`), the one who comes first in a
 * frozen order (`seniority`), the appointing authority among the tied (`mayor`), or a `lot` from numbers that were committed to.
 */
export const TIE_RULES = ['runoff', 'seniority', 'mayor', 'lot'] as const;

export type TieRule = (typeof TIE_RULES)[number];

export interface TieMeans {
  /** Every option, first the one who takes precedence. */
  readonly seniority?: readonly number[];
  /**
   * A ticket for each option, fixed by the committed numbers (say a hash of them with the option), the smallest text wins;
   * null when a number was withheld, and then the mayor decides.
   */
  readonly ticket?: ((option: number) => string) | null;
}

/** Who is chosen, or whose decision it is. Never hidden: `by` is recorded with the result. */
export type TieSettled = { readonly chosen: number; readonly by: 'seniority' | 'lot' } | { readonly chosen: null; readonly by: 'runoff' | 'mayor' };

/** @throws RangeError when the rule lacks its means, or the means do not tell the tied apart */
export function settleTie(rule: TieRule, tied: readonly number[], { seniority, ticket }: TieMeans = {}): TieSettled {
  if (tied.length < 2) throw new RangeError('fewer than two are tied');
  if (rule === 'runoff' || rule === 'mayor') return { chosen: null, by: rule };
  if (rule === 'lot') {
    if (ticket === null) return { chosen: null, by: 'mayor' };
    if (ticket === undefined) throw new RangeError('the lot needs tickets');
    return { chosen: first(tied.map((option) => [option, ticket(option)])), by: 'lot' };
  }
  const places = tied.map((option): [number, number] => [option, seniority?.indexOf(option) ?? -1]);
  if (places.some(([, place]) => place < 0)) throw new RangeError('the order of seniority leaves out somebody who is tied');
  return { chosen: first(places), by: 'seniority' };
}

function first<Key extends string | number>(keyed: readonly (readonly [number, Key])[]): number {
  const [best, next] = [...keyed].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
  if (best === undefined || best[1] === next?.[1]) throw new RangeError('the means do not tell the tied apart');
  return best[0];
}
