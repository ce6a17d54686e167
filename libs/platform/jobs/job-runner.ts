import type { JobExecutor } from './job-executor.js';
import type { JobStore } from './job-store.js';

/** The worker's side of a driver: takes due jobs and runs them until it is stopped. */
export abstract class JobRunner {
  /** Begins to take jobs. */
  abstract start(): Promise<void>;

  /** Takes no more jobs and awaits the running ones, at most the grace period. A second call does nothing more. */
  abstract stop(): Promise<void>;

  /**
   * Runs everything that is due right now, one after the other in the order in which it fell due, and what that
   * puts off for now in turn; also awaits what other workers are running. Does not wait for back-offs: with a
   * simulated clock that stands still they would never pass. Not to be called from inside a handler.
   * @returns the number of runs
   */
  abstract runDue(): Promise<number>;
}

const OTHERS_PAUSE_MS = 20;

/** `runDue` for every driver: PostgreSQL knows what is due, whatever the transport carries. */
export const drain = async (executor: JobExecutor, store: JobStore): Promise<number> => {
  let runs = 0;
  while (!executor.isStopping) {
    if (await executor.runOne({ ignoreBackoff: true })) runs += 1;
    else if ((await store.countOpen(executor.types)) === 0) break;
    else {
      await store.recoverLost();
      await new Promise((resolve) => setTimeout(resolve, OTHERS_PAUSE_MS));
    }
  }
  return runs;
};
