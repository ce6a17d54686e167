import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { Tx } from '../database/transaction.js';
import { JobQueue, type EnqueueOptions, type JobPayload, type JobType } from './job.js';
import { insertJob } from './job-insert.js';
import { JobTransport } from './job-transport.js';

/** The queue of both drivers: a row in the caller's transaction, and a hint to the workers after its commit. */
@Injectable()
export class StoredJobQueue extends JobQueue {
  constructor(
    private readonly clock: Clock,
    private readonly transport: JobTransport,
  ) {
    super();
  }

  override async enqueue<P extends JobPayload>(tx: Tx, type: JobType<P>, payload: P, options: EnqueueOptions = {}): Promise<string> {
    const now = this.clock.now();
    const { organizationId } = tx;
    const { id, isNew } = await insertJob(tx, now, type, payload, options);
    // A deadline is found by the workers when it comes.
    if (isNew && (options.runAt ?? now) <= now) tx.afterCommit(() => this.transport.dispatch({ organizationId, id }));
    return id;
  }
}
