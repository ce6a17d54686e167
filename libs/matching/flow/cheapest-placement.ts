import { heartbeat, type Watch } from '../mechanisms/mechanism.js';
import { Chains } from './chains.js';
import { Distances } from './distances.js';
import { FlowState } from './flow-state.js';
import type { OptionRows } from './option-rows.js';
import { UNREAD } from './roster.js';

/**
 * Minimum-cost placement of all rows of `OptionRows` by the primal-dual method (Ford & Fulkerson 1957; for assignments,
 * Kuhn 1955), everybody without a place at once: the distance to the nearest place (`Distances`) raises the prices of all
 * seats nearer than that, then as many people as possible are placed along chains that cost nothing (`Chains`). Costs are
 * small whole numbers that go by rank, so there are few distinct distances, and few rounds.
 *
 * At the end `costOf[rank] + price[seat]` is, for everybody, least at the seat they have, and a seat in which a place stays
 * free has the price of `nowhere`: by the duality of linear programming the total is least.
 */
export class CheapestPlacement extends FlowState {
  private readonly distances: Distances;
  private readonly chains: Chains;

  constructor(rows: OptionRows) {
    super(rows);
    this.distances = new Distances(this);
    this.chains = new Chains(this, this.distances);
  }

  /**
   * Places everybody at the least total of `costOf[rank]` (whole numbers from 0). Whoever already has a seat that is their
   * cheapest begins there; the others give theirs back. Throws SolveCancelled.
   */
  place(costOf: Int32Array, watch: Watch): void {
    this.begin(costOf);
    const people = this.waiting.length;
    while (this.waitingCount > 0) {
      heartbeat(watch, people - this.waitingCount, people);
      const { distance, found } = this.distances.toNearestPlace();
      this.raisePrices(distance);
      if (found && this.chains.follow() === 0) throw new Error('a place was found that no chain leads to');
    }
    heartbeat(watch, people, people);
  }

  /**
   * Leaves of everybody's options those that were cheapest at the end of `place`, and fixes which seats must be full: from
   * now on whatever is placed has that same least total (complementary slackness). Gives the number of options left at each rank.
   */
  keepCheapest(): Int32Array {
    const { rows: { start, end, seat, rank, nowhere, fallback }, roster: { taken }, price, costOf, mustFill } = this;
    const left = new Int32Array(fallback + 1);
    for (let row = 0; row < start.length; row++) {
      const has = taken[row]!;
      const worth = costOf[rank[has]!]! + price[seat[has]!]!;
      let kept = start[row]!;
      for (let k = start[row]!; k < end[row]!; k++) {
        if (costOf[rank[k]!]! + price[seat[k]!]! !== worth) continue;
        if (k === has) taken[row] = kept;
        left[rank[k]!]!++;
        seat[kept] = seat[k]!;
        rank[kept++] = rank[k]!;
      }
      end[row] = kept;
    }
    for (let one = 0; one < nowhere; one++) if (price[one] !== price[nowhere]) mustFill[one] = 1;
    return left;
  }

  private begin(costOf: Int32Array): void {
    const { rows: { start, end, seat, rank }, roster, mustFill, least } = this;
    this.costOf = costOf;
    this.cheapestFrom = costOf.slice();
    for (let one = costOf.length - 2; one >= 0; one--) this.cheapestFrom[one] = Math.min(costOf[one]!, this.cheapestFrom[one + 1]!);
    this.price.fill(0);
    roster.margin.fill(UNREAD);
    this.risen = 0;
    this.mustRoom = 0;
    for (let row = 0; row < start.length; row++) {
      let cheapest = costOf[rank[start[row]!]!]!;
      for (let k = start[row]! + 1; k < end[row]!; k++) cheapest = Math.min(cheapest, costOf[rank[k]!]!);
      least[row] = cheapest;
      const taken = roster.taken[row]!;
      if (taken >= 0 && costOf[rank[taken]!] === cheapest) continue;
      if (taken >= 0) {
        roster.leave(row);
        this.mustRoom += mustFill[seat[taken]!]!;
      }
      this.waiting[this.waitingCount++] = row;
    }
  }

  /** Seats that are nearer than the nearest place become dearer by the difference, and so do the people who wait. */
  private raisePrices(nearest: number): void {
    const { price, distances } = this;
    for (let seat = 0; seat < price.length; seat++) price[seat]! += Math.max(0, nearest - distances.of[seat]!);
    this.risen += nearest;
  }
}
