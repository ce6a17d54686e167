import { Injectable } from '@nestjs/common';
import { Database, type JobHandler, type JobRun } from '#platform';
import { RoundService } from '../../round/round.service.js';
import { RoundStore } from '../../round/round-store.js';
import { CLOSE_ROUND } from '../round-jobs.js';

/** Does nothing when the round has gone on meanwhile or its timetable was changed: a second delivery is harmless. */
@Injectable()
export class CloseRoundHandler implements JobHandler<{ roundId: string; closingAt: string }> {
  readonly type = CLOSE_ROUND;

  constructor(
    private readonly database: Database,
    private readonly store: RoundStore,
    private readonly rounds: RoundService,
  ) {}

  async handle({ roundId, closingAt }: { roundId: string; closingAt: string }, run: JobRun): Promise<void> {
    await this.database.transaction(run.context, async (tx) => {
      const round = await this.store.lock(tx, roundId);
      if (round.state === 'OPEN' && round.closesAt.toISOString() === closingAt) await this.rounds.close(tx, roundId);
    });
  }
}
