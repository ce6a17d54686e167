import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { BallotFault } from '#ballot-box';
import { ThreadPool, ThreadSettings } from '#platform';
import { checkProofs, type ProofTask } from './proof-task.js';

const MODULE = new URL(import.meta.url.endsWith('.ts') ? './proof-thread.ts' : './proof-thread.js', import.meta.url);

/** Proofs are checked in threads: leases and requests go on meanwhile. */
@Injectable()
export class ProofThreads implements OnApplicationShutdown {
  private readonly pool: ThreadPool<ProofTask, readonly (BallotFault | null)[]> | null;

  constructor({ threads }: ThreadSettings) {
    this.pool = threads === 0 ? null : new ThreadPool(MODULE, threads);
  }

  /** Rejects with the signal's reason, or with ThreadEnded. */
  check(task: ProofTask, signal?: AbortSignal): Promise<readonly (BallotFault | null)[]> {
    return this.pool === null ? Promise.resolve(checkProofs(task)) : this.pool.run(task, { ...(signal && { signal }) });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.close();
  }
}
