import type { Instance } from './instance.js';

export function longestList({ current, wishStart }: Instance): number {
  let longest = 0;
  for (let person = 0; person < current.length; person++) longest = Math.max(longest, wishStart[person + 1]! - wishStart[person]!);
  return longest;
}

/**
 * What keeping the own seat, or having none, costs a person in the total rank: the position of a listed own seat, else the
 * longest list of the instance plus one, for everybody alike, so that a short list brings no advantage.
 */
export function stayingCost(instance: Instance): (person: number) => number {
  const { current, wishStart, wishSeat } = instance;
  const unlisted = longestList(instance) + 1;
  return (person) => {
    const own = current[person]!;
    for (let k = wishStart[person]!; own >= 0 && k < wishStart[person + 1]!; k++) if (wishSeat[k] === own) return k - wishStart[person]! + 1;
    return unlisted;
  };
}
