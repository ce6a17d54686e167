import type { Solver } from '#matching';
import { compileRound } from '../run/compile.js';
import { measureRound, type RunMetrics } from '../run/measure-round.js';
import { placeRound } from '../run/place.js';
import type { Placement } from '../run/placed-round.js';
import { viewOf } from '../run/placement-view.js';
import type { RunInput } from '../run/run-input.js';

/** What a changed round gives: plain data. */
export interface Trial {
  readonly placements: ReadonlyMap<string, Placement>;
  readonly metrics: RunMetrics;
}

/** Compiles and places a round as a run does, and measures it; proves, explains and stores nothing. @throws MechanismRefused */
export const tryOut = async (input: RunInput, solver?: Solver): Promise<Trial> => {
  const compiled = compileRound(input);
  const placed = await placeRound(compiled, input, { seed: input.seed, ...(solver && { solver }) });
  const view = viewOf(input, compiled, (number) => placed.placements.get(number)?.seatCode ?? null);
  return { placements: placed.placements, metrics: measureRound(compiled, placed, view, input.seed) };
};
