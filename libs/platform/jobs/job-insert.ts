import { prepareSql } from '../database/sql.js';
import type { Tx } from '../database/transaction.js';
import { newId } from '../ids/new-id.js';
import type { EnqueueOptions, JobPayload, JobType } from './job.js';

/** Ids, dates and codes fit; a sentence somebody wrote does not. */
const LONGEST_FACT = 200;

const INSERT = prepareSql(
  `INSERT INTO job (organization_id, id, type, payload, state, run_at, max_attempts, backoff_ms, key, requested_by, request_id, created_at)
   VALUES ($1, $2, $3, $4::jsonb, 'WAITING', $5, $6, $7, $8, $9::jsonb, $10, $11)
   ON CONFLICT (organization_id, type, key) WHERE state IN ('WAITING', 'RUNNING') DO NOTHING`);

const requireSmallFacts = (type: JobType<JobPayload>, payload: JobPayload): void => {
  for (const [name, value] of Object.entries(payload)) {
    if (typeof value === 'string' && value.length > LONGEST_FACT) throw new Error(`${type.name}: ${name} is too long for a job payload`);
  }
};

/**
 * Writes the job's row in the caller's transaction.
 * With a key, a job of the same type and key that is waiting or running stands for the new one.
 * @returns the id, and whether the row is new
 */
export const insertJob = async <P extends JobPayload>(
  tx: Tx, now: Date, type: JobType<P>, payload: P, { runAt = now, key }: EnqueueOptions,
): Promise<{ readonly id: string; readonly isNew: boolean }> => {
  requireSmallFacts(type, payload);
  for (;;) {
    const id = newId();
    const added = await tx.execute(
      INSERT,
      [
        tx.organizationId, id, type.name, JSON.stringify(payload), runAt, type.maxAttempts, type.backoffMs, key ?? null,
        JSON.stringify(tx.context.actor), tx.context.requestId, now,
      ],
    );
    if (added === 1) return { id, isNew: true };
    const active = await tx.one<{ id: string }>(
      `SELECT id FROM job WHERE organization_id = $1 AND type = $2 AND key = $3 AND state IN ('WAITING', 'RUNNING')`,
      [tx.organizationId, type.name, key ?? null],
    );
    // The other one may have ended between the two statements: then the new one is added after all.
    if (active) return { id: active.id, isNew: false };
  }
};
