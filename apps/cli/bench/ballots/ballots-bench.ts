import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encryptBallot, verifyBallots, verifyBoard, verifyOneByOne, writeBoard, type BallotToVerify } from '#ballot-box';
import type { PlayedElection } from '../../../../libs/ballot-box/testing/index.js';
import { proofThreads, verifyInThreads } from '../../commands/ballot/proof-threads.js';
import { median } from '../load/percentile.js';
import { measureIntake, type IntakeFigures, type IntakePlan } from './intake-bench.js';
import { boardOfFirst, makeElection, tallied } from './make-election.js';

export interface GrowthRow {
  readonly ballots: number;
  /** `jari ballot verify` in a process of its own, one thread. */
  readonly ms: number;
  readonly peakMb: number;
  readonly fileMb: number;
}

/** What `var/bench/ballots.json` holds; times in milliseconds. */
export interface BallotFigures {
  readonly intake: IntakeFigures;
  /** A strict ranking of six options: one ballot. */
  readonly encrypt: { readonly ms: number; readonly bytes: number };
  readonly batch: { readonly oneByOneMs: number; readonly batchedMs: number; readonly speedup: number };
  readonly threads: { readonly ballots: number; readonly oneMs: number; readonly twoMs: number; readonly speedup: number };
  /** From close to result, the endorsing trustees at work at the same time, against one verification of the whole board over two threads. */
  readonly close: { readonly ballots: number; readonly verifyMs: number; readonly closeMs: number; readonly ratio: number; readonly endorsers: number };
  readonly growth: readonly GrowthRow[];
}

export interface BallotPlan {
  readonly intake: IntakePlan;
  readonly proofs: number;
  readonly rounds: number;
  readonly board: number;
  readonly growth: readonly number[];
}

export const FULL_BALLOTS: BallotPlan = { intake: { rounds: 4, measureMs: 5_000, firstWarmMs: 8_000 }, proofs: 32, rounds: 3, board: 320, growth: [500, 1_000, 2_000, 4_000] };
export const QUICK_BALLOTS: BallotPlan = { intake: { rounds: 1, measureMs: 3_000, firstWarmMs: 5_000 }, proofs: 16, rounds: 2, board: 96, growth: [48, 96, 192] };

async function timed(run: () => unknown): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

/** Runs the two turn about, so that a busy machine slows both, and takes the medians. */
async function inPairs(rounds: number, first: () => unknown, second: () => unknown): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    times[0].push(await timed(first));
    times[1].push(await timed(second));
  }
  return [median(times[0]), median(times[1])];
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const hundredth = (value: number): number => Math.round(value * 100) / 100;

async function measureProofs(election: PlayedElection, { proofs, rounds }: BallotPlan): Promise<Pick<BallotFigures, 'encrypt' | 'batch'>> {
  const { setting } = election.open;
  const ballots = toVerify(election, proofs);
  const { credential } = election.voter(1);
  const content = encryptBallot(setting, credential.publicKey, [[0], [1], [2], [3], [4], [5]]).content;
  const encryptMs: number[] = [];
  for (let trial = 0; trial < 10; trial++) encryptMs.push(await timed(() => encryptBallot(setting, credential.publicKey, [[0], [1], [2], [3], [4], [5]])));
  const [one, batched] = await inPairs(rounds, () => verifyOneByOne(setting, ballots), () => verifyBallots(setting, ballots));
  return {
    encrypt: { ms: tenth(median(encryptMs)), bytes: JSON.stringify(content).length },
    batch: { oneByOneMs: tenth(one / proofs), batchedMs: tenth(batched / proofs), speedup: hundredth(one / batched) },
  };
}

const toVerify = (election: PlayedElection, count: number): BallotToVerify[] =>
  election.entries.slice(0, count).flatMap((entry) => (entry.type === 'ballot' ? [{ credential: entry.envelope.credential, content: entry.content }] : []));

async function measureThreads(election: PlayedElection, { board, rounds }: BallotPlan): Promise<BallotFigures['threads']> {
  const ballots = toVerify(election, board);
  const [one, two] = await inPairs(rounds, () => verifyInThreads(1, election.open, ballots), () => verifyInThreads(2, election.open, ballots));
  return { ballots: ballots.length, oneMs: tenth(one), twoMs: tenth(two), speedup: hundredth(one / two) };
}

async function measureClose(election: PlayedElection, { board, rounds }: BallotPlan): Promise<BallotFigures['close']> {
  const closed = boardOfFirst(election, board);
  const options = { verifyProofs: proofThreads(2) };
  const [verify, close] = await inPairs(Math.min(rounds, 2), () => verifyBoard(closed, { ...options, stage: 'closed' }), () => election.tally(closed, election.newDesks(), options));
  return { ballots: board, verifyMs: tenth(verify), closeMs: tenth(close), ratio: hundredth(close / verify), endorsers: election.open.spec.e };
}

async function measureGrowth(root: string, election: PlayedElection, ballots: number): Promise<GrowthRow> {
  const folder = mkdtempSync(join(tmpdir(), 'jari-board-'));
  try {
    const [file, peak] = [join(folder, 'board.json'), join(folder, 'peak')];
    writeFileSync(file, writeBoard(await tallied(election, boardOfFirst(election, ballots))));
    const report = join(root, 'dist/apps/cli/bench/matching/report-peak.js');
    const ms = await timed(() => runVerifier(['--import', report, join(root, 'dist/apps/cli/main.js'), 'ballot', 'verify', file, '--threads', '1'], peak));
    return { ballots, ms: Math.round(ms), peakMb: Number(readFileSync(peak, 'utf8')), fileMb: tenth(statSync(file).size / 2 ** 20) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const runVerifier = (argv: readonly string[], peak: string): Promise<void> => new Promise((resolve, reject) => {
  const child = spawn(process.execPath, argv, { stdio: 'ignore', env: { ...process.env, JARI_BENCH_PEAK: peak } });
  child.once('error', reject);
  child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the verifier ended with ${code}`))));
});

/** Intake, proofs, threads, the way from close to result, and boards of growing size. */
export async function measureBallots(root: string, plan: BallotPlan, say: (text: string) => void): Promise<BallotFigures> {
  const intake = await measureIntake(root, plan.intake, say);
  const voters = Math.max(plan.board, ...plan.growth);
  say(`${voters} ballots are encrypted`);
  const election = await makeElection(voters);
  const proofs = await measureProofs(election, plan);
  say(`batch: ${proofs.batch.speedup} times one by one`);
  const threads = await measureThreads(election, plan);
  say(`two threads: ${threads.speedup} times one`);
  const close = await measureClose(election, plan);
  say(`close to result: ${close.ratio} verifications`);
  const growth: GrowthRow[] = [];
  for (const ballots of plan.growth) {
    growth.push(await measureGrowth(root, election, ballots));
    say(`board of ${ballots}: ${growth.at(-1)?.ms ?? 0} ms`);
  }
  return { intake, ...proofs, threads, close, growth };
}
