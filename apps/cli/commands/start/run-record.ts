import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { commandLine, isAlive } from '#platform';

interface RunningChild {
  readonly pid: number;
  readonly script: string;
}

interface Run {
  readonly pid: number;
  readonly command: string;
  readonly children: readonly RunningChild[];
}

const LOOK_AGAIN_MS = 50;
const PATIENCE_MS = 10_000;

const folderOf = (root: string): string => join(root, 'var', 'run');

function readRun(file: string): Run | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Run;
  } catch {
    // Half written when everything was killed: its children end by themselves all the same.
    return undefined;
  }
}

/** Notes which processes this start has, for a next one after everything was killed. */
export class RunRecord {
  private readonly file: string;

  constructor(root: string) {
    mkdirSync(folderOf(root), { recursive: true });
    this.file = join(folderOf(root), `${process.pid}.json`);
  }

  write(children: readonly RunningChild[]): void {
    writeFileSync(this.file, JSON.stringify({ pid: process.pid, command: commandLine(process.pid), children } satisfies Run));
  }

  remove(): void {
    rmSync(this.file, { force: true });
  }
}

// A pid is reused some day; the program it runs tells.
const lives = ({ pid, script }: RunningChild): boolean => isAlive(pid) && commandLine(pid).includes(script);

function orphansOf(root: string): RunningChild[] {
  const folder = folderOf(root);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const run = readRun(join(folder, name));
    const children = run?.children.filter(lives) ?? [];
    // A start that lives looks after its own children.
    if (run && run.pid !== process.pid && isAlive(run.pid) && commandLine(run.pid) === run.command) return [];
    if (children.length === 0) rmSync(join(folder, name), { force: true });
    return children;
  });
}

/**
 * API and worker of an earlier start that was killed: they notice it and drain, which may take some seconds in
 * which they still hold the port. Waits for them, and ends those that hang.
 */
export async function awaitOrphans(root: string, patienceMs = PATIENCE_MS): Promise<void> {
  for (let waited = 0; waited < patienceMs; waited += LOOK_AGAIN_MS) {
    if (orphansOf(root).length === 0) return;
    await delay(LOOK_AGAIN_MS);
  }
  for (const { pid } of orphansOf(root)) process.kill(pid, 'SIGKILL');
  while (orphansOf(root).length > 0) await delay(LOOK_AGAIN_MS);
}
