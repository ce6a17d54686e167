import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface LimitRun {
  /** Milliseconds of each run. */
  readonly ms: readonly number[];
  /** FNV-1a of the assignment as 32-bit integers. */
  readonly hash: string;
}

/** Runs the C loop on the `round.bin` of a folder. */
export type Limit = (folder: string, runs: number) => Promise<LimitRun>;

/** Compiles limit.c. @returns null where there is no C compiler (`CC`, else `cc`) */
export function compileLimit(root: string, environment: Readonly<Record<string, string | undefined>> = process.env): Limit | null {
  const folder = join(root, 'var', 'bench', 'matching');
  mkdirSync(folder, { recursive: true });
  const program = join(folder, 'limit');
  try {
    execFileSync(environment['CC'] ?? 'cc', ['-O2', '-o', program, join(root, 'apps', 'cli', 'bench', 'matching', 'limit.c')], { stdio: 'pipe' });
  } catch {
    return null;
  }
  return async (round, runs) => {
    const { stdout } = await run(program, [join(round, 'round.bin'), String(runs)]);
    return { ms: [...stdout.matchAll(/^([\d.]+) ms$/gm)].map(([, ms]) => Number(ms)), hash: /hash ([0-9a-f]{8})/.exec(stdout)?.[1] ?? '' };
  };
}

/** The same hash of an assignment of the engine. */
export function assignmentHash(assignment: Int32Array): string {
  const bytes = new Uint8Array(assignment.buffer, assignment.byteOffset, assignment.byteLength);
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
