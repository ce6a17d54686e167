import { ConfigError, createLogger, exitWithParent, readConfig, SystemClock } from '#platform';
import { RunThreads } from '#rounds';
import { createApp } from './create-app.js';

try {
  const config = readConfig(process.env);
  const logger = createLogger(config);
  const app = await createApp({ config, clock: new SystemClock(), logger });
  let closing: Promise<void> | undefined;
  const close = (): void => {
    closing ??= app.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
  exitWithParent();
  await app.listen(config.port, config.host);
  logger.info('api.listening', { port: config.port, host: config.host });
  process.send?.({ type: 'ready' });
  app.get(RunThreads, { strict: false }).warmUp('TRY_OUT').catch((error: unknown) => logger.error('api.warmUp', error));
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(error instanceof ConfigError ? 2 : 3);
}
