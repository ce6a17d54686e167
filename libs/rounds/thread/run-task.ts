import { MechanismRefused } from '#matching';
import { JariError } from '#platform';
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

/** @throws JariError RUN_MECHANISM_REFUSED where the round is no input for its mechanism */
export const doTask = async ({ kind, input }: RunTask, tell: (news: StageNews) => void, signal?: AbortSignal): Promise<RunAnswers[RunTask['kind']]> => {
  if (input === null) return null;
  try {
    return await (kind === 'RUN' ? performRun(input, { onStage: tell, signal }) : tryOut(input));
  } catch (error) {
    throw error instanceof MechanismRefused ? new JariError('RUN_MECHANISM_REFUSED') : error;
  }
};
