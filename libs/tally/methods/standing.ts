/** What a method says, in numbers of options. */
export interface Standing {
  /** Every winner, more than one when tied; none where an elimination is tied. */
  readonly winners: readonly number[];
  /** Groups from the best to the last; two in one group are tied or incomparable. */
  readonly order: readonly (readonly number[])[];
  /** The groups that the rule cannot decide. */
  readonly ties: readonly (readonly number[])[];
  /** For methods that score: of each option, for people; equality was decided on exact numbers. */
  readonly scores?: readonly number[];
  /** For IRV: votes of each continuing option in each round; null = eliminated. */
  readonly rounds?: readonly (readonly (number | null)[])[];
}

/** The standing of an order: its first group wins, and every group of more than one is a tie. */
export function standingOf(order: readonly (readonly number[])[]): Standing {
  return { winners: order[0] ?? [], order, ties: order.filter((group) => group.length > 1) };
}

/** By falling score, equal scores one group. Scores must be exact (integers). */
export function orderByScore(options: readonly number[], score: (option: number) => number | bigint): number[][] {
  const sorted = [...options].sort((a, b) => (score(a) < score(b) ? 1 : score(a) > score(b) ? -1 : a - b));
  const groups: number[][] = [];
  for (const option of sorted) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && score(last[0]) === score(option)) last.push(option);
    else groups.push([option]);
  }
  return groups;
}

/** The layers of a partial order: everyone beaten by nobody, take them out, again. `beats` must have no cycle. */
export function orderByLayers(options: number, beats: (a: number, b: number) => boolean): number[][] {
  let left = Array.from({ length: options }, (_, option) => option);
  const layers: number[][] = [];
  while (left.length > 0) {
    const layer = left.filter((option) => !left.some((other) => beats(other, option)));
    if (layer.length === 0) throw new RangeError('the relation has a cycle');
    layers.push(layer);
    left = left.filter((option) => !layer.includes(option));
  }
  return layers;
}
