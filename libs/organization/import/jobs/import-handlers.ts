import { Injectable } from '@nestjs/common';
import { Database, type JobHandler, type JobRun } from '#platform';
import { failBatch, setProgress } from '../import-batch.store.js';
import { ImportService, type Progress } from '../import.service.js';
import { APPLY_IMPORT } from './apply-import.job.js';
import { CHECK_IMPORT, type ImportJobPayload } from './check-import.job.js';

/** The stages are told in transactions of their own, because the step's own shows nothing until it commits. */
const reporting = (database: Database, run: JobRun, batchId: string): Progress => async (fraction, stage) => {
  await database.transaction(run.context, (tx) => setProgress(tx, batchId, fraction, stage));
  await run.progress(fraction, stage);
};

/** After the last attempt the batch says so, instead of seeming to work for ever; the file can be uploaded again. */
const failingAtLast = async (database: Database, run: JobRun, batchId: string, maxAttempts: number, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (run.attempt >= maxAttempts) await database.transaction(run.context, (tx) => failBatch(tx, batchId));
    throw error;
  }
};

@Injectable()
export class CheckImportHandler implements JobHandler<ImportJobPayload> {
  readonly type = CHECK_IMPORT;

  constructor(
    private readonly database: Database,
    private readonly imports: ImportService,
  ) {}

  async handle({ batchId }: ImportJobPayload, run: JobRun): Promise<void> {
    await failingAtLast(this.database, run, batchId, this.type.maxAttempts, () =>
      this.database.transaction(run.context, (tx) => this.imports.check(tx, batchId, reporting(this.database, run, batchId))));
  }
}

@Injectable()
export class ApplyImportHandler implements JobHandler<ImportJobPayload> {
  readonly type = APPLY_IMPORT;

  constructor(
    private readonly database: Database,
    private readonly imports: ImportService,
  ) {}

  async handle({ batchId }: ImportJobPayload, run: JobRun): Promise<void> {
    await failingAtLast(this.database, run, batchId, this.type.maxAttempts, () =>
      this.database.transaction(run.context, (tx) => this.imports.carryOut(tx, batchId, reporting(this.database, run, batchId))));
  }
}
