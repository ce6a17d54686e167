import { employeeCount, type Instance } from './instance/instance.js';
import { DEFAULT_SEED, drawLottery, seedText, type Seed } from './lottery/lottery.js';
import type { Watch } from './mechanisms/mechanism.js';
import { mechanismOf } from './mechanisms/registry.js';

export interface SolveOptions extends Watch {
  /** The round's published seed; without it `DEFAULT_SEED`. */
  readonly seed?: Seed;
}

/** What a run gave: plain data that can be stored, and moved between threads. */
export interface SolveResult {
  readonly mechanism: string;
  readonly seed: string;
  /** The seat of each employee, -1 = none, in the order of the instance. */
  readonly assignment: Int32Array;
  /** Proposals, turns or trades: the work done. */
  readonly steps: number;
}

/**
 * Places everybody by the mechanism of that code. The same instance, mechanism and seed give the same result.
 * Throws UnknownMechanism, MechanismRefused (the instance is no input for this mechanism), SolveCancelled.
 */
export function solve(instance: Instance, mechanism: string, options: SolveOptions = {}): SolveResult {
  const { run } = mechanismOf(mechanism);
  const seed = seedText(options.seed ?? DEFAULT_SEED);
  const lottery = drawLottery(employeeCount(instance), seed);
  return { mechanism, seed, ...run(instance, { lottery, watch: options }) };
}
