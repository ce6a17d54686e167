import type { LoggerService } from '@nestjs/common';
import type { LogFields } from './safe-fields.js';

interface Sink {
  debug(event: string, fields?: LogFields): void;
  warn(event: string): void;
  error(event: string, thrown?: unknown): void;
}

const errorAmong = (values: readonly unknown[]): Error | undefined => values.find((value) => value instanceof Error);

/** Nest speaks in sentences, which may quote anything: of them only that they were spoken is kept. */
export const nestLogger = (log: Sink): LoggerService => ({
  log: () => log.debug('nest'),
  debug: () => log.debug('nest'),
  verbose: () => log.debug('nest'),
  warn: () => log.warn('nest.warning'),
  error: (message: unknown, ...rest: unknown[]) => log.error('nest.error', errorAmong([message, ...rest])),
  fatal: (message: unknown, ...rest: unknown[]) => log.error('nest.fatal', errorAmong([message, ...rest])),
});
