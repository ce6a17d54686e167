import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface ChildProgram {
  readonly name: 'api' | 'worker';
  readonly script: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface ChildOptions {
  readonly root: string;
  /** Log to the terminal and not to `var/log/<name>.log`. */
  readonly logsToTerminal: boolean;
  /** How long it may drain before it is killed. */
  readonly drainMs: number;
}

/** One life of one program. */
export interface Child {
  readonly pid: number | undefined;
  /** Resolves when it says that it works; never when it does not. */
  readonly ready: Promise<void>;
  /** Resolves with how it ended, in words a person understands. */
  readonly ended: Promise<string>;
  /** Lets it drain, and kills it when that takes too long. */
  stop(): Promise<void>;
  kill(): void;
}

const LARGEST_LOG = 20 * 1024 * 1024;
const LAST_WORDS = 12;

export const logFile = (root: string, name: string): string => join(root, 'var', 'log', `${name}.log`);

function openLog(root: string, name: string): number {
  const file = logFile(root, name);
  mkdirSync(join(root, 'var', 'log'), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** The end of a program's log, for the person who sees it fail. */
export function lastWords(root: string, name: string): string {
  try {
    return readFileSync(logFile(root, name), 'utf8').trimEnd().split('\n').slice(-LAST_WORDS).join('\n');
  } catch {
    return '';
  }
}

function saysReady(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.on('message', (message: unknown) => {
      if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready') done();
    });
  });
}

/**
 * Starts a program with an IPC channel, by whose closing it notices our end. It gets a process group of its own:
 * Ctrl-C in the terminal reaches us alone, and we say in which order things end.
 */
export function startChild({ name, script, environment }: ChildProgram, { root, logsToTerminal, drainMs }: ChildOptions): Child {
  const log = logsToTerminal ? 2 : openLog(root, name);
  const child = fork(script, [], { cwd: root, env: environment as NodeJS.ProcessEnv, execArgv: ['--enable-source-maps'], detached: true, stdio: ['ignore', log, log, 'ipc'] });
  if (!logsToTerminal) closeSync(log);
  const ready = saysReady(child);
  const ended = new Promise<string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(signal ?? `code ${code}`));
  });
  const send = (signal: NodeJS.Signals): void => { child.kill(signal); };
  return {
    pid: child.pid,
    ready,
    ended,
    async stop() {
      send('SIGTERM');
      const deadline = setTimeout(() => send('SIGKILL'), drainMs);
      await ended;
      clearTimeout(deadline);
    },
    kill: () => send('SIGKILL'),
  };
}
