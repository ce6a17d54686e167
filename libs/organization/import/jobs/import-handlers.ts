import { Injectable } from '@nestjs/common';
import { Database, type JobHandler, type JobRun, type Tx } from '#platform';
import { setProgress } from '../import-batch.store.js';
import { ImportService, type Progress } from '../import.service.js';
import { APPLY_IMPORT } from './apply-import.job.js';
import { CHECK_IMPORT, type ImportJobPayload } from './check-import.job.js';

/** The stages are told in transactions of their own, because the step's own shows nothing until it commits. */
const reporting = (database: Database, run: JobRun, batchId: string): Progress => async (fraction, stage) => {
  await database.transaction(run.context, (tx) => setProgress(tx, batchId, fraction, stage));
  await run.progress(fraction, stage);
};

@Injectable()
export class CheckImportHandler implements JobHandler<ImportJobPayload> {
  readonly type = CHECK_IMPORT;

  constructor(
    private readonly database: Database,
    private readonly imports: ImportService,
  ) {}

  async handle({ batchId }: ImportJobPayload, run: JobRun): Promise<void> {
    await this.database.transaction(run.context, (tx: Tx) => this.imports.check(tx, batchId, reporting(this.database, run, batchId)));
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
    await this.database.transaction(run.context, (tx: Tx) => this.imports.carryOut(tx, batchId, reporting(this.database, run, batchId)));
  }
}
