import type { CheapestPlacement } from './cheapest-placement.js';

const FAR = 2_147_483_647;

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
  /** What the cheapest option of each row, besides the one taken, cost when last read; now it costs that or more. */
  readonly other: Int32Array;
  private readonly seatsAt = new Buckets();
  private readonly rowsAt = new Buckets();
  private nearest = FAR;

  constructor(private readonly flow: CheapestPlacement) {
    this.of = new Int32Array(flow.rows.places.length);
    this.turn = new Int32Array(flow.rows.places.length);
    this.other = new Int32Array(flow.rows.start.length);
  }

  /** The distance of the nearest place that may end a chain; `of` is right for all seats that are no farther. */
  toNearestPlace(): number {
    const { flow: { waiting, waitingCount, least, risen }, of, turn, seatsAt, rowsAt } = this;
    of.fill(FAR);
    turn.fill(FAR);
    this.nearest = FAR;
    let turns = 0;
    for (let w = 0; w < waitingCount; w++) this.read(waiting[w]!, 0, least[waiting[w]!]! + risen);
    for (let distance = 0; distance <= this.nearest && distance < Math.max(seatsAt.length, rowsAt.length); distance++) {
      const seats = seatsAt.at(distance);
      const rows = rowsAt.at(distance);
      for (let seatAt = 0, rowAt = 0; seatAt < seats.length || rowAt < rows.length;) {
        if (seatAt === seats.length) { this.readHolder(rows[rowAt++]!); continue; }
        const seat = seats[seatAt++]!;
        if (of[seat] !== distance || turn[seat] !== FAR) continue;
        turn[seat] = turns++;
        this.readSeat(seat, distance);
      }
    }
    seatsAt.clear();
    rowsAt.clear();
    if (this.nearest === FAR) throw new Error('a placement of everybody was promised to exist');
    return this.nearest;
  }

  private readSeat(seat: number, distance: number): void {
    const { other, flow: { costOf, price, roster: { from, held, holder, room, taken }, mustFill, rows: { rank } } } = this;
    const until = from[seat]! + held[seat]!;
    for (let slot = from[seat]!; slot < until; slot++) {
      const row = holder[slot]!;
      const worth = costOf[rank[taken[row]!]!]! + price[seat]!;
      const reach = distance + other[row]! - worth;
      if (reach <= distance) this.read(row, distance, worth);
      else if (reach <= this.nearest && other[row] !== FAR) this.rowsAt.at(reach).push(row);
    }
    if (room[seat]! > 0 && mustFill[seat] === 0) this.reachThroughNowhere(seat, distance);
  }

  private readHolder(row: number): void {
    const { of, flow: { costOf, price, roster: { taken }, rows: { seat, rank } } } = this;
    const has = taken[row]!;
    this.read(row, of[seat[has]!]!, costOf[rank[has]!]! + price[seat[has]!]!);
  }

  /** Reads everything that a person may get; `worth` is what they have, or would have for the last price. */
  private read(row: number, distance: number, worth: number): void {
    const { of, flow: { costOf, price, roster: { taken }, rows: { seat, rank, start, end } } } = this;
    const nearer = distance - worth;
    const until = end[row]!;
    const has = taken[row]!;
    let limit = this.nearest;
    let least = FAR;
    for (let k = start[row]!; k < until; k++) {
      const one = seat[k]!;
      const costs = costOf[rank[k]!]! + price[one]!;
      if (costs < least && k !== has) least = costs;
      const there = nearer + costs;
      if (there < of[one]! && there <= limit) limit = this.mark(one, there);
    }
    this.other[row] = least;
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
    else this.seatsAt.at(distance).push(seat);
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
