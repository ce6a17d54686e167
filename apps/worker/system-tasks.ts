import type { INestApplicationContext } from '@nestjs/common';
import { AccountUpkeep, AuditSealer, Clock, JobStore } from '#platform';
import type { PeriodicTask } from './periodic-tasks.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** How long a finished job can still be looked at. */
const JOBS_KEPT_DAYS = 30;

/** The product's own chores. The sealer lets one worker work at a time; the others may do them side by side. */
export const systemTasks = (app: INestApplicationContext): readonly PeriodicTask[] => {
  const clock = app.get(Clock);
  const [sealer, upkeep, jobs] = [app.get(AuditSealer), app.get(AccountUpkeep), app.get(JobStore)];
  return [
    { name: 'audit.seal', everyMs: 5 * SECOND, run: () => sealer.sealAll() },
    { name: 'account.upkeep', everyMs: 10 * MINUTE, run: () => upkeep.run() },
    { name: 'job.forget', everyMs: 60 * MINUTE, run: () => jobs.forgetFinished(new Date(clock.now().getTime() - JOBS_KEPT_DAYS * DAY)) },
  ];
};
