import { Inject, Injectable } from '@nestjs/common';
import { JariError } from '../errors/jari-error.js';
import { Logger } from '../logging/logger.js';
import { ActiveRun } from './active-run.js';
import { JobHandlers } from './job-handlers.js';
import { JobOutcome } from './job-outcome.js';
import { JOB_SETTINGS, type JobSettings } from './job-settings.js';
import { JobSignals } from './job-signals.js';
import { JobStore, type ClaimedJob, type ClaimOptions } from './job-store.js';
import { LeaseKeeper } from './lease-keeper.js';

type StartOptions = Partial<Pick<ClaimOptions, 'only' | 'ignoreBackoff'>>;

/** Ends of a run that are no fault. */
const EXPECTED = ['job.done', 'job.cancelled', 'job.givenBack'];

/** Claims jobs and runs them to their outcome: what both drivers have in common. */
@Injectable()
export class JobExecutor {
  private readonly running = new Map<ActiveRun, Promise<void>>();
  private readonly claiming = new Set<Promise<unknown>>();
  private readonly leases: LeaseKeeper;
  private stopping = false;

  constructor(
    private readonly store: JobStore,
    private readonly outcome: JobOutcome,
    private readonly signals: JobSignals,
    private readonly handlers: JobHandlers,
    private readonly logger: Logger,
    @Inject(JOB_SETTINGS) private readonly settings: JobSettings,
  ) {
    this.leases = new LeaseKeeper(store, signals, settings, () => this.running.keys());
  }

  get types(): readonly string[] {
    return this.handlers.types;
  }

  get runningCount(): number {
    return this.running.size;
  }

  get isStopping(): boolean {
    return this.stopping;
  }

  /** Claims a due job. @returns the promise of its end inside an object, or undefined when nothing is due */
  async start(options: StartOptions = {}): Promise<{ readonly end: Promise<void> } | undefined> {
    if (this.stopping) return undefined;
    const claiming = this.claim(options);
    this.claiming.add(claiming);
    try {
      return await claiming;
    } finally {
      this.claiming.delete(claiming);
    }
  }

  /** Claims a due job and runs it to its outcome. @returns whether there was one */
  async runOne(options: StartOptions = {}): Promise<boolean> {
    const started = await this.start(options);
    await started?.end;
    return started !== undefined;
  }

  /** Takes nothing new, tells the running handlers to stop and waits for them, at most the grace period. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const run of this.running.keys()) run.stop('STOPPING');
    await Promise.allSettled(this.claiming);
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.settings.graceMs);
    });
    await Promise.race([Promise.allSettled(this.running.values()), patience]);
    clearTimeout(timer);
    this.leases.stop();
  }

  private async claim(options: StartOptions): Promise<{ readonly end: Promise<void> } | undefined> {
    const job = await this.store.claim({ types: this.handlers.types, leaseMs: this.settings.leaseMs, ...options });
    if (!job) return undefined;
    if (this.stopping) {
      await this.outcome.givenBack(job);
      return undefined;
    }
    return { end: this.track(job) };
  }

  private track(job: ClaimedJob): Promise<void> {
    const run = new ActiveRun(job, this.outcome, this.signals);
    const end = this.run(run).finally(() => {
      this.running.delete(run);
      if (this.running.size === 0) this.leases.stop();
    });
    this.running.set(run, end);
    this.leases.keep();
    return end;
  }

  private async run(run: ActiveRun): Promise<void> {
    const { job } = run;
    try {
      this.signals.changed(job);
      await this.handlers.handlerOf(job.type).handle(job.payload, run);
      this.report(run, run.isCommitted || (await this.outcome.done(job)) ? 'job.done' : 'job.lost');
    } catch (thrown) {
      if (run.isCommitted) this.report(run, 'job.failedAfterCommit', thrown);
      // A database that cannot be reached now leaves the job to its lease.
      else await this.settle(run, thrown).catch((error: unknown) => this.report(run, 'job.lost', error));
    }
    this.signals.changed(job);
  }

  private async settle(run: ActiveRun, thrown: unknown): Promise<void> {
    if (run.stopReason === 'LOST') return this.report(run, 'job.lost');
    if (run.stopReason === 'STOPPING') {
      await this.outcome.givenBack(run.job);
      this.report(run, 'job.givenBack');
      this.signals.due();
      return;
    }
    const state = await this.outcome.failed(run.job, thrown instanceof JariError ? thrown.code : 'INTERNAL_ERROR');
    if (state === 'CANCELLED') this.report(run, 'job.cancelled');
    else this.report(run, state === 'DEAD' ? 'job.dead' : state === undefined ? 'job.lost' : 'job.failed', thrown);
  }

  /** One entry for each run of a job, with the request that asked for it. */
  private report({ job, durationMs }: ActiveRun, event: string, thrown?: unknown): void {
    const fields = {
      jobType: job.type, jobId: job.id, attempt: job.attempt, requestId: job.requestId, organizationId: job.organizationId, durationMs,
      ...(thrown instanceof JariError && { errorCode: thrown.code }),
    };
    if (EXPECTED.includes(event)) this.logger.info(event, fields);
    else this.logger.error(event, thrown, fields);
  }
}
