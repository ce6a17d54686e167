import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { until } from './until.js';

/** A real Redis without persistence: after a restart it is empty. */
export interface TestRedis {
  readonly url: string;
  /** For looking inside. */
  readonly client: Redis;
  /** kill -9 */
  kill(): Promise<void>;
  /** Again on the same port. */
  restart(): Promise<void>;
  dispose(): Promise<void>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

export const startRedis = async (): Promise<TestRedis> => {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'jari-redis-'));
  const client = new Redis({ port, host: '127.0.0.1', lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => 50 });
  client.on('error', () => undefined);
  let server: ChildProcess | undefined;
  const launch = async (): Promise<void> => {
    server = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder], { stdio: 'ignore' });
    await once(server, 'spawn');
    await until(() => client.ping().then(() => true, () => false));
  };
  const kill = async (): Promise<void> => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  };
  await launch();
  return {
    url: `redis://127.0.0.1:${port}/0`,
    client,
    kill,
    restart: launch,
    async dispose() {
      client.disconnect();
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
