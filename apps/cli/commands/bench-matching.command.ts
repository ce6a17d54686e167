import { mechanismCodes } from '#matching';
import { readFlags } from '../application/flags.js';
import { measureMatching } from '../bench/matching/matching-bench.js';
import { matchingReport, matchingVerdicts } from '../bench/matching/matching-report.js';
import { fullPlan, quickPlan, type MatchingPlan } from '../bench/matching/plan.js';
import { writeFigures } from '../bench/report.js';
import { EXIT, UsageError, type Command } from '../command.js';
import { ROOT } from '../root.js';

const readPlan = (argv: readonly string[]): MatchingPlan => {
  const { values, switches } = readFlags(argv, ['sizes', 'mechanisms'], ['quick', 'no-peers']);
  const plan = switches.has('quick') ? quickPlan() : fullPlan();
  const sizes = values['sizes']?.split(',').map(Number) ?? plan.sizes;
  const mechanisms = values['mechanisms']?.split(',') ?? plan.mechanisms;
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) throw new UsageError('--sizes 1500,10000,…');
  const unknown = mechanisms.find((code) => !mechanismCodes().includes(code));
  if (unknown !== undefined) throw new UsageError(`${unknown}? ${mechanismCodes().join(', ')}`);
  return { ...plan, sizes, mechanisms, peers: !switches.has('no-peers') };
};

/** `jari bench matching`: exit code 1 when a target is missed. */
export const benchMatching: Command = async (argv, io) => {
  const figures = await measureMatching(ROOT, readPlan(argv), (text) => void io.stderr.write(`  ${text}\n`));
  io.stdout.write(`${matchingReport(figures)}    ${writeFigures(ROOT, 'matching', figures)}\n\n`);
  return matchingVerdicts(figures).every(({ met }) => met) ? EXIT.done : EXIT.no;
};
