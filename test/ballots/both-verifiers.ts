import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyBoard } from '#ballot-box';

/** What a verifier says: nothing at fault, or the check that failed and what it names (`entry 3`, `trustee 2`, `slot 1`, `receipt 1`). */
export type Verdict = 'holds' | { readonly check: string; readonly names: string | null };

/** What both say of one board. */
export const both = async (board: unknown, receipts: readonly unknown[] = []): Promise<Verdict[]> => Promise.all([firstVerdict(board, receipts), secondVerdict(board, receipts)]);

/** Both refuse by this check and name this. */
export const refused = (check: string, names: string | null): Verdict[] => [{ check, names }, { check, names }];

/** Jari's own verifier. */
export async function firstVerdict(board: unknown, receipts: readonly unknown[] = []): Promise<Verdict> {
  const finding = (await verifyBoard(board, { receipts })).findings.find(({ fault }) => fault !== null);
  if (!finding?.fault) return 'holds';
  // There is no trustee 0; the first verifier means the joint key by it.
  const named = ['entry', 'trustee', 'slot', 'receipt'].find((what) => (finding.fault?.params[what] ?? 0) !== 0);
  return { check: finding.check, names: named === undefined ? null : `${named} ${finding.fault.params[named]}` };
}

/** The verifier in Python, by its command: on files, in a process of its own. */
export async function secondVerdict(board: unknown, receipts: readonly unknown[] = []): Promise<Verdict> {
  return readVerdict(await runSecond(JSON.stringify(board), receipts.map((receipt) => JSON.stringify(receipt))));
}

export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs the command on files of these texts. */
export async function runSecond(board: string, receipts: readonly string[] = []): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'jari-board-'));
  try {
    const write = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const files = receipts.map((receipt, at) => write(`${at + 1}.json`, receipt));
    return await python([write('board.json', board), ...(files.length === 0 ? [] : ['--receipts', ...files])]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const python = (files: readonly string[]): Promise<Ended> => new Promise((resolve, reject) => {
  execFile('python3', ['-B', 'test/ballots/verify_board.py', ...files], (error, stdout, stderr) => {
    if (error !== null && typeof error.code !== 'number') reject(error);
    else resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: `${stdout}${stderr}` });
  });
});

function readVerdict({ code, output }: Ended): Verdict {
  const fault = /^FAULT {2}(\S+): (.*)$/m.exec(output);
  if (fault === null && code === 0 && output.includes('This board holds.')) return 'holds';
  if (fault === null || code !== 1) throw new Error(`the second verifier ended with ${code}: ${output}`);
  const receipt = /^receipt \S*?(\d+)\.json/.exec(fault[2] ?? '')?.[1];
  return { check: fault[1] ?? '', names: receipt === undefined ? /^(?:entry|trustee|slot) \d+/.exec(fault[2] ?? '')?.[0] ?? null : `receipt ${receipt}` };
}
