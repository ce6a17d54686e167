import { join } from 'node:path';
import { MechanismRefused, solve, SolveCancelled, type SolveResult } from '#matching';
import { readInstance } from '../../commands/solve/read-instance.js';
import { assignmentHash } from './limit.js';
import { SEED } from './make-round.js';
import { StoppedRun, type Measured, type Task } from './measured.js';

/** The engine itself: one mechanism on an instance that stands ready in memory. */
export function engine({ folder, mechanism, limitMs, limitMb }: Task): Measured {
  const built = readInstance([join(folder, 'employees.csv'), join(folder, 'seats.csv')]);
  if (!built.ok) throw new Error('the round has faults');
  const { instance } = built;
  let result: SolveResult | null = null;
  let begun = 0;
  let stop: 'time' | 'memory' = 'time';
  const isCancelled = (): boolean => {
    if (performance.now() - begun > limitMs) return true;
    if (process.memoryUsage.rss() < limitMb * 2 ** 20) return false;
    stop = 'memory';
    return true;
  };
  return {
    run: () => {
      begun = performance.now();
      try {
        result = solve(instance, mechanism, { seed: SEED, isCancelled });
      } catch (error) {
        if (error instanceof SolveCancelled) throw new StoppedRun(stop);
        if (error instanceof MechanismRefused) throw new StoppedRun('refused');
        throw error;
      }
    },
    hash: () => (result === null ? '' : assignmentHash(result.assignment)),
    note: () => (result?.bound === undefined ? '' : `moves ${result.bound.movers} of at most ${result.bound.moversAtMost}, gap ${(result.bound.gap * 100).toFixed(2)} %`),
  };
}
