import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { JobSettings } from '#platform';

/** One life of the built API or of a worker. */
export interface ProductProcess {
  /** kill -9 */
  kill(): Promise<void>;
  isRunning(): boolean;
  /** What it logged. */
  log(): string;
}

export interface ProcessOptions {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
}

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const start = async (script: string | URL, { databaseUrl, redisUrl }: ProcessOptions, environment: Readonly<Record<string, string>>): Promise<ProductProcess> => {
  const child = fork(script, [], {
    execArgv: [], stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: databaseUrl, REDIS_URL: redisUrl ?? '', LOG_LEVEL: 'warn', ...environment },
  });
  const logged: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => void logged.push(text));
  const ended = once(child, 'exit');
  await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => {
      throw new Error(`${String(script)} ended with ${code} before it was ready:\n${logged.join('')}`);
    }),
  ]);
  return {
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    isRunning: () => child.exitCode === null && child.signalCode === null,
    log: () => logged.join(''),
  };
};

/** The API as `npm start` runs it, ready. */
export const startApi = (options: ProcessOptions, port: number): Promise<ProductProcess> =>
  start('dist/apps/api/main.js', options, { PORT: String(port), HOST: '127.0.0.1', SIGN_IN_PER_MINUTE: '100000', DATABASE_POOL_SIZE: '8' });

/** Quick leases, so that a lost worker is noticed within the test. */
const QUICK: Partial<JobSettings> = { pollMs: 50, leaseMs: 2_500, heartbeatMs: 200, resendMs: 300, concurrency: 1 };

/** A worker with the product's rooms and handlers, ready. @param now the moment at which its clock stands; the real time where left out */
export const startWorker = (options: ProcessOptions, now?: Date): Promise<ProductProcess> =>
  start(new URL('./quick-worker.mjs', import.meta.url), options, { DATABASE_POOL_SIZE: '4', TEST_JOB_SETTINGS: JSON.stringify(QUICK), TEST_NOW: now?.toISOString() ?? '' });
