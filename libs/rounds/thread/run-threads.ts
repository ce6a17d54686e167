import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ThreadEnded, ThreadPool, ThreadSettings, type TaskOptions } from '#platform';
import type { RunResult } from '../run/perform-run.js';
import type { RunInput } from '../run/run-input.js';
import type { StageNews } from '../run/run-stage.js';
import type { Trial } from '../what-if/try-out.js';
import { doTask, type RunAnswers, type RunTask } from './run-task.js';

const MODULE = new URL(import.meta.url.endsWith('.ts') ? './run-thread.ts' : './run-thread.js', import.meta.url);

type Answer = RunAnswers[RunTask['kind']];
type Compute = (task: RunTask, options: TaskOptions<StageNews>) => Promise<Answer>;

/** Rounds are computed in threads: requests, leases and progress go on meanwhile. */
@Injectable()
export class RunThreads implements OnApplicationShutdown {
  private readonly pools: readonly ThreadPool<RunTask, Answer, StageNews>[];
  private readonly compute: Readonly<Record<RunTask['kind'], Compute>>;

  constructor({ threads }: ThreadSettings) {
    const inProcess: Compute = (task, { onNews, signal }) => doTask(task, (news) => onNews?.(news), signal);
    // Somebody who waits for an answer never waits behind runs.
    this.pools = threads === 0 ? [] : [new ThreadPool(MODULE, threads), new ThreadPool(MODULE, 1)];
    const [run, tryOut] = this.pools.map((pool): Compute => (task, options) => pool.run(task, options));
    this.compute = { RUN: run ?? inProcess, TRY_OUT: tryOut ?? inProcess };
  }

  /** Loads the program into a thread of that kind of work, so that the first one who asks does not wait for it. */
  async warmUp(kind: RunTask['kind'] = 'RUN'): Promise<void> {
    await this.compute[kind]({ kind, input: null }, {}).catch((error: unknown) => {
      // A process that ends meanwhile needs nothing made ready.
      if (!(error instanceof ThreadEnded)) throw error;
    });
  }

  /** A whole run. @throws JariError RUN_MECHANISM_REFUSED, and the signal's reason */
  perform(input: RunInput, options: TaskOptions<StageNews> = {}): Promise<RunResult> {
    return this.compute.RUN({ kind: 'RUN', input }, options) as Promise<RunResult>;
  }

  /** What a round would give, without proofs and explanations. @throws JariError RUN_MECHANISM_REFUSED, and the signal's reason */
  tryOut(input: RunInput, options: TaskOptions<StageNews> = {}): Promise<Trial> {
    return this.compute.TRY_OUT({ kind: 'TRY_OUT', input }, options) as Promise<Trial>;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.pools.map((pool) => pool.close()));
  }
}
