import { type DynamicModule, type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { jobsModule, PlatformModule, type JobSettings, type JobWork, type PlatformOptions } from '#platform';

export interface WorkerOptions extends PlatformOptions {
  /** The rooms whose services the handlers call. */
  readonly rooms: readonly (Type | DynamicModule)[];
  readonly work: JobWork;
  readonly settings?: Partial<JobSettings>;
  /** What is made ready before the worker says that it is. */
  readonly warmUp?: (app: INestApplicationContext) => Promise<unknown>;
}

/** Jobs only: the rooms, and a driver that runs their handlers. */
@Module({})
export class WorkerModule {
  static forRoot({ rooms, work, settings, ...platform }: WorkerOptions): DynamicModule {
    const { config } = platform;
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(platform),
        jobsModule(config, { worker: work, settings: { concurrency: config.workerConcurrency, ...settings } }),
        ...rooms,
      ],
    };
  }
}
