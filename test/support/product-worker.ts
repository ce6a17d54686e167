import { createLogger, readConfig } from '#platform';
import { ENTITIES, JOB_HANDLERS, JOBS, PORTS, ROOMS } from '../../apps/assembly/rooms.js';
import { createWorker } from '../../apps/worker/create-worker.js';
import { until } from '../e2e/jobs/support/until.js';
import { asSuperuser } from './cluster.js';
import type { TestApp } from './test-app.js';

export interface ProductWorker {
  /** Until no job is due any more, by the test's clock. */
  runJobs(): Promise<void>;
  /** Asks once for what is due, where the worker does not listen by itself. */
  runDue(): Promise<void>;
  logText(): string;
  stop(): Promise<void>;
}

/** The product's worker beside a test's API. Through Redis jobs travel only to one that listens; otherwise it works when it is asked to. */
export const startProductWorker = async ({ name, url, clock }: TestApp, redisUrl: string | undefined): Promise<ProductWorker> => {
  const logged: string[] = [];
  const worker = await createWorker({
    config: readConfig({ ...(redisUrl !== undefined && { REDIS_URL: redisUrl }), DATABASE_URL: url, DATABASE_POOL_SIZE: '4' }), clock, entities: ENTITIES, ports: PORTS, rooms: ROOMS,
    work: { jobs: JOBS, handlers: JOB_HANDLERS }, logger: createLogger({ logLevel: 'debug' }, { write: (line: string) => void logged.push(line) }),
  });
  if (redisUrl !== undefined) await worker.start();
  const open = (): Promise<unknown[]> => asSuperuser(name, `SELECT state FROM job WHERE state = 'RUNNING' OR (state = 'WAITING' AND run_at <= $1)`, [clock.now()]);
  const runDue = async (): Promise<void> => {
    if (redisUrl === undefined) await worker.runner.runDue();
  };
  return {
    runDue,
    runJobs: async () => {
      await runDue();
      if (redisUrl !== undefined) await until(async () => (await open()).length === 0);
    },
    logText: () => logged.join(''),
    stop: () => worker.stop(),
  };
};
