import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A program under measurement, in a process of its own. */
export interface Program {
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

export interface ProgramOptions {
  readonly root: string;
  /** Below the top folder. */
  readonly script: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Arguments of Node itself. */
  readonly nodeArguments?: readonly string[];
}

/** A TCP port that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });

const isReady = (message: unknown): boolean => typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';

/**
 * Starts a built program and waits until it says that it is ready. It logs to `var/bench/<name>.log` as it would in service.
 * @throws Error when it ends before
 */
export const startProgram = async (name: string, { root, script, environment = {}, nodeArguments = [] }: ProgramOptions): Promise<Program> => {
  const folder = join(root, 'var', 'bench');
  mkdirSync(folder, { recursive: true });
  const log = openSync(join(folder, `${name}.log`), 'w', 0o600);
  const child = fork(join(root, script), [], {
    cwd: root, execArgv: ['--enable-source-maps', ...nodeArguments], env: { ...process.env, ...environment }, serialization: 'advanced', stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const ended = new Promise<void>((done) => void child.once('exit', () => done()));
  await new Promise<void>((resolve, reject) => {
    const ready = (message: unknown): void => {
      if (!isReady(message)) return;
      child.off('message', ready);
      resolve();
    };
    child.on('message', ready);
    child.once('error', reject);
    void ended.then(() => reject(new Error(`${name} ended before it was ready; see var/bench/${name}.log`)));
  });
  return {
    child,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
