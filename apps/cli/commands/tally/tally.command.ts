import { faultMessage, tally } from '#tally';
import { UnreadableFile } from '../solve/read-instance.js';
import { EXIT, type Command, type CommandIo } from '../../command.js';
import { parseArguments, USAGE } from './arguments.js';
import { readBallots } from './read-ballots.js';

/** `jari tally`: the result as JSON on standard output, also when it is a tie; every fault on standard error. */
export const tallyCommand: Command = async (argv, io) => {
  const parsed = parseArguments(argv);
  if ('problems' in parsed) return refuse(io, [...parsed.problems, `usage: ${USAGE}`]);
  try {
    const built = readBallots(parsed.file, parsed.unranked);
    if (!built.ok) return refuse(io, built.faults.map((fault) => `${faultMessage(fault, 'en')} / ${faultMessage(fault, 'ko')}`));
    io.stdout.write(`${JSON.stringify(tally(built.profile, parsed.method))}\n`);
    return EXIT.done;
  } catch (error) {
    if (error instanceof UnreadableFile) return refuse(io, [error.message]);
    throw error;
  }
};

function refuse(io: CommandIo, lines: readonly string[]): number {
  for (const line of lines) io.stderr.write(`${line}\n`);
  return EXIT.badInput;
}
