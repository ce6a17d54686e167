import { Injectable } from '@nestjs/common';
import { JobQueue, type Tx } from '#platform';
import { CLOSE_BALLOT, OPEN_BALLOT, SWEEP_INTAKE } from '../jobs/ballot-jobs.js';
import { BallotNotices } from '../notice/ballot-notice.service.js';
import type { Ballot } from './ballot.entity.js';

/** Puts the times of the specification into the queue. They never change once it is fixed. */
@Injectable()
export class BallotTimetable {
  constructor(
    private readonly jobs: JobQueue,
    private readonly notices: BallotNotices,
  ) {}

  async plan(tx: Tx, { id, opensAt, closesAt }: Ballot): Promise<void> {
    await this.jobs.enqueue(tx, OPEN_BALLOT, { ballotId: id }, { runAt: opensAt, key: id });
    await this.jobs.enqueue(tx, CLOSE_BALLOT, { ballotId: id }, { runAt: closesAt, key: id });
    await this.jobs.enqueue(tx, SWEEP_INTAKE, { ballotId: id }, { runAt: opensAt, key: id });
    await this.notices.tellAt(tx, id, 'BALLOT_CLOSES_SOON', reminderAt(opensAt, closesAt));
  }
}

/** A day before the end, or half-way where voting lasts less than two days. */
const reminderAt = (opensAt: Date, closesAt: Date): Date => new Date(closesAt.getTime() - Math.min(86_400_000, (closesAt.getTime() - opensAt.getTime()) / 2));
