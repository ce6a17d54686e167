import { filingReport, filingVerdicts } from '../bench/filing/filing-report.js';
import { FULL_PLAN, measureFiling, QUICK_PLAN } from '../bench/filing/filing-bench.js';
import { writeFigures } from '../bench/report.js';
import { EXIT, UsageError, type Command, type CommandIo } from '../command.js';
import { ROOT } from '../root.js';

const FLAGS = ['--quick', '--profile'];

const readFlags = (argv: readonly string[]): { quick: boolean; profile: boolean } => {
  const unknown = argv.find((word) => !FLAGS.includes(word));
  if (unknown !== undefined) throw new UsageError(unknown);
  return { quick: argv.includes('--quick'), profile: argv.includes('--profile') };
};

const sayOn = (io: CommandIo) => (text: string): void => void io.stderr.write(`  ${text}\n`);

/** `jari bench filing`: exit code 1 when a target is missed. `--quick` is for a first look, `--profile` records where the API spends its time. */
export const benchFiling: Command = async (argv, io) => {
  const { quick, profile } = readFlags(argv);
  const measurement = await measureFiling(ROOT, { ...(quick ? QUICK_PLAN : FULL_PLAN), profile }, sayOn(io));
  const path = writeFigures(ROOT, 'filing', measurement.figures);
  io.stdout.write(`${filingReport(measurement)}    ${path}\n\n`);
  return filingVerdicts(measurement.figures).every(({ met }) => met) ? EXIT.done : EXIT.no;
};
