import type { Standing } from '../certificates/standing.js';
import { employeeCount, seatCount, type Instance } from '../instance/instance.js';
import type { Trades } from './trades.js';

export type StandingAt = (person: number, seat: number) => number;

/** How people came to one seat by standing first at another (the same: without a trade). */
export interface PairwiseCutoff {
  /** Those who came this way and were not lifted to the front of the first seat as its incumbents. */
  readonly people: number;
  /** The standing at the first seat of the last of all who came this way, by the order the mechanism used; lower is better. */
  readonly last: number;
}

/**
 * The cut-offs of top trading cycles (Leshno & Lo 2021, The Cutoff Structure of Top Trading Cycles in School Choice): for
 * each pair of seats the standing at the first of the last person who traded its place for the second. Whoever stands at
 * least as high at the first seat left while the second had a place, and so got it or one they like better: hence each
 * person holds the best seat that is open to them by some pair. No single cut-off for a seat has that property.
 */
export class PairwiseCutoffs {
  private readonly pairs = new Map<number, PairwiseCutoff>();
  private readonly seats: number;

  constructor(instance: Instance, trades: Trades, assignment: Int32Array, standingAt: StandingAt, incumbentsFirst: boolean) {
    this.seats = seatCount(instance);
    for (let person = 0; person < employeeCount(instance); person++) {
      const through = trades.gave(person);
      if (through < 0) continue;
      const to = assignment[person]!;
      const key = through * this.seats + to;
      const known = this.pairs.get(key);
      const lifted = incumbentsFirst && instance.current[person] === through;
      this.pairs.set(key, {
        people: (known?.people ?? 0) + (lifted ? 0 : 1), last: Math.max(known?.last ?? -Infinity, standingAt(person, through)),
      });
    }
  }

  /** Of those who came from one seat to another; undefined where nobody did. */
  get(through: number, to: number): PairwiseCutoff | undefined {
    return this.pairs.get(through * this.seats + to);
  }
}

/** Where a person stands, under scores, at the own seat or one wished for; behind everybody (`Infinity`) elsewhere. */
export function standingAnywhere({ wishStart, wishSeat, wishReason, current }: Instance, standing: Standing): StandingAt {
  return (person, seat) => {
    if (current[person] === seat) return standing.ofCurrent(person);
    for (let k = wishStart[person]!; k < wishStart[person + 1]!; k++) {
      if (wishSeat[k] === seat) return wishReason === null || wishReason[k] === 0 ? standing.ofWish(person, k) : Infinity;
    }
    return Infinity;
  };
}
