import type { Instance } from '../instance/instance.js';
import { BY_STAYING, readHoldings } from './holdings.js';

export interface Metrics {
  readonly employees: number;
  readonly seats: number;
  readonly places: number;
  /** People by what they got: `byRank[0]` the first wish, `byRank[1]` the second, …; a listed own seat counts here. */
  readonly byRank: readonly number[];
  /** Kept the own seat without having listed it. */
  readonly stayed: number;
  readonly none: number;
  /** Hold another seat than before, or one where they had none. */
  readonly movers: number;
  readonly unfilledPlaces: number;
}

/** How many wishes the longest list has. */
export function longestList({ wishStart, current }: Instance): number {
  let longest = 0;
  for (let person = 0; person < current.length; person++) longest = Math.max(longest, wishStart[person + 1]! - wishStart[person]!);
  return longest;
}

/** What HR compares scenarios by. Linear in the wishes. */
export function measure(instance: Instance, assignment: Int32Array): Metrics {
  const holdings = readHoldings(instance, assignment);
  const { wishStart, current, capacity } = instance;
  const byRank = new Array<number>(longestList(instance)).fill(0);
  let stayed = 0, none = 0, movers = 0, places = 0, unfilledPlaces = 0;
  for (let person = 0; person < current.length; person++) {
    const given = holdings.given[person]!;
    if (given >= 0) byRank[given - wishStart[person]!]!++;
    else if (given === BY_STAYING) stayed++;
    else none++;
    if (assignment[person]! >= 0 && assignment[person] !== current[person]) movers++;
  }
  for (let seat = 0; seat < capacity.length; seat++) {
    places += capacity[seat]!;
    unfilledPlaces += Math.max(0, holdings.free[seat]!);
  }
  return { employees: current.length, seats: capacity.length, places, byRank, stayed, none, movers, unfilledPlaces };
}
