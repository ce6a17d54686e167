import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ThreadPool, ThreadSettings } from '#platform';
import { doBoardTask, type BoardAnswers, type BoardTask, type CountTask, type ProofTask } from './board-task.js';

const MODULE = new URL(import.meta.url.endsWith('.ts') ? './board-thread.ts' : './board-thread.js', import.meta.url);

/** The long computations on boards are done in threads: leases and requests go on meanwhile. */
@Injectable()
export class BoardThreads implements OnApplicationShutdown {
  private readonly pool: ThreadPool<BoardTask, BoardAnswers[BoardTask['kind']]> | null;

  constructor({ threads }: ThreadSettings) {
    this.pool = threads === 0 ? null : new ThreadPool(MODULE, threads);
  }

  /** Rejects with the signal's reason, or with ThreadEnded. */
  checkProofs(task: Omit<ProofTask, 'kind'>, signal?: AbortSignal): Promise<BoardAnswers['PROOFS']> {
    return this.run({ kind: 'PROOFS', ...task }, signal) as Promise<BoardAnswers['PROOFS']>;
  }

  /** Rejects as `checkProofs`, and with an Error when the board does not hold. */
  count(task: Omit<CountTask, 'kind'>, signal?: AbortSignal): Promise<BoardAnswers['COUNT']> {
    return this.run({ kind: 'COUNT', ...task }, signal) as Promise<BoardAnswers['COUNT']>;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.close();
  }

  private run(task: BoardTask, signal: AbortSignal | undefined): Promise<BoardAnswers[BoardTask['kind']]> {
    return this.pool === null ? doBoardTask(task) : this.pool.run(task, { ...(signal && { signal }) });
  }
}
