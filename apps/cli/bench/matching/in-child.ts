import { fork } from 'node:child_process';
import { join } from 'node:path';
import { median } from '../load/percentile.js';
import type { Answer, Row, Task } from './measured.js';

/** Beyond the limit that a mechanism keeps to itself, for reading the round and for those that never look up. */
const GRACE_MS = 15_000;

/** Runs one program in a process of its own, so that its peak memory is its own. */
export async function inChild(root: string, task: Task): Promise<Answer> {
  const child = fork(join(root, 'dist/apps/cli/bench/matching/child.js'), [], {
    cwd: root, execArgv: [`--max-old-space-size=${task.limitMb}`], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const failed = (stopped: 'time' | 'memory' | 'failed'): Answer => ({ ms: [], peakMb: 0, stopped, note: '', hash: '' });
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(failed('time'));
      child.kill('SIGKILL');
    }, task.limitMs + GRACE_MS);
    child.once('message', (answer: Answer) => resolve(answer));
    // V8 aborts (SIGABRT) when its heap is full.
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      if (code !== 0) resolve(failed(signal === 'SIGABRT' || code === 134 ? 'memory' : 'failed'));
    });
    child.send(task);
  });
}

/** The row of an answer; what stopped before its first run ended has no time. */
export function rowOf(task: Task, employees: number, { ms, peakMb, stopped, note }: Answer): Row {
  return {
    program: task.program, mechanism: task.mechanism, employees, runs: ms.length, stopped, note,
    ms: ms.length === 0 ? null : median(ms), firstMs: ms[0] ?? null, peakMb: peakMb === 0 ? null : Math.round(peakMb),
  };
}
