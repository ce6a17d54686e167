import { createLogger, JOB_ENTITIES, readConfig, SystemClock, type JobSettings } from '#platform';
import { runWorker } from '../../../../apps/worker/run-worker.js';
import { TEST_WORK, TestRoom } from './test-work.js';

const config = readConfig(process.env);

await runWorker({
  config,
  clock: new SystemClock(),
  logger: createLogger(config),
  entities: JOB_ENTITIES,
  rooms: [TestRoom],
  work: TEST_WORK,
  settings: JSON.parse(process.env.TEST_JOB_SETTINGS ?? '{}') as Partial<JobSettings>,
});
