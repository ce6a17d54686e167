import { Injectable } from '@nestjs/common';
import { Database, type JobHandler, type JobRun } from '#platform';
import { ClosingService } from '../../board/closing.service.js';
import { CLOSE_BALLOT } from '../ballot-jobs.js';

@Injectable()
export class CloseBallotHandler implements JobHandler<{ ballotId: string }> {
  readonly type = CLOSE_BALLOT;

  constructor(
    private readonly database: Database,
    private readonly closing: ClosingService,
  ) {}

  async handle({ ballotId }: { ballotId: string }, run: JobRun): Promise<void> {
    await this.database.transaction(run.context, (tx) => this.closing.close(tx, ballotId));
  }
}
