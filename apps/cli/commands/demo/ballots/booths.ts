import { ThreadPool } from '#platform';
import type { BoothTask, EncryptedVote } from './booth-task.js';

const MODULE = new URL(import.meta.url.endsWith('.ts') ? './booth-thread.ts' : './booth-thread.js', import.meta.url);

/** The voters have machines of their own; here one thread encrypts beside everything else that goes on. */
const THREADS = 1;

/** Votes on their way: encrypted in the background, in the order in which they are asked for. */
export class Booths {
  private readonly pool = new ThreadPool<BoothTask, EncryptedVote>(MODULE, THREADS);

  encrypt(task: BoothTask): Promise<EncryptedVote> {
    const vote = this.pool.run(task);
    // Whoever waits for the vote hears of a failure; nobody else is to be struck by it meanwhile.
    vote.catch(() => undefined);
    return vote;
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}
