/** The pace of the job drivers, all in milliseconds of real time. */
export interface JobSettings {
  /** How long a worker that heard no nudge waits before it looks again; the precision of deadlines. */
  readonly pollMs: number;
  /** A running job whose worker gave no sign for so long is taken up by another one. */
  readonly leaseMs: number;
  /** How often a worker renews its leases; a third of the lease survives two failures. */
  readonly heartbeatMs: number;
  /** A due job that was sent to the transport so long ago and still waits is sent again. */
  readonly resendMs: number;
  /** How long a stopping worker waits for handlers that do not listen to their signal. */
  readonly graceMs: number;
  /** Jobs one worker handles at a time. */
  readonly concurrency: number;
}

export const DEFAULT_JOB_SETTINGS: JobSettings = {
  pollMs: 1_000,
  leaseMs: 15_000,
  heartbeatMs: 5_000,
  resendMs: 10_000,
  graceMs: 5_000,
  concurrency: 2,
};

/** Injection token of `JobSettings`. */
export const JOB_SETTINGS = Symbol('JOB_SETTINGS');
