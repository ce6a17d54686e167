import { InjectQueue } from '@nestjs/bull';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Logger } from '../../../logging/logger.js';
import { JobExecutor } from '../../job-executor.js';
import { drain, JobRunner } from '../../job-runner.js';
import { JOB_SETTINGS, type JobSettings } from '../../job-settings.js';
import { JobStore } from '../../job-store.js';
import { WakeUp } from '../../wake-up.js';
import { BULL_QUEUE, deliver, endQueue, isConnected, withoutConnectionName, type BullQueue } from './bull-queue.js';

const SEND_AT_MOST = 500;

/**
 * Receives ids from Bull and claims their rows in PostgreSQL before it does anything: a delivery that comes twice or
 * too early finds nothing to claim. Meanwhile it looks into the table for what no delivery carries (deadlines,
 * retries, whatever Redis forgot) and sends it. While Redis is away, or what was sent does not arrive, it works straight
 * from the table.
 */
@Injectable()
export class BullJobRunner extends JobRunner implements BeforeApplicationShutdown {
  private readonly bell = new WakeUp();
  private started = false;
  private sweeping: Promise<void> | undefined;
  private stopping: Promise<void> | undefined;

  constructor(
    private readonly executor: JobExecutor,
    private readonly store: JobStore,
    private readonly logger: Logger,
    @Inject(JOB_SETTINGS) private readonly settings: JobSettings,
    @InjectQueue(BULL_QUEUE) private readonly queue: BullQueue,
  ) {
    super();
  }

  override async start(): Promise<void> {
    if (this.started) return;
    this.started = true;
    // Resolves only when the queue closes, so it is not awaited.
    void withoutConnectionName(this.queue)
      .process(this.settings.concurrency, async ({ data }) => {
        await this.executor.runOne({ only: data }).catch((error: unknown) => this.interrupted(error));
      })
      .catch((error: unknown) => this.interrupted(error));
    this.sweeping = this.sweepOnAndOn();
  }

  override async stop(): Promise<void> {
    this.stopping ??= this.stopOnce();
    await this.stopping;
  }

  override async runDue(): Promise<number> {
    return drain(this.executor, this.store);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  private async stopOnce(): Promise<void> {
    const stopped = this.executor.stop();
    this.bell.ring();
    await this.sweeping;
    await stopped;
    if (this.started) await endQueue(this.queue);
  }

  private async sweepOnAndOn(): Promise<void> {
    while (!this.executor.isStopping) {
      await this.sweep().catch((error: unknown) => this.interrupted(error));
      if (!this.executor.isStopping) await this.bell.rest(this.settings.pollMs);
    }
  }

  private async sweep(): Promise<void> {
    await this.store.recoverLost();
    if (!isConnected(this.queue)) return this.workDirectly();
    const unsent = await this.store.takeUnsent(this.settings.resendMs, SEND_AT_MOST);
    // Sent in vain although this worker has a hand free: Bull is recovering from something, and work does not wait for that.
    if (unsent.some(({ overdue }) => overdue)) await this.workDirectly();
    for (const job of unsent) await deliver(this.queue, job, job.attempts);
  }

  private async workDirectly(): Promise<void> {
    while (this.executor.runningCount < this.settings.concurrency) {
      const started = await this.executor.start();
      if (!started) return;
      // The next one at once, as long as there is something that nobody delivers.
      void started.end.finally(() => this.bell.ring());
    }
  }

  private interrupted(error: unknown): void {
    this.logger.error('jobs.interrupted', error);
  }
}
