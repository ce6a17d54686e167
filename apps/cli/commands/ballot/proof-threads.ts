import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { verifyBallots, type BallotFault, type BallotToVerify, type OpenSpec } from '#ballot-box';

// A thread costs about a fifth of a second to start, as much as some ballots.
const FEWEST = 48;
// Small enough that no thread is left with much when the others are done.
const CHUNK = 32;

export interface ProofTask {
  readonly spec: OpenSpec['spec'];
  readonly ballots: readonly BallotToVerify[];
}

/**
 * Verifies proofs in worker threads, 32 ballots at a time; few ballots here. Not the platform's pool: that would load
 * database and framework into each thread, and whoever checks a board needs neither.
 * @param threads how many; as many as the machine has room for by default
 */
export const proofThreads = (threads = availableParallelism()) => async (open: OpenSpec, ballots: readonly BallotToVerify[]): Promise<readonly (BallotFault | null)[]> => {
  if (threads < 2 || ballots.length < FEWEST) return verifyBallots(open.setting, ballots);
  const chunks = Array.from({ length: Math.ceil(ballots.length / CHUNK) }, (_, at) => ballots.slice(at * CHUNK, (at + 1) * CHUNK));
  const answers = new Array<readonly (BallotFault | null)[]>(chunks.length);
  let next = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./proof-worker.js', import.meta.url));
    try {
      for (let at = next++; at < chunks.length; at = next++) answers[at] = await ask(worker, { spec: open.spec, ballots: chunks[at] ?? [] });
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, chunks.length) }, work));
  return answers.flat();
};

function ask(worker: Worker, task: ProofTask): Promise<readonly (BallotFault | null)[]> {
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: readonly (BallotFault | null)[]) => { worker.off('error', reject); resolve(answer); });
    worker.once('error', reject);
    worker.postMessage(task);
  });
}
