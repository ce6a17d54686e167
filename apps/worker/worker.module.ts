import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { jobsModule, type Clock, type Config, type EntityClass, type JobSettings, type JobWork, type Logger } from '#platform';
import { FoundationModule } from '../assembly/foundation.module.js';

export interface WorkerOptions {
  readonly config: Pick<Config, 'databaseUrl' | 'redisUrl' | 'databasePoolSize' | 'workerConcurrency'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly entities: readonly EntityClass[];
  /** The rooms whose services the handlers call. */
  readonly rooms: readonly (Type | DynamicModule)[];
  readonly work: JobWork;
  readonly settings?: Partial<JobSettings>;
}

@Module({})
export class WorkerModule {
  static forRoot({ config, clock, logger, entities, rooms, work, settings }: WorkerOptions): DynamicModule {
    const { databaseUrl, databasePoolSize, workerConcurrency } = config;
    if (databaseUrl === undefined) throw new Error('The worker needs DATABASE_URL');
    return {
      module: WorkerModule,
      imports: [
        FoundationModule.forRoot({ databaseUrl, databasePoolSize, entities, clock, logger }),
        jobsModule(config, { worker: work, settings: { concurrency: workerConcurrency, ...settings } }),
        ...rooms,
      ],
    };
  }
}
