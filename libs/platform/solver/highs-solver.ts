import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import { BinarySolver, SolverFailed, type BinaryProgram, type SolverAnswer, type SolverLimits } from './solver.js';

/** Beyond its time limit a solve may take this much longer (shares of the limit, and seconds) before its thread is ended. */
const GRACE_SHARE = 0.5;
const GRACE_SECONDS = 10;

type Reply = { readonly id: number } & ({ readonly answer: SolverAnswer } | { readonly failure: string });

/**
 * HiGHS (Huangfu & Hall 2018) in a thread of its own, which is kept for the next program and does not keep the process alive.
 * Programs are solved one after the other; aborting one ends the thread, and the next gets a new one.
 */
@Injectable()
export class HighsSolver extends BinarySolver implements OnApplicationShutdown {
  private worker: Worker | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private count = 0;

  override solve(program: BinaryProgram, limits: SolverLimits): Promise<SolverAnswer> {
    const mine = this.turn.then(() => this.run(program, limits));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** Ends the thread; a program on the way is answered with SolverFailed. */
  async dispose(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }

  onApplicationShutdown(): Promise<void> {
    return this.dispose();
  }

  private run(program: BinaryProgram, { timeLimit, signal }: SolverLimits): Promise<SolverAnswer> {
    signal?.throwIfAborted();
    const worker = this.worker ??= startWorker();
    const id = ++this.count;
    worker.ref();
    return new Promise((resolve, reject) => {
      const end = (settle: () => void, broken: boolean): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        worker.off('message', hear).off('error', fail).off('exit', leave);
        worker.unref();
        if (broken) {
          if (this.worker === worker) this.worker = null;
          void worker.terminate();
        }
        settle();
      };
      const abort = (): void => { end(() => { reject(signal?.reason); }, true); };
      const fail = (error: unknown): void => { end(() => { reject(new SolverFailed(error instanceof Error ? error.message : String(error))); }, true); };
      const leave = (): void => { fail(new Error('its thread ended')); };
      const hear = (reply: Reply): void => {
        if (reply.id !== id) return;
        if ('failure' in reply) fail(new Error(reply.failure));
        else end(() => { resolve(reply.answer); }, false);
      };
      // The solver looks at its clock now and then only; a thread that does not come back is ended.
      const timer = setTimeout(() => {
        end(() => { resolve({ status: 'UNDECIDED', values: null, bound: null, seconds: timeLimit }); }, true);
      }, 1_000 * (timeLimit * (1 + GRACE_SHARE) + GRACE_SECONDS));
      worker.on('message', hear).on('error', fail).on('exit', leave);
      signal?.addEventListener('abort', abort, { once: true });
      worker.postMessage({ id, program, timeLimit });
    });
  }
}

function startWorker(): Worker {
  const worker = new Worker(new URL('./highs-worker.mjs', import.meta.url));
  worker.unref();
  return worker;
}
