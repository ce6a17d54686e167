import { BY_NOTHING, BY_STAYING, betterEnd, missesOwnSeat, readHoldings, type Holdings } from '../certificates/holdings.js';
import { Standing } from '../certificates/standing.js';
import { employeeCount, seatCount, type Instance } from '../instance/instance.js';
import { drawLottery } from '../lottery/lottery.js';
import type { Mechanism } from '../mechanisms/mechanism.js';
import { mechanismOf } from '../mechanisms/registry.js';
import { DECIDED_OTHERWISE, HOLDERS_ONLY, MASKED_BELOW, NO_EXCHANGE, NO_PLACES, NOBODY_LEFT, NOBODY_TO_EXCHANGE_WITH, OBJECTIVE, PLACES_BY_REQUEST, PLACES_BY_TRADE, PLACES_BY_TURN, PLACES_KEPT, PLACES_TO_PEOPLE_AHEAD, type Facts, type FactsInShort, type MissedWish } from './facts.js';
import { RouteReader } from './routes.js';
import { strategyOf, type ListLimit } from './strategy.js';
import { TurnBook } from './turns.js';
import { Trades, type Explained } from './trades.js';

/** What can be told about each person, from the result and the priorities alone. Everything is read once, here. */
export class FactReader {
  private readonly holdings: Holdings;
  private readonly standing: Standing;
  private readonly mechanism: Mechanism;
  /** By seat: the last standing among those who got in by priority, their number, and the incumbents who stayed. */
  private readonly lastIn: Float64Array;
  private readonly admitted: Int32Array;
  private readonly stayed: Int32Array;
  private readonly incumbents: Int32Array;
  /** Of those who hold seat `s`, from `holdings.start[s]` on: where they stand by the printed priority; incumbents kept before all others. */
  private readonly holderStanding: Float64Array;
  private readonly turns: TurnBook | null;
  private readonly trades: Trades | null;
  private readonly routes: RouteReader | null;

  constructor(private readonly instance: Instance, result: Explained, private readonly limit: ListLimit = {}) {
    this.mechanism = mechanismOf(result.mechanism);
    const { decidesBy, incumbentsFirst } = this.mechanism;
    this.holdings = readHoldings(instance, result.assignment);
    const lottery = drawLottery(employeeCount(instance), result.seed);
    this.standing = new Standing(instance, lottery, false);
    const seats = seatCount(instance);
    this.lastIn = new Float64Array(seats).fill(-Infinity);
    this.admitted = new Int32Array(seats);
    this.stayed = new Int32Array(seats);
    this.incumbents = new Int32Array(seats);
    this.holderStanding = new Float64Array(this.holdings.holder.length);
    for (let person = 0; person < employeeCount(instance); person++) if (instance.current[person]! >= 0) this.incumbents[instance.current[person]!]!++;
    this.readHolders();
    this.turns = decidesBy === 'turns' || decidesBy === 'requests' ? new TurnBook(instance, this.holdings) : null;
    this.trades = decidesBy === 'trades' || decidesBy === 'requests' || decidesBy === 'exchange' ? new Trades(instance, result) : null;
    this.routes = decidesBy === 'trades' && this.trades !== null
      ? new RouteReader(instance, this.trades, result.assignment, new Standing(instance, lottery, incumbentsFirst), incumbentsFirst) : null;
  }

  of(person: number): Facts {
    const { instance, holdings } = this;
    const given = holdings.given[person]!;
    const from = instance.wishStart[person]!;
    const missed: MissedWish[] = [];
    const end = betterEnd(instance, holdings, person);
    for (let k = from; k < end; k++) missed.push(this.missedWish(person, instance.wishSeat[k]!, k));
    if (missesOwnSeat(instance, holdings, person)) missed.push(this.missedWish(person, instance.current[person]!, -1));
    const seat = holdings.assignment[person]!;
    return {
      seat, rank: given >= 0 ? given - from + 1 : null, stayed: seat >= 0 && seat === instance.current[person], missed,
      turn: this.turns?.of(person) ?? null, asked: this.trades?.askedAndLeft(person) ?? false, trade: this.trades?.of(person) ?? null,
      strategy: strategyOf(this.mechanism, instance, missed, instance.wishStart[person + 1]! - from, this.limit),
    };
  }

  /** Without the lists, for tables of a million rows. */
  inShort(person: number): FactsInShort {
    const { instance, holdings } = this;
    const given = holdings.given[person]!;
    const from = instance.wishStart[person]!;
    const missed = from < betterEnd(instance, holdings, person) ? this.missedWish(person, instance.wishSeat[from]!, from)
      : missesOwnSeat(instance, holdings, person) ? this.missedWish(person, instance.current[person]!, -1) : null;
    return { seat: holdings.assignment[person]!, rank: given >= 0 ? given - from + 1 : null, missed };
  }

  private missedWish(person: number, seat: number, wish: number): MissedWish {
    const { instance } = this;
    const reasonIndex = wish < 0 || instance.wishReason === null ? 0 : instance.wishReason[wish]!;
    const printed = wish < 0 ? this.standing.printedOfCurrent(person) : this.standing.printedOfWish(person, wish);
    const scored = instance.basis === 'scores';
    const score = !scored ? null : wish < 0 ? ownScore(instance.currentStanding[person]!) : instance.wishScore[wish]!;
    const position = wish < 0 ? 0 : wish - instance.wishStart[person]! + 1;
    const open = reasonIndex === 0;
    const inside = this.inside(seat);
    const reason = open ? this.reason(person, seat, printed) : instance.reasonCodes[reasonIndex]!;
    // Of an empty seat, of kept incumbents, and where the reason says it, everybody knows that all holders come first.
    const allAhead = this.admitted[seat] === 0 || reason === PLACES_TO_PEOPLE_AHEAD || reason === PLACES_BY_TURN;
    const ways = reason === PLACES_BY_TRADE ? this.routes?.missed(person, seat) : undefined;
    const byStanding = this.mechanism.decidesBy === 'standing' && this.admitted[seat]! > 0;
    const lastScore = scored && byStanding ? this.scoreOf(this.lastIn[seat]!) : null;
    return {
      seat, position, reason, ineligible: !open, places: instance.capacity[seat]!, score,
      ahead: allAhead ? inside : inside >= MASKED_BELOW && printed >= 0 ? this.aheadByStanding(seat, printed) : null,
      cutoff: this.admitted[seat]! >= MASKED_BELOW ? lastScore : null,
      lottery: reason === PLACES_BY_TRADE ? instance.basis === 'lottery' || ways?.tied === true
        : reason === PLACES_TO_PEOPLE_AHEAD && (instance.basis === 'lottery' ? byStanding : score !== null && score === lastScore),
      lastTurn: reason === PLACES_BY_TURN && inside >= MASKED_BELOW ? this.turns?.last(seat) ?? null : null,
      routes: ways?.routes ?? [],
    };
  }

  /** Why an open wish was not given. */
  private reason(person: number, seat: number, printed: number): string {
    const { decidesBy } = this.mechanism;
    if (this.instance.capacity[seat] === 0) return NO_PLACES;
    if (decidesBy === 'exchange') return this.reasonInExchange(person, seat);
    if (decidesBy === 'optimum') return this.holdings.free[seat] === 0 && this.admitted[seat] === 0 ? PLACES_KEPT : OBJECTIVE;
    if (this.holdings.free[seat]! > 0) return DECIDED_OTHERWISE;
    if (decidesBy === 'turns') return this.turns !== null && this.turns.last(seat) < this.turns.of(person) ? PLACES_BY_TURN : DECIDED_OTHERWISE;
    if (this.admitted[seat] === 0) return PLACES_KEPT;
    if (decidesBy === 'trades') return PLACES_BY_TRADE;
    if (decidesBy === 'requests') return PLACES_BY_REQUEST;
    return printed > this.lastIn[seat]! ? PLACES_TO_PEOPLE_AHEAD : DECIDED_OTHERWISE;
  }

  private reasonInExchange(person: number, seat: number): string {
    if (this.instance.current[person]! < 0) return HOLDERS_ONLY;
    if (this.incumbents[seat] === 0) return NOBODY_TO_EXCHANGE_WITH;
    return this.stayed[seat] === this.incumbents[seat] ? NOBODY_LEFT : NO_EXCHANGE;
  }

  private inside(seat: number): number {
    return this.holdings.start[seat + 1]! - this.holdings.start[seat]!;
  }

  private aheadByStanding(seat: number, printed: number): number {
    const { start } = this.holdings;
    let count = 0;
    for (let q = start[seat]!; q < start[seat + 1]!; q++) if (this.holderStanding[q]! < printed) count++;
    return count;
  }

  /** In the order of the people, whose rows lie in it. */
  private readHolders(): void {
    const { current } = this.instance;
    const { assignment, start } = this.holdings;
    const next = start.slice();
    for (let person = 0; person < assignment.length; person++) {
      const seat = assignment[person]!;
      if (seat < 0) continue;
      const stayed = current[person] === seat;
      const kept = stayed && this.mechanism.incumbentsFirst;
      const standing = kept ? -Infinity : this.printedOfHolder(person);
      this.holderStanding[next[seat]!++] = standing;
      if (stayed) this.stayed[seat]!++;
      if (kept) continue;
      this.admitted[seat]!++;
      if (standing > this.lastIn[seat]!) this.lastIn[seat] = standing;
    }
  }

  private printedOfHolder(holder: number): number {
    const given = this.holdings.given[holder]!;
    if (given === BY_STAYING) return this.standing.printedOfCurrent(holder);
    // Somebody put there by hand, without a wish for the seat, came in by no standing at all.
    return given === BY_NOTHING ? Infinity : this.standing.printedOfWish(holder, given);
  }

  /** Standings are (65535 − score) × people + lottery; behind all scores there is none. */
  private scoreOf(standing: number): number | null {
    return scoreOfStanding(standing, employeeCount(this.instance));
  }
}

function ownScore(standing: number): number | null {
  return standing < 0 ? null : standing;
}

function scoreOfStanding(standing: number, people: number): number | null {
  const score = 65_535 - Math.floor(standing / people);
  return score >= 0 ? score : null;
}
