import type { Logger } from '#platform';

/** Work of the product itself that nobody asked for and that may be done by any worker, several at once included. */
export interface PeriodicTask {
  /** `noun.verb`, for the log. */
  readonly name: string;
  readonly everyMs: number;
  run(): Promise<unknown>;
}

/** Repeats its tasks; a task never overlaps itself, and one that fails is tried again at its next turn. */
export class PeriodicTasks {
  private readonly timers = new Map<PeriodicTask, NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private stopped = false;

  constructor(
    private readonly tasks: readonly PeriodicTask[],
    private readonly logger: Pick<Logger, 'error'>,
  ) {}

  start(): void {
    for (const task of this.tasks) this.plan(task);
  }

  /** Every task once, one after the other, e.g. at the end of a demo. */
  async runAll(): Promise<void> {
    for (const task of this.tasks) await this.attempt(task);
  }

  /** Begins nothing more and awaits what runs. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    await Promise.all(this.running);
  }

  private plan(task: PeriodicTask): void {
    if (this.stopped) return;
    this.timers.set(
      task,
      setTimeout(() => {
        const run = this.attempt(task).finally(() => {
          this.running.delete(run);
          this.plan(task);
        });
        this.running.add(run);
      }, task.everyMs),
    );
  }

  private async attempt(task: PeriodicTask): Promise<void> {
    try {
      await task.run();
    } catch (thrown) {
      this.logger.error(`periodic.${task.name}`, thrown);
    }
  }
}
