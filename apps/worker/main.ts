import { createLogger, readConfig, SystemClock } from '#platform';
import { ENTITIES, JOB_HANDLERS, JOBS, ROOMS } from '../assembly/rooms.js';
import { runWorker } from './run-worker.js';

const config = readConfig(process.env);

await runWorker({
  config,
  clock: new SystemClock(),
  logger: createLogger(config),
  entities: ENTITIES,
  rooms: ROOMS,
  work: { jobs: JOBS, handlers: JOB_HANDLERS },
});
