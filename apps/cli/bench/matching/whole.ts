import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface WholeRun {
  readonly ms: number;
  readonly peakMb: number;
}

/**
 * One whole process as a person would start it, CSV in to explanations out: `jari solve --mechanism da-star --format csv`,
 * its output into a file. The clock runs from before Node starts until the process is gone.
 */
export async function runWhole(root: string, folder: string): Promise<WholeRun> {
  const peak = join(folder, 'peak.txt');
  const out = openSync(join(folder, 'whole.csv'), 'w');
  const report = pathToFileURL(join(root, 'dist/apps/cli/bench/matching/report-peak.js')).href;
  const begun = performance.now();
  const child = spawn(process.execPath, [
    '--import', report, join(root, 'dist/apps/cli/main.js'), 'solve', '--mechanism', 'da-star', '--seed', '1', '--format', 'csv', join(folder, 'employees.csv'), join(folder, 'seats.csv'),
  ], { cwd: root, env: { ...process.env, JARI_BENCH_PEAK: peak }, stdio: ['ignore', out, 'ignore'] });
  const code = await new Promise<number | null>((resolve) => void child.once('exit', resolve));
  const ms = performance.now() - begun;
  closeSync(out);
  if (code !== 0) throw new Error(`jari solve ended with ${code}`);
  const peakMb = Number(readFileSync(peak, 'utf8'));
  rmSync(peak);
  return { ms, peakMb };
}
