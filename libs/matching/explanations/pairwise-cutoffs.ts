import type { Standing } from '../certificates/standing.js';
import { employeeCount, seatCount, type Instance } from '../instance/instance.js';
import type { Trades } from './trades.js';

export type StandingAt = (person: number, seat: number) => number;

export interface PairOptions {
  readonly incumbentsFirst: boolean;
  /** Ways that fewer people took are left out. */
  readonly leastPeople: number;
}

/** How people came to one seat by standing first at another. */
export interface PairwiseCutoff {
  /** The seat at which they stood first, and the seat that they took for its place (the same: without a trade). */
  readonly through: number;
  readonly to: number;
  /** Those who came this way and were not lifted to the front of `through` as its incumbents. */
  readonly people: number;
  /** The standing at `through` of the last of all who came this way, by the order the mechanism used; lower is better. */
  readonly last: number;
}

/**
 * The cut-offs of top trading cycles (Leshno & Lo 2021, The Cutoff Structure of Top Trading Cycles in School Choice): for
 * each pair of seats the standing at the first of the last person who traded its place for the second. Whoever stands at
 * least as high at the first seat left while the second had a place, and so got it or one they like better: hence each
 * person holds the best seat that is open to them by some pair. No single cut-off for a seat has that property.
 */
export class PairwiseCutoffs {
  private readonly pairs = new Map<number, PairwiseCutoff[]>();

  constructor(instance: Instance, trades: Trades, assignment: Int32Array, standingAt: StandingAt, { incumbentsFirst, leastPeople }: PairOptions) {
    const seats = seatCount(instance);
    const byPair = new Map<number, PairwiseCutoff>();
    for (let person = 0; person < employeeCount(instance); person++) {
      const through = trades.gave(person);
      if (through < 0) continue;
      const to = assignment[person]!;
      const key = through * seats + to;
      const known = byPair.get(key);
      const lifted = incumbentsFirst && instance.current[person] === through;
      byPair.set(key, {
        through, to, people: (known?.people ?? 0) + (lifted ? 0 : 1), last: Math.max(known?.last ?? -Infinity, standingAt(person, through)),
      });
    }
    for (const pair of byPair.values()) {
      if (pair.people < leastPeople) continue;
      const into = this.pairs.get(pair.to);
      if (into === undefined) this.pairs.set(pair.to, [pair]);
      else into.push(pair);
    }
  }

  /** Every way by which somebody came to the seat. */
  into(seat: number): readonly PairwiseCutoff[] {
    return this.pairs.get(seat) ?? [];
  }
}

/** Where a person stands at any seat; behind everybody (`Infinity`) where they are on no list. */
export function standingAnywhere(instance: Instance, standing: Standing): StandingAt {
  const { wishStart, wishSeat, wishReason, current, priority } = instance;
  const listed = priority === null ? null : new Map<number, Map<number, number>>();
  const placeInList = (person: number, seat: number): number => {
    if (listed === null || priority === null) return Infinity;
    let places = listed.get(seat);
    if (places === undefined) {
      places = new Map();
      for (let q = priority.start[seat]!; q < priority.start[seat + 1]!; q++) places.set(priority.person[q]!, q - priority.start[seat]!);
      listed.set(seat, places);
    }
    return places.get(person) ?? Infinity;
  };
  return (person, seat) => {
    if (current[person] === seat) return standing.ofCurrent(person);
    for (let k = wishStart[person]!; k < wishStart[person + 1]!; k++) {
      if (wishSeat[k] === seat) return wishReason === null || wishReason[k] === 0 ? standing.ofWish(person, k) : Infinity;
    }
    return placeInList(person, seat);
  };
}
