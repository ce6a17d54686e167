import type { Distances } from './distances.js';
import type { FlowState } from './flow-state.js';

const UNSEEN = 0, SEEN = 1;

/**
 * Places people along chains that cost nothing: somebody takes a seat, one of its holders takes another, and so on to a free
 * place. Depth first, with a look ahead for free places, and only to seats that were read later than the one before, so
 * that what once led nowhere leads nowhere for the rest of the round (after Hopcroft & Karp 1973; Pothen & Fan 1990).
 */
export class Chains {
  private readonly state: Uint8Array;
  private readonly holderAt: Int32Array;
  private readonly optionAt: Int32Array;
  /** The people of the present chain, the option that each takes, and the seat whose holder comes next. */
  private readonly chain: Int32Array;
  private readonly chosen: Int32Array;
  private readonly through: Int32Array;
  private otherAt = 0;

  constructor(private readonly flow: FlowState, private readonly distances: Distances) {
    const seats = flow.rows.places.length;
    const people = flow.rows.start.length;
    this.state = new Uint8Array(seats);
    this.holderAt = new Int32Array(seats);
    this.optionAt = new Int32Array(people);
    const longest = Math.min(people, seats + 1);
    this.chain = new Int32Array(longest);
    this.chosen = new Int32Array(longest);
    this.through = new Int32Array(longest);
  }

  /** Places whom it can, at least one, and gives their number; the others stay among those who wait, in the same order. */
  follow(): number {
    const { flow } = this;
    this.state.fill(UNSEEN);
    this.holderAt.fill(0);
    this.optionAt.set(flow.rows.start);
    this.otherAt = 0;
    const asked = flow.waitingCount;
    let kept = 0;
    for (let w = 0; w < asked; w++) {
      const row = flow.waiting[w]!;
      const length = this.find(row);
      if (length === 0) flow.waiting[kept++] = row;
      else this.move(length);
    }
    return asked - kept;
  }

  /** The length of a chain that begins with the row and ends in a free place, 0 = none. */
  private find(root: number): number {
    const { chain, chosen, through, state, optionAt, flow } = this;
    const { rows: { start, seat, rank }, roster: { taken }, price, costOf } = flow;
    const { turn } = this.distances;
    let depth = 0;
    chain[0] = root;
    for (;;) {
      const row = chain[depth]!;
      const has = taken[row]!;
      const worth = depth === 0 ? flow.least[row]! + flow.risen : costOf[rank[has]!]! + price[seat[has]!]!;
      if (optionAt[row] === start[row]) {
        const option = this.freePlace(row, worth);
        if (option >= 0) { chosen[depth] = option; return depth + 1; }
      }
      const option = this.nextOption(row, worth, depth === 0 ? -1 : turn[seat[has]!]!);
      if (option >= 0) {
        chosen[depth] = option;
        through[depth] = seat[option]!;
        state[through[depth]!] = SEEN;
      } else if (--depth < 0) return 0;
      // The next holder of the last seat on the chain; without one the last person chooses again.
      const holder = this.nextHolder(depth);
      if (holder >= 0) chain[++depth] = holder;
    }
  }

  private freePlace(row: number, worth: number): number {
    const { flow } = this;
    const { costOf, price, rows: { start, end, seat, rank } } = flow;
    const until = end[row]!;
    for (let k = start[row]!; k < until; k++) {
      if (costOf[rank[k]!]! + price[seat[k]!]! === worth && flow.takes(seat[k]!)) return k;
    }
    return -1;
  }

  private nextOption(row: number, worth: number, after: number): number {
    const { state, optionAt, distances: { turn }, flow: { costOf, price, rows: { end, seat, rank } } } = this;
    const until = end[row]!;
    for (let k = optionAt[row]!; k < until; k++) {
      const one = seat[k]!;
      if (costOf[rank[k]!]! + price[one]! !== worth || state[one] === SEEN || turn[one]! <= after) continue;
      optionAt[row] = k + 1;
      return k;
    }
    optionAt[row] = until;
    return -1;
  }

  private nextHolder(depth: number): number {
    const { holderAt, through, flow: { roster: { holder, held, from, margin }, price } } = this;
    for (;;) {
      const seat = through[depth]!;
      const until = from[seat]! + held[seat]!;
      for (let slot = from[seat]! + holderAt[seat]!; slot < until; slot++) {
        // Others have nothing as cheap as what they hold.
        if (margin[slot]! > price[seat]!) continue;
        holderAt[seat] = slot + 1 - from[seat]!;
        return holder[slot]!;
      }
      holderAt[seat] = held[seat]!;
      if (!this.shiftFreePlace(depth)) return -1;
    }
  }

  /** Where a place of the chosen seat is free but cannot end the chain: it may stay free at another seat instead. */
  private shiftFreePlace(depth: number): boolean {
    const { state, through, distances: { turn }, flow: { roster, mustFill, price, rows: { seat, nowhere } } } = this;
    const from = seat[this.chosen[depth]!]!;
    if (roster.room[from] === 0 || mustFill[from] === 1 || turn[from]! > turn[nowhere]!) return false;
    for (; this.otherAt < state.length; this.otherAt++) {
      const other = this.otherAt;
      if (mustFill[other] === 1 || price[other] !== price[nowhere] || state[other] === SEEN || turn[other]! < turn[nowhere]!) continue;
      state[other] = SEEN;
      through[depth] = other;
      return true;
    }
    return false;
  }

  private move(length: number): void {
    const { chain, chosen, through, state, holderAt, flow } = this;
    const { roster, mustFill, rows: { seat } } = flow;
    for (let at = 1; at < length; at++) {
      const left = through[at - 1]!;
      roster.leave(chain[at]!);
      flow.mustRoom += mustFill[left]!;
      // The slot now has the seat's last holder, who was not asked yet.
      holderAt[left]!--;
      state[left] = UNSEEN;
    }
    for (let at = 0; at < length; at++) {
      roster.sit(chain[at]!, chosen[at]!);
      flow.mustRoom -= mustFill[seat[chosen[at]!]!]!;
    }
    flow.waitingCount--;
    flow.steps += length;
  }
}
