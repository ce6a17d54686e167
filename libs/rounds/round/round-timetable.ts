import { Injectable } from '@nestjs/common';
import { JobQueue, type Tx } from '#platform';
import { CLOSE_ROUND, OPEN_ROUND } from '../jobs/round-jobs.js';
import type { PlacementRound } from './placement-round.entity.js';

/** Puts the round's opening and deadline into the queue. A job of a timetable that was changed since does nothing. */
@Injectable()
export class RoundTimetable {
  constructor(private readonly jobs: JobQueue) {}

  async planOpening(tx: Tx, round: PlacementRound): Promise<void> {
    const openingAt = round.opensAt.toISOString();
    await this.jobs.enqueue(tx, OPEN_ROUND, { roundId: round.id, openingAt }, { runAt: round.opensAt, key: `${round.id}:${openingAt}` });
  }

  async planClosing(tx: Tx, round: PlacementRound): Promise<void> {
    const closingAt = round.closesAt.toISOString();
    await this.jobs.enqueue(tx, CLOSE_ROUND, { roundId: round.id, closingAt }, { runAt: round.closesAt, key: `${round.id}:${closingAt}` });
  }
}
