import { groupBy } from '../instance/ranks.js';
import type { Instance } from '../instance/instance.js';

/** A person's present seat counts as the last wish when it is not among the wishes: this index says that it was given so. */
export const BY_STAYING = -2;
/** No seat, or one that was never open to the person. */
export const BY_NOTHING = -1;

/** An assignment seen from both sides. */
export interface Holdings {
  readonly assignment: Int32Array;
  /** By person: the index of the wish that was given, `BY_STAYING` or `BY_NOTHING`. */
  readonly given: Int32Array;
  /** Holders of seat `s`: `holder[start[s] .. start[s + 1]]`. */
  readonly start: Int32Array;
  readonly holder: Int32Array;
  /** Places that nobody holds; negative where a seat holds too many. */
  readonly free: Int32Array;
}

export function readHoldings(instance: Instance, assignment: Int32Array): Holdings {
  const { wishStart, wishSeat, wishReason, current, capacity } = instance;
  const given = new Int32Array(current.length).fill(BY_NOTHING);
  for (let person = 0; person < current.length; person++) {
    const seat = assignment[person]!;
    if (seat < 0) continue;
    for (let k = wishStart[person]!; k < wishStart[person + 1]!; k++) {
      if (wishSeat[k] !== seat) continue;
      if (wishReason === null || wishReason[k] === 0) given[person] = k;
      break;
    }
    if (given[person] === BY_NOTHING && seat === current[person]) given[person] = BY_STAYING;
  }
  const { start, item } = groupBy(assignment, capacity.length);
  const free = capacity.map((places, seat) => places - (start[seat + 1]! - start[seat]!));
  return { assignment, given, start, holder: item, free };
}

/**
 * Where the wishes that a person likes better than what they got end (exclusive). Who stays at an unlisted seat likes
 * every wish better; so does who got nothing, unless they may still fall back on the own seat, which `OWN_SEAT` checks see.
 */
export function betterEnd(instance: Instance, holdings: Holdings, person: number): number {
  const given = holdings.given[person]!;
  return given >= 0 ? given : instance.wishStart[person + 1]!;
}

/** Whether the person lost an unlisted own seat which they like better than what they got (nothing). */
export function missesOwnSeat(instance: Instance, holdings: Holdings, person: number): boolean {
  const own = instance.current[person]!;
  if (own < 0 || holdings.given[person] !== BY_NOTHING) return false;
  for (let k = instance.wishStart[person]!; k < instance.wishStart[person + 1]!; k++) {
    if (instance.wishSeat[k] === own) return false;
  }
  return true;
}
