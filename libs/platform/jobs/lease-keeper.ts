import type { ActiveRun } from './active-run.js';
import type { JobSettings } from './job-settings.js';
import type { JobSignals } from './job-signals.js';
import type { JobStore } from './job-store.js';

/**
 * Renews the leases of one worker's running jobs, all in one statement, and hears on the way which of them an
 * operator cancelled and which were lost. Beats while something runs, and at once when one of them shall be cancelled.
 */
export class LeaseKeeper {
  private timer: NodeJS.Timeout | undefined;
  private unlisten: (() => void) | undefined;
  private beating: Promise<void> | undefined;
  private again = false;
  private lastSuccess = 0;

  constructor(
    private readonly store: JobStore,
    private readonly signals: JobSignals,
    private readonly settings: JobSettings,
    private readonly running: () => Iterable<ActiveRun>,
  ) {}

  keep(): void {
    if (this.timer) return;
    this.lastSuccess = performance.now();
    this.timer = setInterval(() => this.beat(), this.settings.heartbeatMs);
    this.unlisten = this.signals.listen((signal) => {
      if (signal.kind === 'listening' || (signal.kind === 'cancel' && [...this.running()].some(({ jobId }) => jobId === signal.jobId))) this.beat();
    });
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.unlisten?.();
    this.unlisten = undefined;
  }

  private beat(): void {
    this.again = true;
    this.beating ??= this.renew().finally(() => (this.beating = undefined));
  }

  private async renew(): Promise<void> {
    while (this.again) {
      this.again = false;
      const runs = [...this.running()];
      if (runs.length === 0) return;
      try {
        const held = new Map((await this.store.renew(runs.map(({ job }) => job.claim), this.settings.leaseMs)).map((row) => [row.claim, row]));
        this.lastSuccess = performance.now();
        for (const run of runs) {
          const mine = held.get(run.job.claim);
          // A job that was completed this moment is not held either; its run does not look at the reason any more.
          if (!mine) run.stop('LOST');
          else if (mine.cancelRequested) run.stop('CANCELLED');
        }
      } catch {
        // Without a renewal for a whole lease another worker has the jobs by now.
        if (performance.now() - this.lastSuccess > this.settings.leaseMs) for (const run of runs) run.stop('LOST');
      }
    }
  }
}
