import type { Provider, Type } from '@nestjs/common';
import { JobExecutor } from '../job-executor.js';
import { JOB_WORK, JobHandlers, type JobWork } from '../job-handlers.js';
import { JobOutcome } from '../job-outcome.js';
import { JobRunner } from '../job-runner.js';
import { JobService } from '../job.service.js';
import { DEFAULT_JOB_SETTINGS, JOB_SETTINGS, type JobSettings } from '../job-settings.js';
import { JobSignals } from '../job-signals.js';
import { JobStore } from '../job-store.js';
import { JobTransport } from '../job-transport.js';
import { JobWatch } from '../job-watch.js';
import { JobQueue } from '../job.js';
import { StoredJobQueue } from '../stored-job-queue.js';

export interface JobsOptions {
  /** With it the process can also run jobs (`JobRunner`); without it, it only puts them off. */
  readonly worker?: JobWork;
  readonly settings?: Partial<JobSettings>;
}

/** What every process can do that puts work off, watches or manages it. */
export const JOBS_EXPORTS = [JobQueue, JobService, JobWatch] as const;

/** What both drivers have in common; `transport` and `runner` are their difference. Needs DataSource, Database, Clock, AuditService and Logger from global modules. */
export const jobProviders = ({ worker, settings }: JobsOptions, transport: Type<JobTransport>, runner: Type<JobRunner>): Provider[] => [
  { provide: JOB_SETTINGS, useValue: { ...DEFAULT_JOB_SETTINGS, ...settings } satisfies JobSettings },
  { provide: JobTransport, useClass: transport },
  { provide: JobQueue, useClass: StoredJobQueue },
  JobSignals,
  JobService,
  JobWatch,
  JobStore,
  ...(worker ? [{ provide: JOB_WORK, useValue: worker }, JobHandlers, JobOutcome, JobExecutor, { provide: JobRunner, useClass: runner }] : []),
];

export const jobExports = ({ worker }: JobsOptions): (Type | typeof JobQueue | typeof JobRunner)[] => [...JOBS_EXPORTS, JobStore, ...(worker ? [JobRunner] : [])];
