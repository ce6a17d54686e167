import { employeeCount, type Instance } from './instance/instance.js';
import { DEFAULT_SEED, drawLottery, seedText, type Seed } from './lottery/lottery.js';
import type { Bound, Watch } from './mechanisms/mechanism.js';
import { parametersFor, type Parameters } from './mechanisms/parameters.js';
import { mechanismOf } from './mechanisms/registry.js';

export interface SolveOptions extends Watch {
  /** The round's published seed; without it `DEFAULT_SEED`. */
  readonly seed?: Seed;
  /** What the mechanism lets be set, for example `cycleLength`; its own standard for each one that is not named. */
  readonly parameters?: Parameters;
}

/** What a run gave: plain data that can be stored, and moved between threads. */
export interface SolveResult {
  readonly mechanism: string;
  readonly seed: string;
  /** The seat of each employee, -1 = none, in the order of the instance. */
  readonly assignment: Int32Array;
  /** Proposals, turns or trades: the work done. */
  readonly steps: number;
  /** Every parameter of the mechanism as it was used. */
  readonly parameters: Parameters;
  /** Exchanges: employees in a circle, each to the present seat of the next one, the last one to that of the first. */
  readonly cycles?: readonly (readonly number[])[];
  /** Mechanisms that may stop before the best is proven: how near they came. */
  readonly bound?: Bound;
}

/**
 * Places everybody by the mechanism of that code. The same instance, mechanism and seed give the same result.
 * Throws UnknownMechanism, ParameterRefused, MechanismRefused (the instance is no input for this mechanism), SolveCancelled.
 */
export function solve(instance: Instance, mechanism: string, options: SolveOptions = {}): SolveResult {
  const { run, parameters: ranges } = mechanismOf(mechanism);
  const parameters = parametersFor(mechanism, ranges, options.parameters);
  const seed = seedText(options.seed ?? DEFAULT_SEED);
  const lottery = drawLottery(employeeCount(instance), seed);
  return { mechanism, seed, parameters, ...run(instance, { lottery, watch: options, parameters }) };
}
