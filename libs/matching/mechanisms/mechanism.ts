import type { Instance } from '../instance/instance.js';

/** What the certificate of a mechanism's result must show. */
export type Guarantee = 'feasible' | 'individuallyRational' | 'nonWasteful' | 'noJustifiedEnvy' | 'stable' | 'paretoEfficient' | 'twoSidedRational' | 'twoSidedMaximal';

/** What decides who gets a seat: the standing there (so a cut-off is true), turns, trades of places, exchanges of holders. */
export type DecidesBy = 'standing' | 'turns' | 'trades' | 'exchange';

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
}

export interface Outcome {
  /** The seat of each employee, -1 = none. */
  readonly assignment: Int32Array;
  /** Proposals, turns or trades: the work done, for the bench. */
  readonly steps: number;
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
