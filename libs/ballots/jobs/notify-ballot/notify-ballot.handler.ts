import { Injectable } from '@nestjs/common';
import { Database, type JobHandler, type JobRun } from '#platform';
import { BallotStore } from '../../ballot/ballot-store.js';
import type { BallotNoticeKind } from '../../notice/ballot-notice-kind.js';
import { BallotNotices } from '../../notice/ballot-notice.service.js';
import { NOTIFY_BALLOT } from '../ballot-jobs.js';

type Payload = { ballotId: string; kind: BallotNoticeKind };

/** A second delivery only makes the notice new again. */
@Injectable()
export class NotifyBallotHandler implements JobHandler<Payload> {
  readonly type = NOTIFY_BALLOT;

  constructor(
    private readonly database: Database,
    private readonly store: BallotStore,
    private readonly notices: BallotNotices,
  ) {}

  async handle({ ballotId, kind }: Payload, run: JobRun): Promise<void> {
    await this.database.transaction(run.context, async (tx) => this.notices.tellIfStill(tx, await this.store.lock(tx, ballotId), kind));
  }
}
