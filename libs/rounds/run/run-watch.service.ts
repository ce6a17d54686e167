import { Injectable } from '@nestjs/common';
import { concatMap, from, of, type Observable } from 'rxjs';
import { Database, hasEnded, JariError, JobWatch, systemContext, type JobView, type WorkContext } from '#platform';
import { RunService } from './run.service.js';
import { readStage, type RunStage } from './run-stage.js';
import type { PlacementRun } from './placement-run.entity.js';

/** A run at one moment. */
export interface RunEvent {
  readonly runId: string;
  readonly state: PlacementRun['state'];
  readonly stage: RunStage;
  /** The phase being placed, in the stage PLACING. */
  readonly phase: string | null;
  /** 0–1 */
  readonly share: number;
  readonly failureCode: string | null;
}

type Standing = Pick<PlacementRun, 'id' | 'state' | 'jobId' | 'failureCode'>;

const settled = ({ id, state, failureCode }: Standing): RunEvent => ({ runId: id, state, stage: state === 'DONE' ? 'STORING' : 'QUEUED', phase: null, share: state === 'DONE' ? 1 : 0, failureCode });

/** Follows one run live, wherever its job is done: over the signals of the job, and by looking again where one gets lost. */
@Injectable()
export class RunWatch {
  constructor(
    private readonly database: Database,
    private readonly runs: RunService,
    private readonly jobs: JobWatch,
  ) {}

  /** The run now and after every change; ends with the run. Whoever may not see it gets RUN_NOT_FOUND at once, before the stream exists. */
  async follow(context: WorkContext, roundId: string, runId: string): Promise<Observable<RunEvent>> {
    const look = (): Promise<Standing> => this.database.transaction(context, (tx) => this.runs.standing(tx, roundId, runId));
    const run = await look();
    if (run.jobId === null || run.state === 'DONE' || run.state === 'FAILED') return of(settled(run));
    const jobs = await this.watchJob(context, run.jobId);
    if (jobs === null) return of(settled(await look()));
    return jobs.pipe(concatMap((job) => (hasEnded(job) ? from(look().then(settled)) : of(underWay(runId, job)))));
  }

  /** Everybody who may see the run may see how far it is; the job itself is the affair of its requester and of operators. @returns null when it was cleared away */
  private async watchJob(context: WorkContext, jobId: string): Promise<Observable<JobView> | null> {
    try {
      return await this.jobs.follow(systemContext(context.organizationId, 'run-watch', context.requestId), jobId);
    } catch (error) {
      if (error instanceof JariError && error.code === 'JOB_NOT_FOUND') return null;
      throw error;
    }
  }
}

const underWay = (runId: string, { state, stage, progress }: JobView): RunEvent =>
  ({ runId, state: state === 'RUNNING' ? 'RUNNING' : 'QUEUED', ...readStage(state === 'RUNNING' ? stage : null), share: state === 'RUNNING' ? progress : 0, failureCode: null });
