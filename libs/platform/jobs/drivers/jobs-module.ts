import type { DynamicModule } from '@nestjs/common';
import { BullJobsModule } from './bull/bull-jobs.module.js';
import type { JobsOptions } from './jobs-options.js';
import { PostgresJobsModule } from './postgres/postgres-jobs.module.js';

/** The driver that the configuration asks for. Only the apps call it. */
export const jobsModule = (config: { readonly redisUrl: string | undefined }, options: JobsOptions = {}): DynamicModule =>
  config.redisUrl === undefined ? PostgresJobsModule.register(options) : BullJobsModule.register({ ...options, redisUrl: config.redisUrl });
