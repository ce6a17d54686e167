import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBoard } from '#ballot-box';
import { countedBoard, type Election } from '../ballots/election.js';

const DIGITS = 4;

/**
 * Writes each board as published, and the receipts as the voters keep them, below `var/demo/`. A receipt's file is called by its
 * number on the intake, which names nobody.
 * @returns what was written, as the summary names it
 */
export const writeBallots = (root: string, elections: readonly Election[]): readonly string[] => {
  const folder = join(root, 'var', 'demo');
  // Those of an earlier season belong to other keys.
  for (const name of ['boards', 'receipts']) rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(join(folder, 'boards'), { recursive: true });
  return elections.flatMap((election) => {
    const { position } = election.plan;
    const receipts = join(folder, 'receipts', position);
    mkdirSync(receipts, { recursive: true });
    writeFileSync(join(folder, 'boards', `${position}.json`), writeBoard(countedBoard(election)));
    for (const receipt of election.receipts) writeFileSync(join(receipts, `${`${receipt.intakeIndex}`.padStart(DIGITS, '0')}.json`), `${JSON.stringify(receipt)}\n`);
    return [`var/demo/boards/${position}.json`, `var/demo/receipts/${position}/ (${election.receipts.length})`];
  });
};
