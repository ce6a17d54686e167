import type { Standing } from '../certificates/standing.js';
import { employeeCount, type Instance } from '../instance/instance.js';
import { MASKED_BELOW, type Route } from './facts.js';
import { PairwiseCutoffs, standingAnywhere } from './pairwise-cutoffs.js';
import type { Trades } from './trades.js';

/** What kept somebody out of a seat, way by way. */
export interface MissedRoutes {
  readonly routes: readonly Route[];
  /** Whether on some way the last one who came had the same score, so that the lottery decided. */
  readonly tied: boolean;
}

/** The ways into a seat that others took and a person could not, in scores; without scores there is nothing to tell. */
export class RouteReader {
  private readonly cutoffs: PairwiseCutoffs | null;

  constructor(private readonly instance: Instance, trades: Trades, assignment: Int32Array, standing: Standing, incumbentsFirst: boolean) {
    this.cutoffs = instance.basis !== 'scores' ? null : new PairwiseCutoffs(instance, trades, assignment, standingAnywhere(instance, standing), incumbentsFirst);
  }

  /** Only by seats where the person has a score; told are the ways that enough people went. */
  missed(person: number, seat: number): MissedRoutes {
    const { wishStart, wishSeat, wishScore, wishReason, current, currentStanding } = this.instance;
    const routes: Route[] = [];
    let tied = false;
    const look = (through: number, score: number): void => {
      const pair = this.cutoffs?.get(through, seat);
      if (pair === undefined || pair.people === 0) return;
      const cutoff = 65_535 - Math.floor(pair.last / employeeCount(this.instance));
      tied ||= cutoff === score;
      if (pair.people >= MASKED_BELOW && cutoff >= 0) routes.push({ through, score, cutoff });
    };
    const own = current[person]!;
    if (own >= 0 && currentStanding[person]! >= 0) look(own, currentStanding[person]!);
    for (let k = wishStart[person]!; k < wishStart[person + 1]!; k++) {
      if (wishSeat[k] !== own && (wishReason === null || wishReason[k] === 0)) look(wishSeat[k]!, wishScore[k]!);
    }
    // Without a trade first, then in the order of the seats: the same for everybody, whoever traded first.
    return { routes: routes.sort((a, b) => Number(b.through === seat) - Number(a.through === seat) || a.through - b.through), tied };
  }
}
