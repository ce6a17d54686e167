/** Below this many people a figure would tell something of one colleague. */
export const MASKED_BELOW = 5;

/** Why a better wish was not given; any other text is the reason code of a wish that was not open to the person. */
export const PLACES_TO_PEOPLE_AHEAD = 'PEOPLE_AHEAD';
export const PLACES_KEPT = 'KEPT_BY_INCUMBENTS';
export const PLACES_BY_TURN = 'EARLIER_TURNS';
export const PLACES_BY_TRADE = 'TRADED';
export const PLACES_BY_REQUEST = 'TURNS_AND_REQUESTS';
export const NO_EXCHANGE = 'NO_EXCHANGE';
/** An exchange among holders: the person holds no seat to give, or nobody holds the seat wished for. */
export const HOLDERS_ONLY = 'HOLDERS_ONLY';
export const NOBODY_TO_EXCHANGE_WITH = 'NOBODY_TO_EXCHANGE_WITH';
/** An exchange in which nobody who held the seat left it. */
export const NOBODY_LEFT = 'NOBODY_LEFT';
/** One figure of the whole placement decided, not this seat. */
export const OBJECTIVE = 'OBJECTIVE';
export const NO_PLACES = 'NO_PLACES';
/** Only an assignment that was changed by hand: somebody who stands behind got a place, or a place is free. */
export const DECIDED_OTHERWISE = 'DECIDED_OTHERWISE';

/**
 * One way into a seat under top trading cycles: standing first at `through` and trading its place for the seat wished for
 * (`through` the same seat: without a trade). Only ways that at least `MASKED_BELOW` people took.
 */
export interface Route {
  readonly through: number;
  readonly score: number;
  /** The score at `through` of the last person who came this way; the person's own is lower, or equal and drawn later. */
  readonly cutoff: number;
}

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
  /**
   * Of those who hold the seat, how many come before the person (incumbents kept there included). Null where it does not
   * follow from the reason and fewer than `MASKED_BELOW` hold it: it would say who of them stands behind.
   */
  readonly ahead: number | null;
  /** Whether the lottery decided between the person and the last one who got in, under top trading cycles by some way. */
  readonly lottery: boolean;
  /** Serial dictatorship: the turn (1 = first) that got the last place; null where fewer than `MASKED_BELOW` got in. */
  readonly lastTurn: number | null;
  readonly routes: readonly Route[];
}

/** Of a longer cycle, and a large round has some of thousands of seats, only the length is told. */
export const LONGEST_LISTED = 30;

/** The trade by which somebody got a seat, told in seats. */
export interface Trade {
  /** The place that the person passed on: of the own seat, or of one where they stood first. */
  readonly gave: number;
  readonly gaveOwnSeat: boolean;
  /** How many seats the cycle has; null where it would tell more of the others than that they moved. */
  readonly length: number | null;
  /**
   * The seats of the cycle, from `gave` over the seat got to the one whose newcomer took the place given; null where they
   * are withheld, or more than `LONGEST_LISTED`.
   */
  readonly cycle: readonly number[] | null;
}

export type StrategyCode = 'NO_LIST_WAS_BETTER' | 'WHOLE_LIST_USED' | 'LIST_MATTERS';

/** What a table says of a person. */
export interface FactsInShort {
  readonly seat: number;
  readonly rank: number | null;
  /** The best of the wishes missed; null = none was. */
  readonly missed: MissedWish | null;
}

export interface Facts {
  readonly seat: number;
  /** 1 = first wish; null = the own seat without having listed it, or none. */
  readonly rank: number | null;
  readonly stayed: boolean;
  readonly missed: readonly MissedWish[];
  /** Where people take turns: the person's own, 1 = first. */
  readonly turn: number | null;
  /** Chose before the own turn because somebody asked for the seat that they then left. */
  readonly asked: boolean;
  readonly trade: Trade | null;
  /** What can be said for certain about other wish lists; null = nothing, or nothing was missed. */
  readonly strategy: StrategyCode | null;
}
