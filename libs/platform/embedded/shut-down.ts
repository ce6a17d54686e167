import { setTimeout as delay } from 'node:timers/promises';
import { isAlive } from '../process/alive.js';

const LOOK_AGAIN_MS = 20;
const FAST_SHUTDOWN_MS = 30_000;
const IMMEDIATE_SHUTDOWN_MS = 10_000;

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function endsWithin(pid: number, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += LOOK_AGAIN_MS) {
    if (!isAlive(pid)) return true;
    await delay(LOOK_AGAIN_MS);
  }
  return !isAlive(pid);
}

/**
 * Ends a server and waits until it is gone. SIGINT is the fast shutdown: transactions are rolled back, a
 * checkpoint is written. SIGQUIT, only when that hangs, leaves recovery to the next start; no data are lost.
 * (PostgreSQL documentation, "Shutting Down the Server".)
 */
export async function shutDown(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await endsWithin(pid, FAST_SHUTDOWN_MS)) return;
  signal(pid, 'SIGQUIT');
  if (!(await endsWithin(pid, IMMEDIATE_SHUTDOWN_MS))) throw new Error(`PostgreSQL (process ${pid}) does not stop`);
}
