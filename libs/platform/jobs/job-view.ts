import type { JobState } from './job-state.js';

/** A job as people see it: no payload, no requester. */
export interface JobView {
  readonly id: string;
  readonly type: string;
  readonly state: JobState;
  readonly runAt: Date;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly cancelRequested: boolean;
  /** 0–1 */
  readonly progress: number;
  readonly stage: string | null;
  readonly lastErrorCode: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

export const JOB_VIEW_COLUMNS = `id, type, state, run_at AS "runAt", attempts, max_attempts AS "maxAttempts",
  cancel_requested AS "cancelRequested", progress, stage, last_error_code AS "lastErrorCode", created_at AS "createdAt", finished_at AS "finishedAt"`;

/** Whether nothing more happens to the job by itself. */
export const hasEnded = ({ state }: JobView): boolean => state === 'DONE' || state === 'DEAD' || state === 'CANCELLED';
