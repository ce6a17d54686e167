import type { Instance } from '../instance/instance.js';
import type { ParameterRange, Parameters } from './parameters.js';

/** What the certificate of a mechanism's result must show. */
export type Guarantee =
  | 'feasible' | 'individuallyRational' | 'nonWasteful' | 'noJustifiedEnvy' | 'stable' | 'paretoEfficient' | 'twoSidedRational' | 'twoSidedMaximal'
  | 'exchangeCycles' | 'rankMinimal' | 'rankMaximal' | 'maximumCardinality';

/**
 * What decides who gets a seat: the standing there (so a cut-off is true), turns, trades of places, turns and requests for
 * held seats, exchanges of holders, or one figure of the whole placement (then `objective` says which).
 */
export type DecidesBy = 'standing' | 'turns' | 'trades' | 'requests' | 'exchange' | 'optimum';

/** Whether nobody can gain by filing another list: whatever the lists, only under printed ones (with scores, listing a seat gives power to trade), or not. */
export type StrategyProof = 'always' | 'printed-lists' | 'no';

/** How a long run reports and is stopped. */
export interface Watch {
  /** Called now and then with a share between 0 and 1 that never falls. */
  readonly onProgress?: (share: number) => void;
  /** Asked at the same moments; true ends the run with `SolveCancelled`. */
  readonly isCancelled?: () => boolean;
}

export interface Draw {
  /** The place of each employee in the round's lottery, 0 = first; read only where scores are equal. */
  readonly lottery: Int32Array;
  readonly watch: Watch;
  /** Every parameter that the mechanism names, within its range. */
  readonly parameters: Parameters;
  /** Written by mechanisms that trade, where it is given. */
  readonly trace?: Trace;
}

/** Who traded with whom, for the explanations; by person. */
export interface Trace {
  /** Whose place at the seat the person was given in a cycle (their own: the person alone is the cycle); -1 = no cycle. */
  readonly follows: Int32Array;
  /** 1 = chose before the own turn, because somebody asked for the seat held. */
  readonly asked: Uint8Array;
}

/** How near a run came to the best there is, with the proof that a third person can check. */
export interface Bound {
  /** Whether nobody can do better: neither more movers, nor with as many a lower total rank. */
  readonly optimal: boolean;
  readonly movers: number;
  /** No answer moves more people. */
  readonly moversAtMost: number;
  /** Over everybody: the position of the wish given; the longest list plus one for an unlisted own seat and for none. */
  readonly totalRank: number;
  /** No answer with as many movers has less; null where the number of movers itself may not be the greatest. */
  readonly totalRankAtLeast: number | null;
  /** Share of `moversAtMost` that is missing; 0 = the greatest number is reached. */
  readonly gap: number;
  /** A price for each seat, from which the bound for cycles of any length follows by adding up; see `certificates/exchange.ts`. */
  readonly prices: Float64Array;
}

export interface Outcome {
  /** The seat of each employee, -1 = none. */
  readonly assignment: Int32Array;
  /** Proposals, turns or trades: the work done, for the bench. */
  readonly steps: number;
  /** Exchanges: employees in a circle, each to the present seat of the next one, the last one to that of the first. */
  readonly cycles?: readonly (readonly number[])[];
  readonly bound?: Bound;
}

/** One way to place people: a pure function of the instance and the lottery. */
export interface Mechanism {
  readonly code: string;
  /** Whether an incumbent ranks before everybody else at the own seat. */
  readonly incumbentsFirst: boolean;
  /** Whether whoever falls short of the wishes is sure of the own seat. */
  readonly rightToStay: boolean;
  readonly guarantees: readonly Guarantee[];
  readonly decidesBy: DecidesBy;
  readonly strategyProof: StrategyProof;
  /** Where one figure of the whole placement decides: what was made smallest or largest, as a sentence to each person. */
  readonly objective?: { readonly ko: string; readonly en: string };
  /** What else a caller may set, by name. */
  readonly parameters?: Readonly<Record<string, ParameterRange>>;
  /** Throws MechanismRefused where the mechanism cannot be used on the instance, and SolveCancelled. */
  readonly run: (instance: Instance, draw: Draw) => Outcome;
}

export interface Refusal {
  readonly code: string;
  readonly ko: string;
  readonly en: string;
}

/** The instance is no input for this mechanism. */
export class MechanismRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.en);
    this.name = 'MechanismRefused';
  }
}

export class SolveCancelled extends Error {
  constructor() {
    super('the run was cancelled');
    this.name = 'SolveCancelled';
  }
}

/** Reports and lets a run be cancelled; mechanisms call it every few thousand people. */
export function heartbeat(watch: Watch, done: number, total: number): void {
  if (watch.isCancelled?.() === true) throw new SolveCancelled();
  watch.onProgress?.(total === 0 ? 1 : done / total);
}

/** The same watch for one part of a longer run: its shares lie between `from` and `to` of the whole. */
export function partOf(watch: Watch, from: number, to: number): Watch {
  return { isCancelled: watch.isCancelled, onProgress: (share) => watch.onProgress?.(from + share * (to - from)) };
}
