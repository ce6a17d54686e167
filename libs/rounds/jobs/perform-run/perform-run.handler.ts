import { Injectable } from '@nestjs/common';
import { Database, JariError, type JobHandler, type JobRun } from '#platform';
import { RunExecution } from '../../run/run-execution.js';
import { PERFORM_RUN } from '../round-jobs.js';

/**
 * Makes a run. Its documents are stored in one transaction, so that a worker killed in the middle leaves nothing half done:
 * the next delivery starts it again.
 */
@Injectable()
export class PerformRunHandler implements JobHandler<{ runId: string }> {
  readonly type = PERFORM_RUN;

  constructor(
    private readonly database: Database,
    private readonly execution: RunExecution,
  ) {}

  async handle({ runId }: { runId: string }, run: JobRun): Promise<void> {
    if (!(await this.database.transaction(run.context, (tx) => this.execution.begin(tx, runId)))) return;
    await run.progress(0.05, 'READING');
    try {
      const assembled = await this.database.snapshot(run.context, (tx) => this.execution.prepare(tx, runId));
      if (assembled === undefined) return;
      const made = await this.execution.make(assembled, { signal: run.signal });
      // Not in the snapshot's transaction: the worker renews its lease on the job meanwhile, and a snapshot could not mark it done then.
      await this.database.transaction(run.context, async (tx) => {
        await this.execution.store(tx, runId, made);
        await run.completeIn(tx);
      });
    } catch (error) {
      // A stopping worker or a cancelled job is no failure of the run.
      const code = error instanceof JariError ? error.code : 'INTERNAL_ERROR';
      const last = error instanceof JariError || run.attempt >= PERFORM_RUN.maxAttempts;
      if (last && !run.signal.aborted) await this.database.transaction(run.context, (tx) => this.execution.fail(tx, runId, code));
      throw error;
    }
  }
}
