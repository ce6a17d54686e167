import type { CheapestPlacement } from './cheapest-placement.js';

const FAR = 2_147_483_647;

/**
 * Distances from the people who wait to every seat (Dijkstra 1959, with the buckets of Dial 1969): from a person to an option
 * by how much it costs more than their cheapest, from a seat to its holders nothing. Where a free place may not end a
 * chain, taking it means that a place must stay free elsewhere: the way leads on through `nowhere` to every seat that need
 * not be full, by the difference in price.
 */
export class Distances {
  readonly of: Int32Array;
  /** When each seat was read, `FAR` = not at all: chains that follow these turns never close a circle. */
  readonly turn: Int32Array;
  private readonly buckets: number[][] = [];
  private nearest = FAR;

  constructor(private readonly flow: CheapestPlacement) {
    this.of = new Int32Array(flow.rows.places.length);
    this.turn = new Int32Array(flow.rows.places.length);
  }

  /** The distance of the nearest place that may end a chain; `of` is right for all seats that are no farther. */
  toNearestPlace(): number {
    const { flow, of, turn, buckets } = this;
    const { costOf, price, roster, rows: { rank }, waiting, least } = flow;
    of.fill(FAR);
    turn.fill(FAR);
    this.nearest = FAR;
    let turns = 0;
    for (let w = 0; w < flow.waitingCount; w++) this.reach(waiting[w]!, 0, least[waiting[w]!]! + flow.risen);
    for (let distance = 0; distance <= this.nearest && distance < buckets.length; distance++) {
      const bucket = buckets[distance]!;
      for (let at = 0; at < bucket.length; at++) {
        const seat = bucket[at]!;
        if (of[seat] !== distance || turn[seat] !== FAR) continue;
        turn[seat] = turns++;
        const until = roster.from[seat]! + roster.held[seat]!;
        for (let slot = roster.from[seat]!; slot < until; slot++) {
          const row = roster.holder[slot]!;
          this.reach(row, distance, costOf[rank[roster.taken[row]!]!]! + price[seat]!);
        }
        if (roster.room[seat]! > 0 && flow.mustFill[seat] === 0) this.reachThroughNowhere(seat, distance);
      }
    }
    for (const bucket of buckets) bucket.length = 0;
    if (this.nearest === FAR) throw new Error('a placement of everybody was promised to exist');
    return this.nearest;
  }

  private reach(row: number, distance: number, worth: number): void {
    const { of, nearest, flow: { costOf, price, rows: { seat, rank, start, end } } } = this;
    const nearer = distance - worth;
    const until = end[row]!;
    let limit = nearest;
    for (let k = start[row]!; k < until; k++) {
      const one = seat[k]!;
      const there = nearer + costOf[rank[k]!]! + price[one]!;
      if (there < of[one]! && there <= limit) limit = this.mark(one, there);
    }
    this.flow.steps++;
  }

  private reachThroughNowhere(seat: number, distance: number): void {
    const { of, flow: { price, mustFill, rows: { nowhere } } } = this;
    if (seat !== nowhere) {
      if (distance < of[nowhere]!) this.mark(nowhere, distance);
      return;
    }
    for (let other = 0; other < nowhere; other++) {
      const there = distance + price[other]! - price[nowhere]!;
      if (mustFill[other] === 0 && there < of[other]! && there <= this.nearest) this.mark(other, there);
    }
  }

  private mark(seat: number, distance: number): number {
    this.of[seat] = distance;
    if (this.flow.takes(seat)) this.nearest = distance;
    else {
      while (this.buckets.length <= distance) this.buckets.push([]);
      this.buckets[distance]!.push(seat);
    }
    return this.nearest;
  }
}
