import { Injectable } from '@nestjs/common';
import { JobQueue, type Tx } from '#platform';
import { OPEN_BALLOT } from '../jobs/ballot-jobs.js';
import type { Ballot } from './ballot.entity.js';

/** Puts the times of the specification into the queue. They never change once it is fixed. */
@Injectable()
export class BallotTimetable {
  constructor(private readonly jobs: JobQueue) {}

  async plan(tx: Tx, { id, opensAt }: Ballot): Promise<void> {
    await this.jobs.enqueue(tx, OPEN_BALLOT, { ballotId: id }, { runAt: opensAt, key: id });
  }
}
