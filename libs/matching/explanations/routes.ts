import type { Standing } from '../certificates/standing.js';
import { employeeCount, type Instance } from '../instance/instance.js';
import { MASKED_BELOW, type Route } from './facts.js';
import { PairwiseCutoffs, standingAnywhere } from './pairwise-cutoffs.js';
import type { Trades } from './trades.js';

/** The ways into a seat that others took and a person could not, in scores; without scores there is nothing to tell. */
export class RouteReader {
  private readonly cutoffs: PairwiseCutoffs | null;

  constructor(private readonly instance: Instance, trades: Trades, assignment: Int32Array, standing: Standing, incumbentsFirst: boolean) {
    this.cutoffs = instance.basis !== 'scores' ? null : new PairwiseCutoffs(instance, trades, assignment, standingAnywhere(instance, standing), { incumbentsFirst, leastPeople: MASKED_BELOW });
  }

  /** Only by seats where the person has a score, and which enough people went through. */
  missed(person: number, seat: number): readonly Route[] {
    const routes: Route[] = [];
    for (const { through, last } of this.cutoffs?.into(seat) ?? []) {
      const score = this.scoreAt(person, through);
      const cutoff = 65_535 - Math.floor(last / employeeCount(this.instance));
      if (score !== null && cutoff >= 0) routes.push({ through, score, cutoff });
    }
    // Without a trade first, then in the order of the seats: the same for everybody, whoever traded first.
    return routes.sort((a, b) => Number(b.through === seat) - Number(a.through === seat) || a.through - b.through);
  }

  private scoreAt(person: number, seat: number): number | null {
    const { wishStart, wishSeat, wishScore, wishReason, current, currentStanding } = this.instance;
    if (current[person] === seat) return currentStanding[person]! < 0 ? null : currentStanding[person]!;
    for (let k = wishStart[person]!; k < wishStart[person + 1]!; k++) {
      if (wishSeat[k] === seat) return wishReason === null || wishReason[k] === 0 ? wishScore[k]! : null;
    }
    return null;
  }
}
