import { CHECKS, readBoard, verifyBoard, type Board, type Finding, type Verification } from '#ballot-box';
import { EXIT, type Command, type CommandIo } from '../../command.js';
import { UnreadableFile } from '../solve/read-instance.js';
import { parseArguments } from './arguments.js';
import { CHECK_TEXTS } from './check-texts.js';
import { faultText } from './fault-texts.js';
import { proofThreads } from './proof-threads.js';
import { readJson, readReceipts, type NamedReceipt } from './read-files.js';

/**
 * `jari ballot verify`: recounts a published board from nothing but its file. Prints every check with its count and names
 * the first thing that does not hold.
 * @returns 0 when everything holds, 1 when something does not, 2 for a file that is not there or no JSON
 */
export const ballotVerify: Command = async (argv, io) => {
  const { board: file, receipts: paths, threads } = parseArguments(argv);
  let board: unknown;
  let receipts: NamedReceipt[];
  try {
    board = readJson(file);
    receipts = readReceipts(paths);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    io.stderr.write(`${error.message}\n`);
    return EXIT.badInput;
  }
  const verification = await verifyBoard(board, {
    receipts: receipts.map(({ receipt }) => receipt),
    verifyProofs: proofThreads(threads),
    onFinding: (finding) => printFinding(io, finding, receipts),
  });
  printEnd(io, verification, board);
  return verification.holds ? EXIT.done : EXIT.no;
};

function printFinding(io: CommandIo, { check, count, fault }: Finding, receipts: readonly NamedReceipt[]): void {
  const { ko, en } = CHECK_TEXTS[check];
  const number = `${CHECKS.indexOf(check) + 1}`.padStart(2);
  if (fault === null) {
    io.stdout.write(`  ✓ ${number} ${ko} · ${en}: ${count ?? 0}\n`);
    return;
  }
  const text = faultText(fault);
  const receipt = typeof fault.params.receipt === 'number' ? receipts[fault.params.receipt - 1]?.file : undefined;
  const from = receipt === undefined ? '' : `    ${receipt}\n`;
  io.stdout.write(`  ✗ ${number} ${ko} · ${en}\n${from}    ${text.ko}\n    ${text.en}\n`);
}

function printEnd(io: CommandIo, { holds, findings, electionId }: Verification, board: unknown): void {
  for (const { check } of findings.filter(({ count, fault }) => count === null && fault === null)) {
    // Receipts that nobody handed in are not a check left out.
    if (check !== 'receipts') io.stdout.write(`  – ${`${CHECKS.indexOf(check) + 1}`.padStart(2)} ${CHECK_TEXTS[check].ko} · ${CHECK_TEXTS[check].en}: 확인하지 못함 · not reached\n`);
  }
  if (!holds) {
    io.stdout.write('이 개표판은 성립하지 않습니다.\nThis board does not hold.\n');
    return;
  }
  const { spec, result } = readBoard(board);
  io.stdout.write(`${spec.position.name.ko} · ${spec.position.name.en}\n선거 번호 · election: ${electionId ?? ''}\n${result === null ? '' : resultLine(spec, result)}이 개표판은 모두 성립합니다.\nEverything on this board holds.\n`);
}

function resultLine({ options }: Board['spec'], { outcome, failure, counted, winners }: NonNullable<Board['result']>): string {
  const names = winners.map((id) => options.find((option) => option.id === id)?.name);
  const who = names.length === 0 ? '' : ` — ${names.map((name) => name?.ko).join(', ')} · ${names.map((name) => name?.en).join(', ')}`;
  return `결과 · result: ${outcome}${failure === null ? '' : ` (${failure})`}${who}, 집계한 표 · ballots counted ${counted}\n`;
}
