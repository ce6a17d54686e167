import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/transaction.js';
import type { JobState } from './job-state.js';
import type { ClaimedJob } from './job-store.js';

const LONGEST_BACKOFF_MS = 3_600_000;

/** What a run writes about the job it holds. Every statement names the claim: a run that lost its job changes nothing. */
@Injectable()
export class JobOutcome {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns false when the job is no longer this run's */
  async progress(job: ClaimedJob, fraction: number, stage: string | null): Promise<boolean> {
    return this.touch((tx) =>
      tx.execute(`UPDATE job SET progress = $4, stage = $5 WHERE ${HELD}`, [...held(job), fraction, stage]),
    );
  }

  /** In the handler's own transaction. @returns false when the job is no longer this run's */
  async doneIn(tx: Tx, job: ClaimedJob): Promise<boolean> {
    const touched = await tx.execute(
      `UPDATE job SET state = 'DONE', progress = 1, finished_at = $4, last_error_code = NULL, locked_by = NULL, lease_until = NULL WHERE ${HELD}`,
      [...held(job), this.clock.now()],
    );
    return touched === 1;
  }

  async done(job: ClaimedJob): Promise<boolean> {
    return this.database.system('jobs', (tx) => this.doneIn(tx, job));
  }

  /**
   * After a failure: waits for its next attempt (back-off doubles each time), is dead after the last one, or is
   * cancelled when an operator asked for that.
   * @returns the new state, undefined when the job is no longer this run's
   */
  async failed(job: ClaimedJob, errorCode: string): Promise<JobState | undefined> {
    const row = await this.database.system('jobs', (tx) =>
      tx.one<{ state: JobState }>(
        `WITH mine AS MATERIALIZED (
           SELECT organization_id, id,
             CASE WHEN cancel_requested THEN 'CANCELLED' WHEN attempts >= max_attempts THEN 'DEAD' ELSE 'WAITING' END AS next
           FROM job WHERE ${HELD} FOR UPDATE)
         UPDATE job SET state = mine.next, locked_by = NULL, lease_until = NULL, relayed_at = NULL,
                        last_error_code = CASE WHEN mine.next = 'CANCELLED' THEN last_error_code ELSE $5 END,
                        finished_at = CASE WHEN mine.next = 'WAITING' THEN NULL ELSE $4::timestamptz END,
                        retry_at = clock_timestamp() + least(backoff_ms * 2.0 ^ least(attempts - 1, 30), $6) * interval '1 millisecond'
         FROM mine WHERE job.organization_id = mine.organization_id AND job.id = mine.id
         RETURNING state`,
        [...held(job), this.clock.now(), errorCode, LONGEST_BACKOFF_MS],
      ),
    );
    return row?.state;
  }

  /** Gives an unfinished job back at once, without counting the attempt: the worker is stopping. */
  async givenBack(job: ClaimedJob): Promise<boolean> {
    return this.touch((tx) =>
      tx.execute(
        `UPDATE job SET state = CASE WHEN cancel_requested THEN 'CANCELLED' ELSE 'WAITING' END,
                        finished_at = CASE WHEN cancel_requested THEN $4::timestamptz END,
                        attempts = attempts - 1, locked_by = NULL, lease_until = NULL, relayed_at = NULL, retry_at = NULL
         WHERE ${HELD}`,
        [...held(job), this.clock.now()],
      ),
    );
  }

  private async touch(work: (tx: Tx) => Promise<number>): Promise<boolean> {
    return (await this.database.system('jobs', work)) === 1;
  }
}

const HELD = `organization_id = $1 AND id = $2 AND locked_by = $3 AND state = 'RUNNING'`;

const held = (job: ClaimedJob): readonly string[] => [job.organizationId, job.id, job.claim];
