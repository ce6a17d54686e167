/** All that ever travels through Redis or a notification. */
export interface JobRef {
  readonly organizationId: string;
  readonly id: string;
}

/** A job whose run has reached its end for this worker: another worker or an operator has it now. */
export class JobLostError extends Error {
  constructor() {
    super('The job is no longer held by this run');
    this.name = 'JobLostError';
  }
}
