import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { JobSettings } from '#platform';

export interface ChildWorker {
  readonly pid: number;
  /** kill -9 */
  kill(): Promise<void>;
  /** SIGTERM. @returns the exit code */
  terminate(): Promise<number | null>;
}

/** The product's own worker program. */
export const PRODUCT_WORKER = new URL('../../../../apps/worker/main.ts', import.meta.url);
const TEST_WORKER = new URL('./worker-process.ts', import.meta.url);

/** A real worker process, ready to work. @throws Error with its exit code when it does not start */
export const startChildWorker = async (
  databaseUrl: string, redisUrl: string | undefined, settings: Partial<JobSettings>, program = TEST_WORKER,
): Promise<ChildWorker> => {
  const child = fork(program, [], {
    execArgv: ['--conditions=source', '--import', './test/e2e/jobs/support/ts-loader.mjs'],
    env: {
      ...process.env, NODE_OPTIONS: '', DATABASE_URL: databaseUrl, REDIS_URL: redisUrl ?? '', LOG_LEVEL: 'error', DATABASE_POOL_SIZE: '4',
      TEST_JOB_SETTINGS: JSON.stringify(settings),
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => {
      throw new Error(`The worker ended with ${code} before it was ready`);
    }),
  ]);
  const send = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    const [code] = await ended;
    return code;
  };
  return {
    pid: child.pid ?? 0,
    kill: async () => void (await send('SIGKILL')),
    terminate: () => send('SIGTERM'),
  };
};
