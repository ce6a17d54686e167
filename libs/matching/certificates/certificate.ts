/** Employees and seats stand in certificates by their ids, so that a third person can check them against the input. */

/** Findings beyond this many are counted, not listed. */
export const MOST_LISTED = 1_000;

/** One thing to prove: it holds when nothing was found against it. */
export interface Finding<Item> {
  readonly holds: boolean;
  /** How many there are in all. */
  readonly count: number;
  /** The first of them, at most `MOST_LISTED`. */
  readonly items: readonly Item[];
}

export type FeasibilityFault =
  | { readonly code: 'SEAT_OVERFULL'; readonly seat: string; readonly places: number; readonly holders: number }
  | { readonly code: 'NOT_OPEN_TO'; readonly employee: string; readonly seat: string };

/** Somebody who may keep `current` and likes it better than `got`. */
export interface WorseOff { readonly employee: string; readonly current: string; readonly got: string | null }
/** Somebody who would rather have `seat`, where a place is free. */
export interface WastedPlace { readonly employee: string; readonly seat: string; readonly free: number }
/** Somebody who would rather have `seat` and stands there before `towards`, who holds it. */
export interface JustifiedEnvy { readonly employee: string; readonly seat: string; readonly towards: string }
/** A person and a seat that would both rather have each other; `instead` has to go, null = a place is free. */
export interface BlockingPair { readonly employee: string; readonly seat: string; readonly instead: string | null }
export interface ImprovementStep { readonly employee: string; readonly from: string | null; readonly to: string }
/** A seat that an exchange leaves with fewer people, with people of lower standing, or with somebody who held no seat. */
export interface SeatWorseOff { readonly seat: string; readonly code: 'FEWER_PEOPLE' | 'LOWER_PEOPLE' | 'HELD_NO_SEAT_BEFORE' }
/** A change that makes somebody better off and nobody worse off: into a free place, or around a cycle. */
export interface ParetoImprovement { readonly kind: 'free-place' | 'cycle'; readonly steps: readonly ImprovementStep[] }
/** A move of a change for the better as a whole; null = no seat. Single people in it may fare worse. */
export interface ObjectiveStep { readonly employee: string; readonly from: string | null; readonly to: string | null }
/** What one place of the seat is worth to the objective, one number for each of its levels. */
export interface SeatPrice { readonly seat: string; readonly price: readonly number[] }
/**
 * Whether no placement with the right to stay serves the objective better. The proof are the prices, all others being 0: for
 * everybody, cost plus price is least at what they have among all that they might be given, and a seat of a price above 0
 * has no place free. Where they cannot exist, `improvement` is a circle of moves, or a chain into a free place, that
 * lowers the cost; null where the placement is not feasible or somebody lost the right to stay.
 */
export interface Optimality {
  readonly holds: boolean;
  readonly prices: readonly SeatPrice[];
  readonly improvement: readonly ObjectiveStep[] | null;
}

/** A circle, or a person, that an exchange of seats in circles cannot have. */
export type ExchangeFault =
  | { readonly code: 'WRONG_LENGTH'; readonly employees: readonly string[] }
  | { readonly code: 'IN_TWO_CYCLES' | 'IN_NO_CYCLE'; readonly employee: string }
  | { readonly code: 'NOT_TO_THE_NEXT' | 'NOT_BETTER'; readonly employee: string; readonly got: string | null };

export interface Certificate {
  readonly mechanism: string;
  /** What this mechanism promises, by the names of the members below. */
  readonly promised: readonly string[];
  /** Whether everything promised holds. */
  readonly holds: boolean;
  readonly feasible: Finding<FeasibilityFault>;
  readonly individuallyRational: Finding<WorseOff>;
  readonly nonWasteful: Finding<WastedPlace>;
  readonly noJustifiedEnvy: Finding<JustifiedEnvy> & {
    /** Pairs of person and seat where the only people before whom they stand are incumbents kept at that own seat. */
    readonly towardsKeptIncumbents: number;
  };
  readonly stable: Finding<BlockingPair>;
  readonly paretoEfficient: { readonly holds: boolean; readonly improvement: ParetoImprovement | null };
  /** Only for mechanisms that promise them: exchanges in which seats have a say. */
  readonly twoSidedRational?: Finding<SeatWorseOff>;
  readonly twoSidedMaximal?: { readonly holds: boolean; readonly exchange: readonly ImprovementStep[] | null };
  /** Only for exchanges in circles: circles of at most `cycleLength` people, `byLength[n]` of n people. */
  readonly exchangeCycles?: Finding<ExchangeFault> & { readonly cycleLength: number; readonly cycles: number; readonly byLength: readonly number[] };
  /** The same: how good the exchange is and what the prices of its run prove at most; `totalRankAtLeast` among those with as many movers. */
  readonly exchangeBound?: {
    readonly movers: number; readonly moversAtMost: number;
    readonly totalRank: number; readonly totalRankAtLeast: number | null;
    /** Proven best by the prices alone, whatever the length of the circles. */
    readonly optimal: boolean;
  };
  /** Only for mechanisms that promise them. Least total rank: a wish costs its position, anything else the longest list plus one. */
  readonly rankMinimal?: Optimality;
  /** Most first wishes, then most second ones, and so on: at level `n` a wish of position `n` costs -1, all else 0. */
  readonly rankMaximal?: Optimality;
  /** Most people at a wish: a wish costs 0, anything else 1. Where nobody may stay, prices of 1 are the seats of König's cover. */
  readonly maximumCardinality?: Optimality;
}

/** Collects findings: counts all, keeps the first. */
export class Findings<Item> {
  private readonly items: Item[] = [];
  private count = 0;

  add(make: () => Item): void {
    if (this.count++ < MOST_LISTED) this.items.push(make());
  }

  result(): Finding<Item> {
    return { holds: this.count === 0, count: this.count, items: this.items };
  }
}
