import { Lifecycle } from '../errors/lifecycle.js';

export const JOB_STATES = ['WAITING', 'RUNNING', 'DONE', 'DEAD', 'CANCELLED'] as const;

export type JobState = (typeof JOB_STATES)[number];

/** RUNNING → WAITING is the retry after a failure, a lost worker or a stopping one; DEAD → WAITING is the operator's. */
export const JOB_LIFECYCLE = new Lifecycle<JobState>(
  'job',
  {
    WAITING: ['RUNNING', 'CANCELLED'],
    RUNNING: ['DONE', 'WAITING', 'DEAD', 'CANCELLED'],
    DONE: [],
    DEAD: ['WAITING', 'CANCELLED'],
    CANCELLED: [],
  },
  'WAITING',
  ['DONE', 'CANCELLED', 'DEAD'],
);
