import { Injectable } from '@nestjs/common';
import { Database, JariError, type JobHandler, type JobRun } from '#platform';
import { RunExecution } from '../../run/run-execution.js';
import { stageNews, writeStage, type StageNews } from '../../run/run-stage.js';
import { PERFORM_RUN } from '../round-jobs.js';

/** Tells the job's watchers where the run is, one after the other; `told` resolves when the last was written. */
const teller = (run: JobRun): { tell(news: StageNews): void; told(): Promise<void> } => {
  let last: Promise<void> = Promise.resolve();
  return {
    tell: (news) => void (last = last.then(() => run.progress(news.share, writeStage(news))).catch(() => undefined)),
    told: () => last,
  };
};

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
    const { tell, told } = teller(run);
    tell(stageNews('READING'));
    try {
      const assembled = await this.database.snapshot(run.context, (tx) => this.execution.prepare(tx, runId));
      if (assembled === undefined) return;
      const made = await this.execution.make(assembled, { signal: run.signal, onNews: tell });
      tell(stageNews('STORING'));
      await told();
      // Not in the snapshot's transaction: the worker renews its lease on the job meanwhile, and a snapshot could not mark it done then.
      await this.database.transaction(run.context, async (tx) => {
        await this.execution.store(tx, runId, made);
        await run.completeIn(tx);
      });
    } catch (error) {
      await told();
      // A stopping worker or a cancelled job is no failure of the run.
      if (run.signal.aborted) throw error;
      // What the product itself refuses is the run's result: another attempt would find the same.
      if (error instanceof JariError) return this.end(run, runId, error);
      if (run.attempt >= PERFORM_RUN.maxAttempts) await this.database.transaction(run.context, (tx) => this.execution.fail(tx, runId, 'INTERNAL_ERROR'));
      throw error;
    }
  }

  private async end(run: JobRun, runId: string, { code, params: { conflict } }: JariError): Promise<void> {
    await this.database.transaction(run.context, async (tx) => {
      await this.execution.fail(tx, runId, code, typeof conflict === 'object' ? conflict : null);
      await run.completeIn(tx);
    });
  }
}
