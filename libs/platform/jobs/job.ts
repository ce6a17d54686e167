import type { WorkContext } from '../database/actor.js';
import type { Tx } from '../database/transaction.js';

/** What a job carries: ids and small facts as plain JSON. Never personal text, wishes, reasons or ballots. */
export type JobPayload = { readonly [key: string]: string | number | boolean | null };

/** A kind of job. One file per kind under `jobs/` of its room, together with its handler. */
export interface JobType<P extends JobPayload> {
  /** `noun.verb`, unique in the product. */
  readonly name: string;
  /** Attempts before the job is dead and waits for an operator. */
  readonly maxAttempts: number;
  /** Milliseconds before the second attempt; doubles each time, at most an hour. */
  readonly backoffMs: number;
  /** Type-only marker of the payload. */
  readonly payload?: P;
}

export const defineJob = <P extends JobPayload>(name: string, options: Partial<Omit<JobType<P>, 'name'>> = {}): JobType<P> => ({
  name,
  maxAttempts: options.maxAttempts ?? 8,
  backoffMs: options.backoffMs ?? 1000,
});

export interface EnqueueOptions {
  /** Not before this moment of the product's clock (deadlines). */
  readonly runAt?: Date;
  /** A second job of the same type and key is not added while the first is waiting or running. */
  readonly key?: string;
}

/** The port through which work is put off. Two drivers exist; only the apps choose one. */
export abstract class JobQueue {
  /** Adds the job in the caller's transaction: it exists if and only if the transaction commits. @returns the job's id */
  abstract enqueue<P extends JobPayload>(tx: Tx, type: JobType<P>, payload: P, options?: EnqueueOptions): Promise<string>;
}

/** What a handler may use while it runs. */
export interface JobRun {
  readonly jobId: string;
  readonly attempt: number;
  /** The organisation and requester of the job. */
  readonly context: WorkContext;
  /**
   * Aborted when an operator cancels the job, the worker is stopping or has lost the job to another one.
   * A handler that stops early throws (`signal.throwIfAborted()`); one that returns has done its work.
   */
  readonly signal: AbortSignal;
  /** `fraction` 0–1 with a short stage code, visible to whoever watches the job. */
  progress(fraction: number, stage?: string): Promise<void>;
  /**
   * Marks the job done inside the handler's own transaction, so that its effect and the mark commit together:
   * exactly one effect however often the job is delivered. Call it last; what follows may run twice or never.
   * @throws JobLostError when the job is no longer this run's; the transaction then rolls back
   */
  completeIn(tx: Tx): Promise<void>;
}

/** Does one kind of job. Must be idempotent: delivery is at least once. Its class stands in the `…_JOB_HANDLERS` of its room. */
export interface JobHandler<P extends JobPayload = JobPayload> {
  readonly type: JobType<P>;
  handle(payload: P, run: JobRun): Promise<void>;
}
