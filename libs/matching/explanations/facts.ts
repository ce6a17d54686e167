import { BY_NOTHING, BY_STAYING, betterEnd, missesOwnSeat, readHoldings, type Holdings } from '../certificates/holdings.js';
import { Standing } from '../certificates/standing.js';
import { employeeCount, seatCount, type Instance } from '../instance/instance.js';
import { drawLottery } from '../lottery/lottery.js';
import type { DecidesBy } from '../mechanisms/mechanism.js';
import { mechanismOf } from '../mechanisms/registry.js';
import type { SolveResult } from '../solve.js';

/** Below this many people a cut-off would tell one colleague's score. */
export const MASKED_BELOW = 5;

/** Why a better wish was not given; any other text is the reason code of a wish that was not open to the person. */
export const PLACES_TO_PEOPLE_AHEAD = 'PEOPLE_AHEAD';
export const PLACES_KEPT = 'KEPT_BY_INCUMBENTS';
export const PLACES_BY_TURN = 'EARLIER_TURNS';
export const PLACES_BY_TRADE = 'TRADED';
export const PLACES_BY_REQUEST = 'TURNS_AND_REQUESTS';
export const NO_EXCHANGE = 'NO_EXCHANGE';
/** One figure of the whole placement decided, not this seat. */
export const OBJECTIVE = 'OBJECTIVE';
export const NO_PLACES = 'NO_PLACES';
/** Only an assignment that was changed by hand: somebody who stands behind got a place, or a place is free. */
export const DECIDED_OTHERWISE = 'DECIDED_OTHERWISE';

/** A wish that the person likes better than what they got. Numbers as in the instance. */
export interface MissedWish {
  readonly seat: number;
  /** 1 = first wish; 0 = the own seat, not listed. */
  readonly position: number;
  readonly reason: string;
  /** Whether the reason is that the seat was not open to the person. */
  readonly ineligible: boolean;
  readonly places: number;
  /** The person's own score there, null without scores. */
  readonly score: number | null;
  /** The score of the last person who got in by priority; null where there is none, or fewer than `MASKED_BELOW` got in. */
  readonly cutoff: number | null;
  /** Of those who hold the seat, how many come before the person (incumbents kept there included). */
  readonly ahead: number;
  /** Whether the lottery decided between the person and the last one who got in. */
  readonly lottery: boolean;
}

export interface Facts {
  readonly seat: number;
  /** 1 = first wish; null = the own seat without having listed it, or none. */
  readonly rank: number | null;
  readonly stayed: boolean;
  readonly missed: readonly MissedWish[];
}

/** What can be told about each person, from the result and the priorities alone. Everything is read once, here. */
export class FactReader {
  private readonly holdings: Holdings;
  private readonly standing: Standing;
  private readonly decidesBy: DecidesBy;
  private readonly incumbentsFirst: boolean;
  /** By seat: the last standing among those who got in by priority, their number, and the kept incumbents. */
  private readonly lastIn: Float64Array;
  private readonly admitted: Int32Array;
  private readonly kept: Int32Array;

  constructor(private readonly instance: Instance, result: Pick<SolveResult, 'assignment' | 'mechanism' | 'seed'>) {
    const mechanism = mechanismOf(result.mechanism);
    this.decidesBy = mechanism.decidesBy;
    this.incumbentsFirst = mechanism.incumbentsFirst;
    this.holdings = readHoldings(instance, result.assignment);
    this.standing = new Standing(instance, drawLottery(employeeCount(instance), result.seed), false);
    const seats = seatCount(instance);
    this.lastIn = new Float64Array(seats).fill(-Infinity);
    this.admitted = new Int32Array(seats);
    this.kept = new Int32Array(seats);
    for (let seat = 0; seat < seats; seat++) this.readSeat(seat);
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
    return { seat, rank: given >= 0 ? given - from + 1 : null, stayed: seat >= 0 && seat === instance.current[person], missed };
  }

  private missedWish(person: number, seat: number, wish: number): MissedWish {
    const { instance } = this;
    const reasonIndex = wish < 0 || instance.wishReason === null ? 0 : instance.wishReason[wish]!;
    const printed = wish < 0 ? this.standing.printedOfCurrent(person) : this.standing.printedOfWish(person, wish);
    const scored = instance.basis === 'scores';
    const score = !scored ? null : wish < 0 ? ownScore(instance.currentStanding[person]!) : instance.wishScore[wish]!;
    const places = instance.capacity[seat]!;
    const position = wish < 0 ? 0 : wish - instance.wishStart[person]! + 1;
    const open = reasonIndex === 0;
    const ahead = this.ahead(seat, printed);
    const byStanding = this.decidesBy === 'standing' && this.admitted[seat]! > 0;
    const lastScore = scored && byStanding ? this.scoreOf(this.lastIn[seat]!) : null;
    const reason = open ? this.reason(seat, ahead) : instance.reasonCodes[reasonIndex]!;
    return {
      seat, position, reason, ineligible: !open, places, score, ahead,
      cutoff: this.admitted[seat]! >= MASKED_BELOW ? lastScore : null,
      lottery: open && reason === PLACES_TO_PEOPLE_AHEAD && (instance.basis === 'lottery' ? byStanding : score !== null && score === lastScore),
    };
  }

  private reason(seat: number, ahead: number): string {
    if (this.instance.capacity[seat] === 0) return NO_PLACES;
    if (this.decidesBy === 'exchange') return NO_EXCHANGE;
    if (this.decidesBy === 'optimum') return OBJECTIVE;
    if (this.holdings.free[seat]! > 0) return DECIDED_OTHERWISE;
    if (this.decidesBy === 'turns') return PLACES_BY_TURN;
    if (this.admitted[seat] === 0) return PLACES_KEPT;
    if (this.decidesBy === 'trades') return PLACES_BY_TRADE;
    if (this.decidesBy === 'requests') return PLACES_BY_REQUEST;
    return ahead === this.admitted[seat]! + this.kept[seat]! ? PLACES_TO_PEOPLE_AHEAD : DECIDED_OTHERWISE;
  }

  /** Holders who come before somebody with this standing. Behind the last one in, that is all of them. */
  private ahead(seat: number, printed: number): number {
    const { holdings } = this;
    if (this.decidesBy === 'turns' || printed > this.lastIn[seat]!) return holdings.start[seat + 1]! - holdings.start[seat]!;
    let count = 0;
    for (let q = holdings.start[seat]!; q < holdings.start[seat + 1]!; q++) {
      const holder = holdings.holder[q]!;
      if (this.isKept(holder, seat) || this.printedOfHolder(holder) < printed) count++;
    }
    return count;
  }

  private readSeat(seat: number): void {
    for (let q = this.holdings.start[seat]!; q < this.holdings.start[seat + 1]!; q++) {
      const holder = this.holdings.holder[q]!;
      if (this.isKept(holder, seat)) this.kept[seat]!++;
      else {
        this.admitted[seat]!++;
        this.lastIn[seat] = Math.max(this.lastIn[seat]!, this.printedOfHolder(holder));
      }
    }
  }

  private isKept(holder: number, seat: number): boolean {
    return this.incumbentsFirst && this.instance.current[holder] === seat;
  }

  private printedOfHolder(holder: number): number {
    const given = this.holdings.given[holder]!;
    if (given === BY_STAYING) return this.standing.printedOfCurrent(holder);
    // Somebody put there by hand, without a wish for the seat, came in by no standing at all.
    return given === BY_NOTHING ? Infinity : this.standing.printedOfWish(holder, given);
  }

  /** Standings are (65535 − score) × people + lottery; behind all scores there is none. */
  private scoreOf(standing: number): number | null {
    const score = 65_535 - Math.floor(standing / employeeCount(this.instance));
    return score >= 0 ? score : null;
  }
}

function ownScore(standing: number): number | null {
  return standing < 0 ? null : standing;
}
