import { Injectable } from '@nestjs/common';
import { Database, type JobHandler, type JobRun } from '#platform';
import { RoundService } from '../../round/round.service.js';
import { RoundStore } from '../../round/round-store.js';
import { OPEN_ROUND } from '../round-jobs.js';

/** Does nothing when the round has gone on meanwhile or its timetable was changed: a second delivery is harmless. */
@Injectable()
export class OpenRoundHandler implements JobHandler<{ roundId: string; openingAt: string }> {
  readonly type = OPEN_ROUND;

  constructor(
    private readonly database: Database,
    private readonly store: RoundStore,
    private readonly rounds: RoundService,
  ) {}

  async handle({ roundId, openingAt }: { roundId: string; openingAt: string }, run: JobRun): Promise<void> {
    await this.database.transaction(run.context, async (tx) => {
      const round = await this.store.lock(tx, roundId);
      if (round.state === 'NOTICED' && round.opensAt.toISOString() === openingAt) await this.rounds.open(tx, roundId);
    });
  }
}
