import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger as Pino } from 'pino';
import type { Config } from '../config/config.js';
import { errorFields } from './error-fields.js';
import { nestLogger } from './nest-logger.js';
import { safeFields, type LogFields } from './safe-fields.js';

const EVENT = /^[A-Za-z][\w.-]{0,60}$/;

/** What the shell knows about an answered request. `thrown` is logged by name, code and frames only. */
export interface RequestEntry extends LogFields {
  thrown?: unknown;
}

/**
 * The log: JSON lines for machines. An entry is an event name, fixed in the code, with fields from an allow-list
 * (`LogFields`); personal text, wishes and reasons have no way in.
 */
export class Logger {
  constructor(private readonly pino: Pino) {}

  info(event: string, fields: LogFields = {}): void {
    this.pino.info({ event: safeEvent(event), ...safeFields({ ...fields }) });
  }

  warn(event: string, fields: LogFields = {}): void {
    this.pino.warn({ event: safeEvent(event), ...safeFields({ ...fields }) });
  }

  debug(event: string, fields: LogFields = {}): void {
    this.pino.debug({ event: safeEvent(event), ...safeFields({ ...fields }) });
  }

  /** @param thrown whatever was caught; only its name, code and stack frames are written */
  error(event: string, thrown?: unknown, fields: LogFields = {}): void {
    this.pino.error({ event: safeEvent(event), ...safeFields({ ...fields }), ...(thrown !== undefined && errorFields(thrown)) });
  }

  /** The one entry of an answered request; a fault of the program is an error, everything else information. */
  request({ thrown, ...fields }: RequestEntry): void {
    const entry = { event: 'request', ...(thrown !== undefined && errorFields(thrown)), ...safeFields({ ...fields }) };
    if ((fields.status ?? 0) >= 500) this.pino.error(entry);
    else this.pino.info(entry);
  }

  /** A log whose every entry carries these fields, e.g. the request's number. */
  with(fields: LogFields): Logger {
    return new Logger(this.pino.child(safeFields({ ...fields })));
  }

  /** For Nest's own messages. */
  forNest(): LoggerService {
    return nestLogger(this);
  }
}

const safeEvent = (event: string): string => (EVENT.test(event) ? event : '(unnamed)');

/** @param destination where the lines go; standard error without it, because standard output carries answers only */
export const createLogger = ({ logLevel }: Pick<Config, 'logLevel'>, destination: DestinationStream = pino.destination({ dest: 2, sync: true })): Logger =>
  new Logger(pino({ level: logLevel, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } }, destination));
