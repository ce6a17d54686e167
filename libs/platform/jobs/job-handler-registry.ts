import type { JobHandler, JobPayload, JobType } from './job.js';

/** Which handler does which kind of job. Refuses to exist with a missing or a doubled one. */
export class JobHandlerRegistry {
  private readonly handlers: ReadonlyMap<string, JobHandler>;

  /**
   * @param types every declared kind of job (each room's `…_JOBS`)
   * @param handlers one for each (each room's `…_JOB_HANDLERS`)
   * @throws Error naming every kind that is declared twice, has no handler, has two, or is handled but not declared
   */
  constructor(types: readonly JobType<JobPayload>[], handlers: readonly JobHandler[]) {
    const faults = [
      ...repeated(types.map(({ name }) => name)).map((name) => `${name} is declared twice`),
      ...repeated(handlers.map(({ type }) => type.name)).map((name) => `${name} has two handlers`),
      ...types.filter(({ name }) => !handlers.some(({ type }) => type.name === name)).map(({ name }) => `${name} has no handler`),
      ...handlers.filter(({ type }) => !types.some(({ name }) => name === type.name)).map(({ type }) => `${type.name} is handled but not declared`),
    ];
    if (faults.length > 0) throw new Error(`Job handlers: ${faults.join('; ')}`);
    this.handlers = new Map(handlers.map((handler) => [handler.type.name, handler]));
  }

  get types(): readonly string[] {
    return [...this.handlers.keys()];
  }

  /** @throws Error for a kind of job that nobody declared */
  handlerOf(type: string): JobHandler {
    const handler = this.handlers.get(type);
    if (!handler) throw new Error(`No handler for ${type}`);
    return handler;
  }
}

const repeated = (names: readonly string[]): readonly string[] => [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
