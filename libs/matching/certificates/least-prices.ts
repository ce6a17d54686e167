import type { Instance } from '../instance/instance.js';
import { BY_NOTHING, BY_STAYING, type Holdings } from './holdings.js';

/** Moves around a circle: `by[i]` goes from `from[i]` to `to[i]`, where -1 is no seat. */
export interface Circle { readonly by: readonly number[]; readonly from: readonly number[]; readonly to: readonly number[] }

const NOBODY = -1;

/**
 * Prices under which everybody has what is cheapest for them, cost and price together, among all that they may be given; and
 * a free place is worth nothing. They are raised from zero as far as somebody would rather have a seat than what they have
 * (labels after Ford 1956 and Bellman 1958). Where they would rise for ever, the seats that raise each other form a circle.
 *
 * `next` may be called with one cost after another, the more important first: moves and free places that made a difference
 * under an earlier cost take no part in the later ones.
 */
export class LeastPrices {
  private readonly nowhere: number;
  /** By wish, and by person for the own seat or nothing: whether it may be given and was no dearer under the earlier costs. */
  private readonly level: Uint8Array;
  private readonly lastLevel: Uint8Array;
  private readonly mayStayFree: Uint8Array;
  private readonly without: number[] = [];
  private price: Int32Array;
  private readonly raisedBy: Int32Array;
  private readonly raisedFrom: Int32Array;
  private raised: number[] = [];
  private readonly isRaised: Uint8Array;

  constructor(private readonly instance: Instance, private readonly holdings: Holdings) {
    const { wishStart, wishSeat, wishReason, current, capacity } = instance;
    this.nowhere = capacity.length;
    this.level = new Uint8Array(wishSeat.length);
    this.lastLevel = new Uint8Array(current.length);
    for (let person = 0; person < current.length; person++) {
      let listsOwn = false;
      for (let k = wishStart[person]!; k < wishStart[person + 1]! && !listsOwn; k++) {
        if (wishReason === null || wishReason[k] === 0) this.level[k] = 1;
        listsOwn = wishSeat[k] === current[person];
      }
      if (!listsOwn) this.lastLevel[person] = 1;
      if (holdings.assignment[person]! < 0) this.without.push(person);
    }
    this.mayStayFree = new Uint8Array(this.nowhere + 1).fill(1);
    this.price = new Int32Array(this.nowhere + 1);
    this.raisedBy = new Int32Array(this.nowhere + 1);
    this.raisedFrom = new Int32Array(this.nowhere + 1);
    this.isRaised = new Uint8Array(this.nowhere + 1);
  }

  /** `cost[position]`, position 0 = the own seat without having listed it, or nothing. Prices by seat, or a circle that costs less. */
  next(cost: Int32Array): { readonly price: Int32Array; readonly circle: null } | { readonly circle: Circle } {
    const { price, raisedFrom, nowhere } = this;
    price.fill(0);
    raisedFrom.fill(NOBODY);
    let seats = Array.from(price.keys());
    while (seats.length > 0) {
      this.raised = [];
      this.isRaised.fill(0);
      for (const seat of seats) this.raiseFrom(seat, cost);
      const circle = this.findCircle();
      if (circle !== null) return { circle };
      seats = this.raised;
    }
    this.keepLevel(cost);
    return { price: price.map((one) => one - price[nowhere]!), circle: null };
  }

  private raiseFrom(seat: number, cost: Int32Array): void {
    const { holdings, price, nowhere } = this;
    if (seat < nowhere) {
      for (let q = holdings.start[seat]!; q < holdings.start[seat + 1]!; q++) this.raiseWishes(holdings.holder[q]!, seat, cost);
      if (holdings.free[seat]! > 0 && price[nowhere]! < price[seat]!) this.raise(nowhere, price[seat]!, NOBODY, seat);
      return;
    }
    for (const person of this.without) this.raiseWishes(person, nowhere, cost);
    for (let other = 0; other < nowhere; other++) {
      if (this.mayStayFree[other] === 1 && price[other]! < price[nowhere]!) this.raise(other, price[nowhere]!, NOBODY, nowhere);
    }
  }

  private raiseWishes(person: number, seat: number, cost: Int32Array): void {
    const { level, price, instance: { wishStart, wishSeat } } = this;
    const from = wishStart[person]!;
    const until = wishStart[person + 1]!;
    const worth = this.costOfGiven(person, cost) + price[seat]!;
    for (let k = from; k < until; k++) {
      if (level[k] === 1 && price[wishSeat[k]!]! < worth - cost[k - from + 1]!) this.raise(wishSeat[k]!, worth - cost[k - from + 1]!, person, seat);
    }
    const last = this.lastOf(person);
    if (this.lastLevel[person] === 1 && price[last]! < worth - cost[0]!) this.raise(last, worth - cost[0]!, person, seat);
  }

  private raise(seat: number, to: number, by: number, from: number): void {
    this.price[seat] = to;
    this.raisedBy[seat] = by;
    this.raisedFrom[seat] = from;
    if (this.isRaised[seat] === 1) return;
    this.isRaised[seat] = 1;
    this.raised.push(seat);
  }

  private costOfGiven(person: number, cost: Int32Array): number {
    const given = this.holdings.given[person]!;
    return cost[given === BY_STAYING || given === BY_NOTHING ? 0 : given - this.instance.wishStart[person]! + 1]!;
  }

  private lastOf(person: number): number {
    const own = this.instance.current[person]!;
    return own < 0 ? this.nowhere : own;
  }

  /** Follows every seat back to the one that raised it; whoever comes back to where they set out has found a circle. */
  private findCircle(): Circle | null {
    const { raisedFrom } = this;
    const seenOnWay = new Int32Array(raisedFrom.length).fill(-1);
    for (let way = 0; way < this.raised.length; way++) {
      let seat = this.raised[way]!;
      while (seat >= 0 && seenOnWay[seat] === -1) {
        seenOnWay[seat] = way;
        seat = raisedFrom[seat]!;
      }
      if (seat >= 0 && seenOnWay[seat] === way) return this.circleAt(seat);
    }
    return null;
  }

  private circleAt(first: number): Circle {
    const seats: number[] = [];
    for (let seat = first; seats.length === 0 || seat !== first; seat = this.raisedFrom[seat]!) seats.unshift(seat);
    const moves = seats.filter((seat) => this.raisedBy[seat] !== NOBODY);
    const named = (seat: number): number => (seat === this.nowhere ? -1 : seat);
    return {
      by: moves.map((seat) => this.raisedBy[seat]!), from: moves.map((seat) => named(this.raisedFrom[seat]!)), to: moves.map(named),
    };
  }

  private keepLevel(cost: Int32Array): void {
    const { level, lastLevel, price, mayStayFree, nowhere, holdings: { assignment }, instance: { wishStart, wishSeat } } = this;
    for (let person = 0; person < assignment.length; person++) {
      const seat = assignment[person]!;
      const from = wishStart[person]!;
      const worth = this.costOfGiven(person, cost) + price[seat < 0 ? nowhere : seat]!;
      for (let k = from; k < wishStart[person + 1]!; k++) {
        if (cost[k - from + 1]! + price[wishSeat[k]!]! > worth) level[k] = 0;
      }
      if (cost[0]! + price[this.lastOf(person)]! > worth) lastLevel[person] = 0;
    }
    for (let seat = 0; seat < nowhere; seat++) if (price[seat]! > price[nowhere]!) mayStayFree[seat] = 0;
  }
}
