import type { Instance } from '../instance/instance.js';

/** Before everybody who is not an incumbent at the own seat, where incumbents come first. */
const AHEAD = -(2 ** 52);

/**
 * Strict standings as one number each, lower is better, for the mechanisms that compare few pairs or need a whole list.
 * Under printed lists: the place in the list. Else: score (best first), then lottery; incumbents without a score last,
 * in the order of employees.
 */
export function standingsOf(instance: Instance, lottery: Int32Array, incumbentsFirst: boolean) {
  const people = instance.current.length;
  const byLists = instance.basis === 'priority';
  const atOwnSeat = (person: number): number => {
    const standing = instance.currentStanding[person]!;
    const printed = byLists ? standing : standing < 0 ? 65_536 * people + person : (65_535 - standing) * people + lottery[person]!;
    return incumbentsFirst ? AHEAD + printed : printed;
  };
  return {
    atOwnSeat,
    /** At the seat of wish number `wish`, an index into `wishSeat`. */
    atWish: (person: number, wish: number): number => {
      if (instance.wishSeat[wish] === instance.current[person]) return atOwnSeat(person);
      return byLists ? instance.wishRank[wish]! : (65_535 - instance.wishScore[wish]!) * people + lottery[person]!;
    },
  };
}
