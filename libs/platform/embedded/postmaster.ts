import { chownSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../process/alive.js';
import { commandLine } from '../process/command-line.js';

/** What postmaster.pid says about a server. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** It accepts connections; otherwise it starts, recovers or stops. */
  readonly ready: boolean;
}

const pidFile = (data: string): string => join(data, 'postmaster.pid');
// Above every pid a kernel hands out (PID_MAX_LIMIT is 2^22), so PostgreSQL finds it dead.
const NOBODY = 4_194_305;

function readPidFile(data: string): string | undefined {
  try {
    return readFileSync(pidFile(data), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

// Only the postmaster keeps its arguments: its backends rename themselves to "postgres: …".
const serves = (pid: number, data: string): boolean => isAlive(pid) && commandLine(pid).includes(` -D ${data} `);

/**
 * The live server of this data folder, if there is one.
 * Line order of the file: pid, data folder, start time, port, socket folder, address, shared memory, status
 * (PostgreSQL documentation, "Database File Layout"; src/include/utils/pidfile.h).
 */
export function runningPostmaster(data: string): Postmaster | undefined {
  const lines = readPidFile(data)?.split('\n');
  const pid = Number(lines?.[0]);
  if (!lines || !(pid > 0) || !serves(pid, data)) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

/**
 * After a crash the pid in the file may meanwhile belong to an unrelated process of the same account, and
 * PostgreSQL would refuse to start for ever. The pid alone is replaced: the line about shared memory stays, by
 * which PostgreSQL finds out whether backends of the dead server still write.
 */
export function disownReusedPid(data: string): void {
  const text = readPidFile(data);
  const pid = Number(text?.split('\n')[0]);
  if (text === undefined || !(pid > 0) || !isAlive(pid) || serves(pid, data)) return;
  const { uid, gid, mode } = statSync(pidFile(data));
  const repaired = join(data, `postmaster.pid.${process.pid}`);
  writeFileSync(repaired, text.replace(/^\d+/, String(NOBODY)), { mode });
  if (process.getuid?.() === 0) chownSync(repaired, uid, gid);
  if (readPidFile(data) === text) renameSync(repaired, pidFile(data));
  else rmSync(repaired);
}
