import { BullModule } from '@nestjs/bull';
import { type DynamicModule, Module } from '@nestjs/common';
import { jobExports, jobProviders, type JobsOptions } from '../jobs-options.js';
import { BullJobRunner } from './bull-job-runner.js';
import { BullJobTransport } from './bull-job-transport.js';
import { BULL_QUEUE, bullOptions } from './bull-queue.js';

export interface BullJobsOptions extends JobsOptions {
  /** redis:// or rediss:// */
  readonly redisUrl: string;
  /** Keeps several installations apart that share one Redis. */
  readonly prefix?: string;
}

/** Jobs whose ids travel through Bull on Redis. */
@Module({})
export class BullJobsModule {
  static register({ redisUrl, prefix = 'jari', ...options }: BullJobsOptions): DynamicModule {
    return {
      module: BullJobsModule,
      global: true,
      imports: [BullModule.registerQueue({ name: BULL_QUEUE, ...bullOptions(redisUrl, prefix) })],
      providers: jobProviders(options, BullJobTransport, BullJobRunner),
      exports: jobExports(options),
    };
  }
}
