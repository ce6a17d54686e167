import type { INestApplicationContext } from '@nestjs/common';
import { Clock, JobStore } from '#platform';
import type { PeriodicTask } from './periodic-tasks.js';

const SECOND = 1_000;
const DAY = 24 * 3600 * SECOND;

/** How long a finished job can still be looked at. */
const JOBS_KEPT_DAYS = 30;

/** The product's own chores. */
export const systemTasks = (app: INestApplicationContext): readonly PeriodicTask[] => {
  const clock = app.get(Clock);
  return [
    {
      name: 'job.forget',
      everyMs: 3600 * SECOND,
      run: () => app.get(JobStore).forgetFinished(new Date(clock.now().getTime() - JOBS_KEPT_DAYS * DAY)),
    },
  ];
};
