import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { Actor } from '../database/actor.js';
import { Database } from '../database/database.js';
import { newId } from '../ids/new-id.js';
import type { JobPayload } from './job.js';
import type { JobRef } from './job-ref.js';

/** A job that one run holds; `claim` is the token which every later statement of the run names. */
export interface ClaimedJob extends JobRef {
  readonly claim: string;
  readonly type: string;
  readonly payload: JobPayload;
  readonly attempt: number;
  readonly requestedBy: Actor;
  readonly requestId: string;
}

export interface ClaimOptions {
  readonly types: readonly string[];
  readonly leaseMs: number;
  /** Only this one; otherwise the one due for longest. */
  readonly only?: JobRef;
  /** Takes jobs whose back-off has not passed yet, too. */
  readonly ignoreBackoff?: boolean;
}

/** A lease that the product itself lets run out this often kills its workers and shall not go on. */
const LOSSES_AT_LEAST = 3;

/** Claiming and waiting, across organisations: the worker's side of the job table. */
@Injectable()
export class JobStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes one due job for a new run. Two workers never get the same one. */
  async claim({ types, leaseMs, only, ignoreBackoff = false }: ClaimOptions): Promise<ClaimedJob | undefined> {
    const claim = newId();
    const row = await this.database.system('jobs', (tx) =>
      tx.one<Omit<ClaimedJob, 'claim'>>(
        `WITH next AS MATERIALIZED (
           SELECT organization_id, id FROM job
           WHERE state = 'WAITING' AND run_at <= $1 AND type = ANY($2::text[])
             AND ($3 OR retry_at IS NULL OR retry_at <= clock_timestamp())
             AND ($4::uuid IS NULL OR (organization_id = $4 AND id = $5))
           ORDER BY run_at, sequence LIMIT 1 FOR UPDATE SKIP LOCKED)
         UPDATE job SET state = 'RUNNING', attempts = attempts + 1, locked_by = $6, progress = 0, stage = NULL,
                        lease_until = clock_timestamp() + $7 * interval '1 millisecond'
         FROM next WHERE job.organization_id = next.organization_id AND job.id = next.id
         RETURNING job.organization_id AS "organizationId", job.id, type, payload, attempts AS attempt,
                   requested_by AS "requestedBy", request_id AS "requestId"`,
        [this.clock.now(), types, ignoreBackoff, only?.organizationId ?? null, only?.id ?? null, claim, leaseMs],
      ),
    );
    return row && { ...row, claim };
  }

  /**
   * Renews the leases of these claims. A row that its own handler is just marking done is locked: it is skipped
   * (nobody else can take it meanwhile either) and still counts as held.
   * @returns those still held, and whether an operator wants them cancelled
   */
  async renew(claims: readonly string[], leaseMs: number): Promise<readonly { readonly claim: string; readonly cancelRequested: boolean }[]> {
    return this.database.system('jobs', (tx) =>
      tx.query(
        `WITH free AS MATERIALIZED (
           SELECT organization_id, id FROM job WHERE state = 'RUNNING' AND locked_by = ANY($1::uuid[]) FOR UPDATE SKIP LOCKED),
         renewed AS (
           UPDATE job SET lease_until = clock_timestamp() + $2 * interval '1 millisecond'
           FROM free WHERE job.organization_id = free.organization_id AND job.id = free.id)
         SELECT locked_by AS claim, cancel_requested AS "cancelRequested" FROM job WHERE state = 'RUNNING' AND locked_by = ANY($1::uuid[])`,
        [claims, leaseMs],
      ),
    );
  }

  /**
   * Takes back the jobs of workers that gave no sign until their lease ran out. A job that keeps losing its workers
   * is dead, so that it cannot take down one after the other.
   * @returns the number of jobs taken back
   */
  async recoverLost(): Promise<number> {
    return this.database.system('jobs', (tx) =>
      tx.execute(
        `WITH lost AS MATERIALIZED (
           SELECT organization_id, id,
             CASE WHEN cancel_requested THEN 'CANCELLED' WHEN attempts >= greatest(max_attempts, $2) THEN 'DEAD' ELSE 'WAITING' END AS next
           FROM job WHERE state = 'RUNNING' AND lease_until < clock_timestamp() FOR UPDATE SKIP LOCKED)
         UPDATE job SET state = lost.next, locked_by = NULL, lease_until = NULL, relayed_at = NULL, retry_at = NULL,
                        last_error_code = 'JOB_WORKER_LOST', finished_at = CASE WHEN lost.next = 'WAITING' THEN NULL ELSE $1::timestamptz END
         FROM lost WHERE job.organization_id = lost.organization_id AND job.id = lost.id`,
        [this.clock.now(), LOSSES_AT_LEAST],
      ),
    );
  }

  /** How many jobs are due and wait, or run. */
  async countOpen(types: readonly string[]): Promise<number> {
    const row = await this.database.system('jobs', (tx) =>
      tx.one<{ count: number }>(
        `SELECT count(*) AS count FROM job
         WHERE type = ANY($2::text[]) AND (state = 'RUNNING' OR (state = 'WAITING' AND run_at <= $1))`,
        [this.clock.now(), types],
      ),
    );
    return row?.count ?? 0;
  }

  /**
   * Due jobs that no transport carries: never sent, or sent so long ago that the transport may have lost them.
   * Stamps them as sent now. `overdue` were sent before, in vain.
   */
  async takeUnsent(resendMs: number, limit: number): Promise<readonly (JobRef & { readonly attempts: number; readonly overdue: boolean })[]> {
    return this.database.system('jobs', (tx) =>
      tx.query(
        `WITH unsent AS MATERIALIZED (
           SELECT organization_id, id, relayed_at IS NOT NULL AS overdue FROM job
           WHERE state = 'WAITING' AND run_at <= $1 AND (retry_at IS NULL OR retry_at <= clock_timestamp())
             AND (relayed_at IS NULL OR relayed_at < clock_timestamp() - $2 * interval '1 millisecond')
           ORDER BY run_at, sequence LIMIT $3 FOR UPDATE SKIP LOCKED)
         UPDATE job SET relayed_at = clock_timestamp() FROM unsent
         WHERE job.organization_id = unsent.organization_id AND job.id = unsent.id
         RETURNING job.organization_id AS "organizationId", job.id, attempts, overdue`,
        [this.clock.now(), resendMs, limit],
      ),
    );
  }

  /** Removes jobs that ended well or were cancelled before `before`. Dead ones stay until an operator decides. */
  async forgetFinished(before: Date): Promise<number> {
    return this.database.system('jobs', (tx) =>
      tx.execute(`DELETE FROM job WHERE finished_at < $1 AND state IN ('DONE', 'CANCELLED')`, [before]),
    );
  }
}
