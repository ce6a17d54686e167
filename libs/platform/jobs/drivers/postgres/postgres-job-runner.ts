import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Logger } from '../../../logging/logger.js';
import { JobExecutor } from '../../job-executor.js';
import { drain, JobRunner } from '../../job-runner.js';
import { JOB_SETTINGS, type JobSettings } from '../../job-settings.js';
import { JobSignals } from '../../job-signals.js';
import { JobStore } from '../../job-store.js';
import { WakeUp } from '../../wake-up.js';

/** Takes due jobs out of the table with SKIP LOCKED, so that any number of workers share it without waiting for one another. */
@Injectable()
export class PostgresJobRunner extends JobRunner implements BeforeApplicationShutdown {
  private readonly bell = new WakeUp();
  private loops: Promise<void>[] = [];
  private unlisten: (() => void) | undefined;

  constructor(
    private readonly executor: JobExecutor,
    private readonly store: JobStore,
    private readonly signals: JobSignals,
    private readonly logger: Logger,
    @Inject(JOB_SETTINGS) private readonly settings: JobSettings,
  ) {
    super();
  }

  override async start(): Promise<void> {
    if (this.loops.length > 0) return;
    this.unlisten = this.signals.listen((signal) => {
      if (signal.kind === 'due' || signal.kind === 'listening') this.bell.ring();
    });
    this.loops = Array.from({ length: this.settings.concurrency }, () => this.loop(() => this.executor.runOne()));
    this.loops.push(this.loop(async () => (await this.store.recoverLost()) > 0));
  }

  override async stop(): Promise<void> {
    this.unlisten?.();
    const stopped = this.executor.stop();
    this.bell.ring();
    await stopped;
  }

  override async runDue(): Promise<number> {
    return drain(this.executor, this.store);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  /** Steps for as long as there is something to do, then rests until a hint comes or the next look is due. */
  private async loop(step: () => Promise<boolean>): Promise<void> {
    while (!this.executor.isStopping) {
      const busy = await step().catch((error: unknown) => {
        this.logger.error('jobs.interrupted', error);
        return false;
      });
      if (!busy && !this.executor.isStopping) await this.bell.rest(this.settings.pollMs);
    }
  }
}
