import { NestFactory } from '@nestjs/core';
import { JobRunner } from '#platform';
import { PeriodicTasks } from './periodic-tasks.js';
import { systemTasks } from './system-tasks.js';
import { WorkerModule, type WorkerOptions } from './worker.module.js';

export interface Worker {
  readonly runner: JobRunner;
  readonly periodic: PeriodicTasks;
  /** Begins to take jobs and to do the chores. */
  start(): Promise<void>;
  /** Takes nothing more, awaits what runs, closes every connection. */
  stop(): Promise<void>;
}

/**
 * A worker that has not begun yet.
 * @throws Error when a declared kind of job has no handler or two, or the database cannot be reached
 */
export const createWorker = async (options: WorkerOptions): Promise<Worker> => {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(options), { logger: options.logger.forNest(), abortOnError: false });
  const runner = app.get(JobRunner);
  const periodic = new PeriodicTasks(systemTasks(app), options.logger);
  let stopping: Promise<void> | undefined;
  return {
    runner,
    periodic,
    async start() {
      await runner.start();
      periodic.start();
      await options.warmUp?.(app).catch((error: unknown) => options.logger.error('worker.warmUp', error));
    },
    async stop() {
      stopping ??= Promise.all([periodic.stop(), runner.stop()]).then(() => app.close());
      await stopping;
    },
  };
};
