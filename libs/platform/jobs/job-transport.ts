import type { JobRef } from './job-ref.js';

/** The producer's side of a driver: tells the workers about a job, after its row is committed. */
export abstract class JobTransport {
  /** Never throws and never waits: a hint that gets lost is made good by the workers' own looking. */
  abstract dispatch(job: JobRef): void;
}
