import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Words = Readonly<Record<string, string>>;

/** Runs the built `jari` in a process of its own, which gets nothing of this one's environment but what it needs to start. */
export const jari = (argv: readonly string[], environment: Words = {}): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['dist/apps/cli/main.js', ...argv], { env: { PATH: process.env['PATH'], ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });

/** A folder of a test, with everything in it gone at the end. */
export class Bench {
  readonly path = mkdtempSync(join(tmpdir(), 'jari-tools-'));

  at(...names: readonly string[]): string {
    return join(this.path, ...names);
  }

  /** Lays documents where a tool with `--files` reads them. @returns the folder */
  files(name: string, documents: Readonly<Record<string, unknown>>): string {
    const folder = this.at(name);
    mkdirSync(folder, { recursive: true });
    for (const [document, value] of Object.entries(documents)) writeFileSync(join(folder, `${document}.json`), JSON.stringify(value));
    return folder;
  }

  read(...names: readonly string[]): unknown {
    return JSON.parse(readFileSync(this.at(...names), 'utf8'));
  }

  copy(from: string, to: string): string {
    cpSync(this.at(from), this.at(to), { recursive: true });
    return this.at(to);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** The body of what a tool with `--files` has put down to be sent. */
export const letterIn = (folder: string, name: string): Record<string, unknown> => (JSON.parse(readFileSync(join(folder, 'out', `${name}.json`), 'utf8')) as { body: Record<string, unknown> }).body;

/** What went wrong is in what the tool said. @throws Error unless it ended with this code */
export const mustEnd = (code: number, ran: Ran): Ran => {
  if (ran.code !== code) throw new Error(`exit ${ran.code} instead of ${code}\n${ran.stdout}${ran.stderr}`);
  return ran;
};
