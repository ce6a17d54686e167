// The worker as it is built, with the pace of its jobs set by the test: apps/worker/main.ts has no setting for it.
import { createLogger, readConfig, SimulatedClock, SystemClock } from '../../../dist/libs/platform/index.js';
import { ENTITIES, JOB_HANDLERS, JOBS, PORTS, ROOMS } from '../../../dist/apps/assembly/rooms.js';
import { runWorker } from '../../../dist/apps/worker/run-worker.js';

const config = readConfig(process.env);

await runWorker({
  config,
  clock: process.env.TEST_NOW ? new SimulatedClock(process.env.TEST_NOW) : new SystemClock(),
  logger: createLogger(config),
  entities: ENTITIES,
  ports: PORTS,
  rooms: ROOMS,
  work: { jobs: JOBS, handlers: JOB_HANDLERS },
  settings: JSON.parse(process.env.TEST_JOB_SETTINGS ?? '{}'),
});
