import { ConfigError, createLogger, readConfig, SystemClock } from '#platform';
import { RunThreads } from '#rounds';
import { ENTITIES, JOB_HANDLERS, JOBS, PORTS, ROOMS } from '../assembly/rooms.js';
import { runWorker } from './run-worker.js';

try {
  const config = readConfig(process.env);
  await runWorker({
    config,
    clock: new SystemClock(),
    logger: createLogger(config),
    entities: ENTITIES,
    ports: PORTS,
    rooms: ROOMS,
    work: { jobs: JOBS, handlers: JOB_HANDLERS },
    warmUp: (app) => app.get(RunThreads, { strict: false }).warmUp('RUN'),
  });
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
