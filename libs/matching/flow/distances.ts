import type { FlowState } from './flow-state.js';
import { NO_OTHER } from './roster.js';

const FAR = 2_147_483_647;
/** Places are nearly always this near, and whoever would have to go farther need not be read. */
const NEAR = 1;
const TOO_FAR = 1_000_000_000;

/**
 * Distances from the people who wait to every seat (Dijkstra 1959, with the buckets of Dial 1969): from a person to an option
 * by how much it costs more than their cheapest, from a seat to its holders nothing. Where a free place may not end a
 * chain, taking it means that a place must stay free elsewhere: the way leads on through `nowhere` to every seat that need
 * not be full, by the difference in price.
 *
 * Prices only rise, so what the options of a person cost when last read is a bound: whoever has nothing else within reach
 * is not read again until the distance comes to it, and most are never.
 */
export class Distances {
  readonly of: Int32Array;
  /** When each seat was read, `FAR` = not at all: chains that follow these turns never close a circle. */
  readonly turn: Int32Array;
  private readonly seatsAt = new Buckets();
  /** Seats with holders whose other options begin only at that distance. */
  private readonly againAt = new Buckets();
  /** How far to look; twice as far whenever nothing was found. */
  private reach = NEAR;
  private nearest = NEAR;
  private found = false;

  constructor(private readonly flow: FlowState) {
    this.of = new Int32Array(flow.rows.places.length);
    this.turn = new Int32Array(flow.rows.places.length);
  }

  /**
   * The distance of the nearest place that may end a chain; `of` is right for all seats that are no farther. Where no place
   * is within reach: the next distance after that, and `found` is false.
   */
  toNearestPlace(): { readonly distance: number; readonly found: boolean } {
    const { flow: { waiting, waitingCount, least, risen, mustFill, roster: { room } }, of, turn, seatsAt, againAt } = this;
    of.fill(FAR);
    turn.fill(FAR);
    this.nearest = this.reach;
    this.found = false;
    let turns = 0;
    for (let w = 0; w < waitingCount; w++) this.read(waiting[w]!, 0, least[waiting[w]!]! + risen);
    for (let distance = 0; distance <= this.nearest && distance < Math.max(seatsAt.length, againAt.length); distance++) {
      const seats = seatsAt.at(distance);
      for (const seat of againAt.at(distance)) this.readHolders(seat, distance);
      for (let at = 0; at < seats.length; at++) {
        const seat = seats[at]!;
        if (of[seat] !== distance || turn[seat] !== FAR) continue;
        turn[seat] = turns++;
        this.readHolders(seat, distance);
        if (room[seat]! > 0 && mustFill[seat] === 0) this.reachThroughNowhere(seat, distance);
      }
    }
    seatsAt.clear();
    againAt.clear();
    if (this.reach > TOO_FAR) throw new Error('a placement of everybody was promised to exist');
    const distance = this.found ? this.nearest : this.reach + 1;
    this.reach = this.found ? NEAR : 2 * distance;
    return { distance, found: this.found };
  }

  /** Reads the holders whose other options begin at `distance`, or nearer if the seat is reached only now. */
  private readHolders(seat: number, distance: number): void {
    const { of, flow: { costOf, price, roster: { from, held, holder, margin, taken }, rows: { rank } } } = this;
    const until = from[seat]! + held[seat]!;
    const seatPrice = price[seat]!;
    const base = of[seat]! - seatPrice;
    let again = FAR;
    for (let slot = from[seat]!; slot < until; slot++) {
      const begins = base + margin[slot]!;
      if (begins > distance) {
        if (begins < again && margin[slot] !== NO_OTHER) again = begins;
      } else if (begins === distance || of[seat] === distance) {
        this.read(holder[slot]!, of[seat]!, costOf[rank[taken[holder[slot]!]!]!]! + seatPrice);
      }
    }
    if (again <= this.nearest && again !== FAR) this.againAt.at(again).push(seat);
  }

  /** Reads everything that a person may get; `worth` is what they have, or would have for the last price. */
  private read(row: number, distance: number, worth: number): void {
    const { of, flow: { costOf, cheapestFrom, price, roster: { taken, margin, slot }, rows: { seat, rank, start, end } } } = this;
    const nearer = distance - worth;
    const until = end[row]!;
    const has = taken[row]!;
    let limit = this.nearest;
    let least = FAR;
    for (let k = start[row]!; k < until; k++) {
      // Prices are not below 0: from here on nothing is cheaper or within reach.
      const bare = cheapestFrom[rank[k]!]!;
      if (bare >= least && nearer + bare > limit) break;
      const one = seat[k]!;
      const costs = costOf[rank[k]!]! + price[one]!;
      if (costs < least && k !== has) least = costs;
      const there = nearer + costs;
      if (there < of[one]! && there <= limit) limit = this.mark(one, there);
    }
    if (has >= 0) margin[slot[row]!] = least === FAR ? NO_OTHER : least - costOf[rank[has]!]!;
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
    if (this.flow.takes(seat)) {
      this.nearest = distance;
      this.found = true;
    } else this.seatsAt.at(distance).push(seat);
    return this.nearest;
  }
}

/** Numbers by distance. */
class Buckets {
  private readonly list: number[][] = [];

  get length(): number {
    return this.list.length;
  }

  at(distance: number): number[] {
    while (this.list.length <= distance) this.list.push([]);
    return this.list[distance]!;
  }

  clear(): void {
    for (const bucket of this.list) bucket.length = 0;
  }
}
