import { Injectable } from '@nestjs/common';
import { Database, type JobHandler, type JobRun } from '#platform';
import { BallotStore } from '../../ballot/ballot-store.js';
import { OPEN_BALLOT } from '../ballot-jobs.js';

/** Does nothing when the ballot was called off or is open already: a second delivery is harmless. */
@Injectable()
export class OpenBallotHandler implements JobHandler<{ ballotId: string }> {
  readonly type = OPEN_BALLOT;

  constructor(
    private readonly database: Database,
    private readonly store: BallotStore,
  ) {}

  async handle({ ballotId }: { ballotId: string }, run: JobRun): Promise<void> {
    await this.database.transaction(run.context, async (tx) => {
      const ballot = await this.store.lock(tx, ballotId);
      if (ballot.state === 'PREPARED') await this.store.move(tx, ballot, 'OPEN');
    });
  }
}
