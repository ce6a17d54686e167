import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { verifyBallots, type BallotFault, type BallotToVerify, type OpenSpec } from '#ballot-box';

// A thread costs about a fifth of a second to start, as much as some ballots.
const FEWEST = 48;
// Small enough that no thread is left with much when the others are done.
const CHUNK = 16;

export interface ProofTask {
  readonly spec: OpenSpec['spec'];
  readonly ballots: readonly BallotToVerify[];
}

type Faults = readonly (BallotFault | null)[];

/**
 * Verifies proofs in worker threads; few ballots, or with one thread, here.
 * @param threads how many; as many as the machine has room for by default
 */
export const proofThreads = (threads = availableParallelism()) => async (open: OpenSpec, ballots: readonly BallotToVerify[]): Promise<Faults> =>
  (threads < 2 || ballots.length < FEWEST ? verifyBallots(open.setting, ballots) : verifyInThreads(threads, open, ballots));

/**
 * In so many worker threads, 16 ballots at a time. Not the platform's pool: that would load database and framework into each
 * thread, and whoever checks a board needs neither.
 */
export const verifyInThreads = async (threads: number, open: OpenSpec, ballots: readonly BallotToVerify[]): Promise<Faults> => {
  const chunks = Array.from({ length: Math.ceil(ballots.length / CHUNK) }, (_, at) => ballots.slice(at * CHUNK, (at + 1) * CHUNK));
  const answers = new Array<Faults>(chunks.length);
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

function ask(worker: Worker, task: ProofTask): Promise<Faults> {
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: Faults) => { worker.off('error', reject); resolve(answer); });
    worker.once('error', reject);
    worker.postMessage(task);
  });
}
