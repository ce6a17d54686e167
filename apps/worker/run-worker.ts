import { exitWithParent } from '#platform';
import { createWorker } from './create-worker.js';
import type { WorkerOptions } from './worker.module.js';

/** Runs a worker until the process is asked to end: drains then, and exits with 0 (3 when it could not start or drain). */
export const runWorker = async (options: WorkerOptions): Promise<void> => {
  const { logger } = options;
  exitWithParent();
  try {
    const worker = await createWorker(options);
    const drain = (): void => {
      worker.stop().then(
        () => process.exit(0),
        (thrown: unknown) => {
          logger.error('worker.drain', thrown);
          process.exit(3);
        },
      );
    };
    process.once('SIGTERM', drain);
    process.once('SIGINT', drain);
    await worker.start();
    logger.info('worker.ready');
    process.send?.({ type: 'ready' });
  } catch (thrown) {
    logger.error('worker.start', thrown);
    process.exit(3);
  }
};
