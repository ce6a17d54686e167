import type { WorkContext } from '../database/actor.js';
import type { Tx } from '../database/transaction.js';
import type { JobRun } from './job.js';
import type { JobOutcome } from './job-outcome.js';
import { JobLostError } from './job-ref.js';
import type { JobSignals } from './job-signals.js';
import type { ClaimedJob } from './job-store.js';

export type StopReason = 'CANCELLED' | 'STOPPING' | 'LOST';

/** Progress that follows so closely upon the last one is not worth a write, unless the stage changed. */
const PROGRESS_PAUSE_MS = 200;

/** One attempt at one job, as its handler sees it. */
export class ActiveRun implements JobRun {
  readonly jobId: string;
  readonly attempt: number;
  readonly context: WorkContext;
  private readonly controller = new AbortController();
  private reason: StopReason | undefined;
  private committed = false;
  private readonly startedAt = performance.now();
  private last = { at: -Infinity, stage: null as string | null };

  constructor(
    readonly job: ClaimedJob,
    private readonly outcome: JobOutcome,
    private readonly signals: JobSignals,
  ) {
    this.jobId = job.id;
    this.attempt = job.attempt;
    this.context = { organizationId: job.organizationId, actor: job.requestedBy, requestId: job.requestId };
  }

  /** Since the run began, to a tenth. */
  get durationMs(): number {
    return Math.round((performance.now() - this.startedAt) * 10) / 10;
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get stopReason(): StopReason | undefined {
    return this.reason;
  }

  /** Whether the handler's own transaction has marked the job done. */
  get isCommitted(): boolean {
    return this.committed;
  }

  /** The first reason stands, except that a lost job is lost whatever else was wanted. */
  stop(reason: StopReason): void {
    if (this.reason === undefined || reason === 'LOST') this.reason = reason;
    this.controller.abort(new JobLostError());
  }

  async progress(fraction: number, stage?: string): Promise<void> {
    const next = { at: performance.now(), stage: stage ?? this.last.stage };
    if (next.stage === this.last.stage && next.at - this.last.at < PROGRESS_PAUSE_MS) return;
    this.last = next;
    if (await this.outcome.progress(this.job, Math.min(1, Math.max(0, fraction)), next.stage)) this.signals.changed(this.job);
    else if (!this.committed) this.stop('LOST');
  }

  async completeIn(tx: Tx): Promise<void> {
    if (!(await this.outcome.doneIn(tx, this.job))) {
      this.stop('LOST');
      throw new JobLostError();
    }
    tx.afterCommit(() => {
      this.committed = true;
    });
  }
}
