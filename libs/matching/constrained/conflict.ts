import type { Compiled } from './compile.js';
import { smallestHittingSet } from './hitting-set.js';
import type { BinaryProgram, Solver, SolverLimits } from './solver.js';
import type { Bilingual, ConstrainedSpec } from './spec.js';
import { conflictSentence, type Proof } from './words.js';

export interface Conflict {
  /** Ids of constraints that cannot all be kept, in the order of the spec. */
  readonly constraints: readonly string[];
  readonly proven: Proof;
  readonly sentence: Bilingual;
}

/**
 * A smallest set of constraints that contradict each other, by implicit hitting sets (Ignatiev, Previti, Liffiton &
 * Marques-Silva 2015): every way to make the round possible drops a member of every conflict, so a smallest set that meets
 * all ways found so far is no larger than any conflict. Where it can be kept, one program that drops as few of the other
 * constraints as possible gives the next way. Ends with a plain deletion filter (Chinneck & Dravnieks 1991) when the time
 * is up. `seconds` is what the solver took.
 */
export async function smallestConflict(compiled: Compiled, spec: ConstrainedSpec, solver: Solver, limits: SolverLimits): Promise<{ conflict: Conflict; seconds: number }> {
  const all = spec.constraints.map((_, at) => at);
  let seconds = 0;
  /** Constraints to drop so that the rest, among them all of `kept`, can be kept; empty = none; null = `kept` is impossible; undefined = out of time. */
  async function dropped(kept: readonly number[], candidates: readonly number[]): Promise<number[] | null | undefined> {
    const timeLimit = limits.timeLimit - seconds;
    if (timeLimit <= 0) return undefined;
    const { program, columns } = elastic(compiled, kept, candidates);
    const answer = await solver.solve(program, { ...limits, timeLimit });
    seconds += answer.seconds;
    if (answer.status === 'INFEASIBLE') return null;
    return answer.values === null ? undefined : candidates.filter((_, at) => answer.values![columns + at]! > 0.5);
  }
  const told = (set: readonly number[], proven: Proof) => {
    const chosen = spec.constraints.filter((_, at) => set.includes(at));
    return { conflict: { constraints: chosen.map(({ id }) => id), proven, sentence: conflictSentence(spec, chosen, proven) }, seconds };
  };

  const ways: number[][] = [];
  for (;;) {
    const set = smallestHittingSet(ways);
    const way = set === null ? undefined : await dropped(set, all.filter((at) => !set.includes(at)));
    if (way === null) return told(set ?? all, 'SMALLEST');
    if (way === undefined || way.length === 0) break;
    ways.push(way);
  }
  let rest = all;
  for (const at of all) {
    const without = rest.filter((one) => one !== at);
    const way = await dropped(without, []);
    if (way === undefined) return told(rest, 'CONFLICTING');
    if (way === null) rest = without;
  }
  return told(rest, 'MINIMAL');
}

/**
 * The round with `kept` as they are and each of `candidates` behind a column (from `columns` on) that switches it off at a
 * cost of 1; the other constraints are left out.
 */
function elastic({ program, rowOwner }: Compiled, kept: readonly number[], candidates: readonly number[]): { program: BinaryProgram; columns: number } {
  const columns = program.cost.length;
  const hard = new Set(kept);
  const soft = new Map(candidates.map((constraint, at) => [constraint, columns + at]));
  const rowStart = [0], rowLower: number[] = [], rowUpper: number[] = [], rowColumn: number[] = [], rowValue: number[] = [];
  const add = (row: number, lower: number, upper: number, slack?: { column: number; value: number }): void => {
    for (let q = program.rowStart[row]!; q < program.rowStart[row + 1]!; q++) { rowColumn.push(program.rowColumn[q]!); rowValue.push(program.rowValue[q]!); }
    if (slack !== undefined) { rowColumn.push(slack.column); rowValue.push(slack.value); }
    rowStart.push(rowColumn.length);
    rowLower.push(lower);
    rowUpper.push(upper);
  };
  for (let row = 0; row < rowOwner.length; row++) {
    const owner = rowOwner[row]!;
    const lower = program.rowLower[row]!, upper = program.rowUpper[row]!;
    const column = soft.get(owner);
    if (owner < 0 || hard.has(owner)) { add(row, lower, upper); continue; }
    if (column === undefined) continue;
    const most = program.rowStart[row + 1]! - program.rowStart[row]!;
    if (lower > 0) add(row, lower, Infinity, { column, value: lower });
    if (upper < most) add(row, -Infinity, upper, { column, value: upper - most });
  }
  const cost = new Float64Array(columns + candidates.length).fill(1, columns);
  return {
    columns,
    program: {
      cost, rowStart: Int32Array.from(rowStart), rowColumn: Int32Array.from(rowColumn), rowValue: Float64Array.from(rowValue),
      rowLower: Float64Array.from(rowLower), rowUpper: Float64Array.from(rowUpper),
    },
  };
}
