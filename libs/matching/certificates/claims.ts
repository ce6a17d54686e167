import type { Instance } from '../instance/instance.js';
import { betterEnd, missesOwnSeat, type Holdings } from './holdings.js';

/**
 * Calls back for every seat that a person likes better than what they got and that is open to them; `wish` is the index of
 * the wish, or -1 for the own seat as the unlisted last wish. The callback ends the walk by returning true.
 */
export function forEachClaim(instance: Instance, holdings: Holdings, visit: (person: number, seat: number, wish: number) => boolean): void {
  const { wishStart, wishSeat, wishReason, current } = instance;
  for (let person = 0; person < current.length; person++) {
    const end = betterEnd(instance, holdings, person);
    for (let k = wishStart[person]!; k < end; k++) {
      if (wishReason !== null && wishReason[k] !== 0) continue;
      if (visit(person, wishSeat[k]!, k)) return;
    }
    if (missesOwnSeat(instance, holdings, person) && visit(person, current[person]!, -1)) return;
  }
}
