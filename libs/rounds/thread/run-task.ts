import { MechanismRefused } from '#matching';
import { HighsSolver, JariError } from '#platform';
import type { RunInput } from '../run/run-input.js';
import { performRun, type RunResult } from '../run/perform-run.js';
import type { StageNews } from '../run/run-stage.js';
import { tryOut, type Trial } from '../what-if/try-out.js';

/** What a thread is asked: a whole run, or what a changed round would give; without a round only that it is ready. */
export interface RunTask {
  readonly kind: 'RUN' | 'TRY_OUT';
  readonly input: RunInput | null;
}

export interface RunAnswers {
  readonly RUN: RunResult | null;
  readonly TRY_OUT: Trial | null;
}

/** @throws JariError RUN_MECHANISM_REFUSED where the round is no input for its mechanism, RUN_CONSTRAINTS_CONFLICT, RUN_CONSTRAINTS_UNDECIDED */
export const doTask = async ({ kind, input }: RunTask, tell: (news: StageNews) => void, signal?: AbortSignal): Promise<RunAnswers[RunTask['kind']]> => {
  if (input === null) return null;
  // Starts nothing until a phase under constraints asks for it.
  const solver = new HighsSolver();
  try {
    return await (kind === 'RUN' ? performRun(input, { onStage: tell, signal, solver }) : tryOut(input, solver));
  } catch (error) {
    throw error instanceof MechanismRefused ? new JariError('RUN_MECHANISM_REFUSED') : error;
  } finally {
    await solver.dispose();
  }
};
