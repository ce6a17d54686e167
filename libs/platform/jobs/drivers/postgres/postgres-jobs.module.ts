import { type DynamicModule, Module } from '@nestjs/common';
import { jobExports, jobProviders, type JobsOptions } from '../jobs-options.js';
import { PostgresJobRunner } from './postgres-job-runner.js';
import { PostgresJobTransport } from './postgres-job-transport.js';

/** Jobs with nothing but PostgreSQL. */
@Module({})
export class PostgresJobsModule {
  static register(options: JobsOptions = {}): DynamicModule {
    return {
      module: PostgresJobsModule,
      global: true,
      providers: jobProviders(options, PostgresJobTransport, PostgresJobRunner),
      exports: jobExports(options),
    };
  }
}
