import { readFileSync } from 'node:fs';
import { commandLine } from '#platform';

const LOOK_AT_PARENT_MS = 500;
// npm hands on the Ctrl-C that the terminal gave us already; a person needs longer for a second one.
const SECOND_REQUEST_AFTER_MS = 1_000;
const SHELL = /^(\S*\/)?(sh|dash|ash|bash|zsh) /;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Somebody wants the end, in whatever way. */
export interface StopRequest {
  readonly requested: Promise<void>;
  readonly isRequested: boolean;
  /** Runs when a person asks a second time, out of patience. */
  onImpatience(action: () => void): void;
  /** Takes all watches off again. */
  dispose(): void;
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

/**
 * Whether npm or its shell has gone. Only below npm: a start that was put into the background on purpose outlives
 * whoever did so. A shell between npm and us may survive npm, so its own parent is watched too (where /proc tells).
 */
function npmWatch(environment: Readonly<Record<string, string | undefined>>): () => boolean {
  if (environment['npm_lifecycle_event'] === undefined) return () => false;
  const parent = process.ppid;
  const npm = SHELL.test(commandLine(parent)) ? parentOf(parent) : undefined;
  return () => process.ppid !== parent || (npm !== undefined && parentOf(parent) !== npm);
}

/** Listens to signals, to the process that forked us, and to npm. */
export function watchForStop(environment: Readonly<Record<string, string | undefined>>): StopRequest {
  let resolve: () => void = () => undefined;
  const requested = new Promise<void>((done) => { resolve = done; });
  let since: number | undefined;
  let impatient: () => void = () => undefined;
  const request = (): void => {
    if (since === undefined) {
      since = performance.now();
      resolve();
    } else if (performance.now() - since > SECOND_REQUEST_AFTER_MS) {
      impatient();
    }
  };
  for (const name of SIGNALS) process.on(name, request);
  if (process.send !== undefined) process.on('disconnect', request);
  const npmHasGone = npmWatch(environment);
  const timer = setInterval(() => {
    if (since === undefined && npmHasGone()) request();
  }, LOOK_AT_PARENT_MS);
  return {
    requested,
    get isRequested() { return since !== undefined; },
    onImpatience(action) { impatient = action; },
    dispose() {
      clearInterval(timer);
      for (const name of SIGNALS) process.off(name, request);
      process.off('disconnect', request);
    },
  };
}
