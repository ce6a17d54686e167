import { FULL_BALLOTS, measureBallots, QUICK_BALLOTS } from '../bench/ballots/ballots-bench.js';
import { FULL_BOOTH, measureBooth, QUICK_BOOTH } from '../bench/ballots/booth-bench.js';
import { ballotsReport, ballotsVerdicts } from '../bench/ballots/ballots-report.js';
import { FULL_PLAN, measureFiling, QUICK_PLAN } from '../bench/filing/filing-bench.js';
import { filingReport, filingVerdicts } from '../bench/filing/filing-report.js';
import { writeFigures, type Verdict } from '../bench/report.js';
import { FULL_ROUND, measureRound, QUICK_ROUND } from '../bench/round/round-bench.js';
import { roundReport, roundVerdicts } from '../bench/round/round-report.js';
import { EXIT, UsageError, type Command, type CommandIo } from '../command.js';
import { ROOT } from '../root.js';

const readFlags = (argv: readonly string[], known: readonly string[]): ReadonlySet<string> => {
  const unknown = argv.find((word) => !known.includes(word));
  if (unknown !== undefined) throw new UsageError(unknown);
  return new Set(argv);
};

const sayOn = (io: CommandIo) => (text: string): void => void io.stderr.write(`  ${text}\n`);
const exitCode = (all: readonly Verdict[]): number => (all.every(({ met }) => met) ? EXIT.done : EXIT.no);

/** `jari bench filing`: exit code 1 when a target is missed. `--quick` is for a first look, `--profile` records where the API spends its time. */
export const benchFiling: Command = async (argv, io) => {
  const flags = readFlags(argv, ['--quick', '--profile']);
  const measurement = await measureFiling(ROOT, { ...(flags.has('--quick') ? QUICK_PLAN : FULL_PLAN), profile: flags.has('--profile') }, sayOn(io));
  io.stdout.write(`${filingReport(measurement)}    ${writeFigures(ROOT, 'filing', measurement.figures)}\n\n`);
  return exitCode(filingVerdicts(measurement.figures));
};

/** `jari bench round`: catalogue and placement run; exit code 1 when a target is missed. */
export const benchRound: Command = async (argv, io) => {
  const flags = readFlags(argv, ['--quick']);
  const figures = await measureRound(ROOT, flags.has('--quick') ? QUICK_ROUND : FULL_ROUND, sayOn(io));
  io.stdout.write(`${roundReport(figures)}    ${writeFigures(ROOT, 'round', figures)}\n\n`);
  return exitCode(roundVerdicts(figures));
};

/** `jari bench ballots`: booth, intake, proofs, threads, close and growth; exit code 1 when a target is missed. `--profile` as for filing. */
export const benchBallots: Command = async (argv, io) => {
  const flags = readFlags(argv, ['--quick', '--profile']);
  const quick = flags.has('--quick');
  const plan = quick ? QUICK_BALLOTS : FULL_BALLOTS;
  const booth = await measureBooth(ROOT, quick ? QUICK_BOOTH : FULL_BOOTH, sayOn(io));
  const figures = { ...(await measureBallots(ROOT, { ...plan, intake: { ...plan.intake, profile: flags.has('--profile') } }, sayOn(io))), booth };
  io.stdout.write(`${ballotsReport(figures)}    ${writeFigures(ROOT, 'ballots', figures)}\n\n`);
  return exitCode(ballotsVerdicts(figures));
};
