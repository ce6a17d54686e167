import { Inject, Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { JobHandler, JobPayload, JobType } from './job.js';
import { JobHandlerRegistry } from './job-handler-registry.js';

/** What a worker can do: every room's `…_JOBS` and `…_JOB_HANDLERS`. */
export interface JobWork {
  readonly jobs: readonly JobType<JobPayload>[];
  readonly handlers: readonly Type<JobHandler>[];
}

/** Injection token of `JobWork`. */
export const JOB_WORK = Symbol('JOB_WORK');

/** Collects the rooms' handlers once all of them exist; the process refuses to start when they do not fit. */
@Injectable()
export class JobHandlers implements OnModuleInit {
  private registry: JobHandlerRegistry | undefined;

  constructor(
    private readonly modules: ModuleRef,
    @Inject(JOB_WORK) private readonly work: JobWork,
  ) {}

  onModuleInit(): void {
    const handlers = this.work.handlers.map((handler) => this.modules.get(handler, { strict: false }));
    this.registry = new JobHandlerRegistry(this.work.jobs, handlers);
  }

  get types(): readonly string[] {
    return this.ready.types;
  }

  handlerOf(type: string): JobHandler {
    return this.ready.handlerOf(type);
  }

  private get ready(): JobHandlerRegistry {
    if (!this.registry) throw new Error('Job handlers are collected when the application initialises');
    return this.registry;
  }
}
