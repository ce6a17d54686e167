import { verifyBallots, type BallotFault, type BallotToVerify } from '../ballot/verify.js';
import { readBoard, type Board } from '../board/board.js';
import { openSpec, type OpenSpec } from '../board/spec.js';
import type { Aggregate } from '../decryption/aggregate.js';
import { Malformed } from '../encoding/malformed.js';
import { checkChain, checkClose, checkIntake, checkReissues } from './check-chain.js';
import { checkCounted, checkEndorsements, checkResult, checkShares } from './check-count.js';
import { checkReceipts } from './check-receipts.js';
import { checkCredentials, checkRegistrar, checkSpecSignatures, checkTrusteeKeys } from './check-setup.js';
import { checkEnvelopes, checkProofs, checkRejections, checkRevisions, checkTests } from './check-votes.js';
import { checked, CHECKS, DoesNotHold, type BoardFault, type Checked, type CheckName, type Finding } from './findings.js';

export interface VerifyOptions {
  /** How far the board must have come: still open; closed, before any endorsement; with its result (the default). */
  readonly stage?: 'open' | 'closed' | 'final';
  /** Receipts as they were read from files. */
  readonly receipts?: readonly unknown[];
  /** Verifies proofs elsewhere, for example in worker threads; here by default. */
  readonly verifyProofs?: (spec: OpenSpec, ballots: readonly BallotToVerify[]) => Promise<readonly (BallotFault | null)[]>;
  /** Called after each check. */
  readonly onFinding?: (finding: Finding) => void;
}

export interface Verification {
  readonly holds: boolean;
  /** Every check in order; those behind the first that does not hold have count null. */
  readonly findings: readonly Finding[];
  /** The sum of the counted ballots, of a closed board that holds; null when nobody voted. */
  readonly aggregate: Aggregate | null;
  /** The last entry's hash, or the electionId. */
  readonly head: string | null;
  readonly electionId: string | null;
}

/**
 * Recounts a board from nothing but itself: every check of docs/ballot-protocol.md in order, to the first thing that does
 * not hold. Never throws for anything that stands in the board.
 */
export async function verifyBoard(value: unknown, options: VerifyOptions = {}): Promise<Verification> {
  const findings: Finding[] = [];
  const state: { aggregate: Aggregate | null; head: string | null; electionId: string | null } = { aggregate: null, head: null, electionId: null };
  const record = (finding: Finding): void => {
    findings.push(finding);
    options.onFinding?.(finding);
  };
  let running: CheckName = 'format';
  const check = async <T>(name: CheckName, run: () => Checked<T> | Promise<Checked<T>>): Promise<T> => {
    running = name;
    const { count, value: result } = await run();
    record({ check: name, count, fault: null });
    return result;
  };
  try {
    await runChecks(value, options, check, state);
  } catch (error) {
    record({ check: running, count: null, fault: faultOf(error) });
  }
  const holds = findings.every(({ fault }) => fault === null);
  const reached = new Set(findings.map(({ check: name }) => name));
  return { holds, findings: holds ? findings : [...findings, ...CHECKS.filter((name) => !reached.has(name)).map((name): Finding => ({ check: name, count: null, fault: null }))], ...state };
}

type Check = <T>(name: CheckName, run: () => Checked<T> | Promise<Checked<T>>) => Promise<T>;

async function runChecks(value: unknown, options: VerifyOptions, check: Check, state: { aggregate: Aggregate | null; head: string | null; electionId: string | null }): Promise<void> {
  const stage = options.stage ?? 'final';
  const board = await check('format', () => { const read = readBoard(value); return checked(read.entries.length, read); });
  const open = await check('specification', () => checked(1, openSpec(board.spec)));
  state.electionId = open.electionId;
  await check('credentials', () => checkCredentials(open, board.credentials));
  await check('registrar', () => checkRegistrar(open));
  await check('trustee-keys', () => checkTrusteeKeys(open));
  await check('trustee-signatures', () => checkSpecSignatures(open, board.specSignatures));
  const head = await check('chain', () => checkChain(open, board.entries));
  state.head = head;
  const intakeCount = stage === 'open' ? null : await check('close', () => checkClose(open, board, head));
  const { aggregate, intake, keys } = await checkVotes(open, board, intakeCount, options, check);
  if (stage !== 'open') state.aggregate = aggregate;
  if (stage === 'final') await checkOutcome(open, board, { aggregate, head }, check);
  const receipts = options.receipts ?? [];
  if (receipts.length > 0) await check('receipts', () => checkReceipts(open, board.entries, intake, keys, receipts));
}

async function checkVotes(open: OpenSpec, board: Board, intakeCount: number | null, options: VerifyOptions, check: Check) {
  const here = (spec: OpenSpec, ballots: readonly BallotToVerify[]): Promise<readonly (BallotFault | null)[]> => Promise.resolve(verifyBallots(spec.setting, ballots));
  const verify = (ballots: readonly BallotToVerify[]): Promise<readonly (BallotFault | null)[]> => (options.verifyProofs ?? here)(open, ballots);
  const intake = await check('intake', () => checkIntake(board.entries, intakeCount));
  const keys = await check('reissues', () => checkReissues(open, board));
  const tested = await check('tests', () => checkTests(open, intake, keys));
  const placed = await check('envelopes', () => checkEnvelopes(open, intake, keys, tested));
  // An open board may still miss a revision that is on its way.
  if (intakeCount !== null) await check('revisions', () => checkRevisions(open, intake, keys));
  await check('proofs', () => checkProofs(placed, verify));
  await check('rejections', () => checkRejections(open, intake, keys, tested, verify));
  const aggregate = await check('counted', () => checkCounted(open, placed));
  return { aggregate, intake, keys };
}

async function checkOutcome(open: OpenSpec, board: Board, counted: { readonly aggregate: Aggregate | null; readonly head: string }, check: Check): Promise<void> {
  const endorsed = await check('endorsements', () => checkEndorsements(open, counted, board));
  const enough = await check('shares', () => checkShares(open, counted, board, endorsed));
  await check('result', () => checkResult(open, counted, board, endorsed, enough));
}

function faultOf(error: unknown): BoardFault {
  if (error instanceof DoesNotHold) return error.fault;
  if (!(error instanceof Malformed)) throw error;
  const entry = /^entries\[(\d+)\]/.exec(error.at)?.[1];
  return { code: 'MALFORMED', params: { ...(entry === undefined ? {} : { entry: Number(entry) + 1 }), at: error.at, reason: error.reason } };
}
