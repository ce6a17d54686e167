import { Injectable } from '@nestjs/common';
import { Database, type JobHandler, type JobRun } from '#platform';
import { BoardThreads } from '../../board/board-threads.js';
import { CountService } from '../../count/count.service.js';
import { COUNT_BALLOT } from '../ballot-jobs.js';

type Payload = { ballotId: string; trusteeIndex: number };

/** Counts what shares there are; whoever comes when it is done finds nothing to do. */
@Injectable()
export class CountBallotHandler implements JobHandler<Payload> {
  readonly type = COUNT_BALLOT;

  constructor(
    private readonly database: Database,
    private readonly counts: CountService,
    private readonly threads: BoardThreads,
  ) {}

  async handle({ ballotId }: Payload, run: JobRun): Promise<void> {
    const task = await this.database.snapshot(run.context, (tx) => this.counts.task(tx, ballotId));
    if (task === null) return;
    const answer = await this.threads.count(task, run.signal);
    await this.database.transaction(run.context, async (tx) => {
      await this.counts.settle(tx, ballotId, task, answer);
      await run.completeIn(tx);
    });
  }
}
