import { Injectable } from '@nestjs/common';
import { isPermitted } from '#contracts';
import type { AuditValue } from '../audit/audit-entry.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../clock/clock.js';
import type { Tx } from '../database/transaction.js';
import { foundOr404, JariError } from '../errors/jari-error.js';
import { JOB_LIFECYCLE, type JobState } from './job-state.js';
import { JobSignals } from './job-signals.js';
import { JobTransport } from './job-transport.js';
import { JOB_VIEW_COLUMNS, type JobView } from './job-view.js';

export interface JobFilter {
  readonly state?: JobState;
  readonly type?: string;
  /** Older than this job. */
  readonly before?: string;
  /** 1–200 */
  readonly limit: number;
}

/** What operators see and do about jobs of their organisation. */
@Injectable()
export class JobService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly transport: JobTransport,
    private readonly signals: JobSignals,
  ) {}

  /** Newest first. */
  async list(tx: Tx, { state, type, before, limit }: JobFilter): Promise<readonly JobView[]> {
    return tx.query<JobView>(
      `SELECT ${JOB_VIEW_COLUMNS} FROM job
       WHERE organization_id = $1 AND ($2::text IS NULL OR state = $2) AND ($3::text IS NULL OR type = $3)
         AND ($4::uuid IS NULL OR sequence < (SELECT sequence FROM job WHERE organization_id = $1 AND id = $4))
       ORDER BY sequence DESC LIMIT $5`,
      [tx.organizationId, state ?? null, type ?? null, before ?? null, limit],
    );
  }

  /** For operators, and for the person who asked for the work. @throws JOB_NOT_FOUND for everybody else */
  async view(tx: Tx, id: string): Promise<JobView> {
    const { actor } = tx.context;
    const sees = actor.kind === 'SYSTEM' || isPermitted('job.list', actor.roles);
    return foundOr404(
      await tx.one<JobView>(
        `SELECT ${JOB_VIEW_COLUMNS} FROM job
         WHERE organization_id = $1 AND id = $2 AND ($3 OR requested_by ->> 'accountId' = $4)`,
        [tx.organizationId, id, sees, actor.kind === 'PERSON' ? actor.accountId : null],
      ),
      'JOB_NOT_FOUND',
    );
  }

  /**
   * Gives a dead job all its attempts again.
   * @throws JOB_NOT_FOUND, JOB_NOT_RETRYABLE when it is not dead or another one with its key has taken its place
   */
  async retry(tx: Tx, id: string): Promise<JobView> {
    const state = await this.lock(tx, id);
    if (state !== 'DEAD') throw new JariError('JOB_NOT_RETRYABLE');
    JOB_LIFECYCLE.requireTransition(state, 'WAITING');
    const revived = await tx.execute(
      `UPDATE job SET state = 'WAITING', attempts = 0, run_at = $3, retry_at = NULL, relayed_at = NULL, finished_at = NULL,
                      progress = 0, stage = NULL, cancel_requested = false
       WHERE organization_id = $1 AND id = $2 AND NOT EXISTS (
         SELECT 1 FROM job AS other
         WHERE other.organization_id = job.organization_id AND other.type = job.type AND other.key = job.key AND other.state IN ('WAITING', 'RUNNING'))`,
      [tx.organizationId, id, this.clock.now()],
    );
    if (revived === 0) throw new JariError('JOB_NOT_RETRYABLE');
    await this.audit.record(tx, { action: 'job.retry', subjectType: 'job', subjectId: id, before: { state }, after: { state: 'WAITING' } });
    const { organizationId } = tx;
    tx.afterCommit(() => {
      this.transport.dispatch({ organizationId, id });
      this.signals.changed({ id });
    });
    return this.view(tx, id);
  }

  /**
   * A waiting or dead job is cancelled at once; a running one is told to stop and is cancelled as soon as it does.
   * @throws JOB_NOT_FOUND, JOB_NOT_CANCELLABLE when it has ended
   */
  async cancel(tx: Tx, id: string): Promise<JobView> {
    const state = await this.lock(tx, id);
    if (!JOB_LIFECYCLE.allows(state, 'CANCELLED')) throw new JariError('JOB_NOT_CANCELLABLE');
    if (state === 'RUNNING') {
      await tx.execute('UPDATE job SET cancel_requested = true WHERE organization_id = $1 AND id = $2', [tx.organizationId, id]);
    } else {
      await tx.execute(`UPDATE job SET state = 'CANCELLED', finished_at = $3 WHERE organization_id = $1 AND id = $2`, [tx.organizationId, id, this.clock.now()]);
    }
    const after: AuditValue = state === 'RUNNING' ? { cancelRequested: true } : { state: 'CANCELLED' };
    await this.audit.record(tx, { action: 'job.cancel', subjectType: 'job', subjectId: id, before: { state }, after });
    tx.afterCommit(() => {
      if (state === 'RUNNING') this.signals.cancel({ id });
      this.signals.changed({ id });
    });
    return this.view(tx, id);
  }

  private async lock(tx: Tx, id: string): Promise<JobState> {
    const row = await tx.one<{ state: JobState }>('SELECT state FROM job WHERE organization_id = $1 AND id = $2 FOR UPDATE', [tx.organizationId, id]);
    return foundOr404(row, 'JOB_NOT_FOUND').state;
  }
}
