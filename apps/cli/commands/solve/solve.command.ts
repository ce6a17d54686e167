import { MechanismRefused, mechanismCodes, ParameterRefused, runHash, solve, type Instance, type SolveResult } from '#matching';
import { EXIT } from '../../command.js';
import { parseArguments, USAGE, type SolveArguments } from './arguments.js';
import { compareAll } from './compare/compare.js';
import { comparisonTable } from './compare/table.js';
import { judge } from './judge.js';
import { nativeSha256, refuse, refuseFaults, writeAll, type Output } from './output.js';
import { SlowProgress } from './progress.js';
import { readInTwo } from './read-in-two.js';
import { UnreadableFile } from './read-instance.js';
import type { SecondThread } from './second-thread.js';
import { csvAnswer } from './write-csv.js';
import { jsonAnswer } from './write-json.js';

/** `jari solve`: the answer alone on standard output, faults and progress on standard error. Resolves to the exit code. */
export async function solveCommand(argv: readonly string[], io: Output): Promise<number> {
  const parsed = parseArguments(argv);
  if ('problems' in parsed) return refuse(io, [...parsed.problems, `usage: ${USAGE}`]);
  if ('mechanism' in parsed && !mechanismCodes().includes(parsed.mechanism)) {
    return refuse(io, [`unknown mechanism "${parsed.mechanism}"; registered are: ${mechanismCodes().join(', ')}`]);
  }
  const progress = new SlowProgress(io.stderr);
  let second: SecondThread | null = null;
  try {
    const read = await readInTwo(parsed.files, (share) => progress.at('읽기 · reading', share));
    const { built } = read;
    second = read.second;
    if (!built.ok) return refuseFaults(io, built.faults);
    if ('compare' in parsed) {
      const rows = compareAll(built.instance, parsed.seed, parsed.timeLimit, progress);
      await writeAll(parsed.format === 'json' ? [`${JSON.stringify(rows)}\n`] : comparisonTable(built.instance, parsed.seed, rows, parsed.language), io);
      return EXIT.done;
    }
    const result = solve(built.instance, parsed.mechanism, { seed: parsed.seed, parameters: parsed.parameters, onProgress: (share) => progress.at(parsed.mechanism, share) });
    progress.at('쓰기 · writing', 0);
    await answer(built.instance, result, second, parsed, io);
    return EXIT.done;
  } catch (error) {
    if (error instanceof UnreadableFile) return refuse(io, [error.message]);
    if (error instanceof MechanismRefused) return refuse(io, [`${error.refusal.en} / ${error.refusal.ko}`]);
    if (error instanceof ParameterRefused) return refuse(io, [error.message]);
    throw error;
  } finally {
    second?.end();
  }
}

async function answer(instance: Instance, result: SolveResult, second: SecondThread | null, { format, explain }: SolveArguments, io: Output): Promise<void> {
  if (format === 'json') {
    await writeAll(jsonAnswer(instance, result, runHash(instance, result, { sha256: nativeSha256 }), explain), io);
    return;
  }
  const judged = second?.judge(instance, result);
  await writeAll(csvAnswer(instance, result, explain), io);
  // A table has no room for it, and standard output carries the answer only.
  io.stderr.write(`${JSON.stringify(await judged ?? judge(instance, result))}\n`);
}
