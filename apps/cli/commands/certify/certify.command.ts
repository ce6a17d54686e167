import { mechanismCodes, ParameterRefused } from '#matching';
import { EXIT } from '../../command.js';
import { readFlags } from '../../application/flags.js';
import type { InstanceFiles } from '../solve/arguments.js';
import { refuse, refuseFaults, writeAll, type Output } from '../solve/output.js';
import { readInstance, UnreadableFile } from '../solve/read-instance.js';
import { judge } from './judge.js';
import { readAssignment } from './read-assignment.js';

/**
 * `jari certify`: judges any assignment, also one made by hand, from the instance alone. With a mechanism (`--mechanism`, or
 * the one named in what `jari solve` printed) `holds` means that all of its promises are kept; without one, that everybody
 * got a seat open to them, no seat has more people than places, and nobody who may stay is worse off. The rest is reported.
 * Resolves to 0 when it holds, 1 when it does not, 2 for bad input.
 */
export async function certifyCommand(argv: readonly string[], io: Output): Promise<number> {
  const { values, files } = readFlags(argv, ['mechanism', 'seed'], [], 3);
  const [first, second, third] = files;
  if (first === undefined || second === undefined) return refuse(io, ['give an instance and an assignment / 배치 문제와 배치 결과를 지정하십시오']);
  const instanceFiles: InstanceFiles = third === undefined ? [first] : [first, second];
  const mechanism = values['mechanism'];
  if (mechanism !== undefined && !mechanismCodes().includes(mechanism)) {
    return refuse(io, [`unknown mechanism "${mechanism}"; registered are: ${mechanismCodes().join(', ')}`]);
  }
  try {
    const built = readInstance(instanceFiles);
    if (!built.ok) return refuseFaults(io, built.faults);
    const read = readAssignment(third ?? second, built.instance);
    if ('faults' in read) return refuse(io, read.faults);
    const answer = judge(built.instance, read, mechanism ?? read.mechanism, values['seed'] ?? '0');
    await writeAll([`${JSON.stringify(answer, null, 1)}\n`], io);
    return answer.certificate.holds ? EXIT.done : EXIT.no;
  } catch (error) {
    if (error instanceof UnreadableFile || error instanceof ParameterRefused) return refuse(io, [error.message]);
    throw error;
  }
}
