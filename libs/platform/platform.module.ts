import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditService } from './audit/audit.service.js';
import { Clock } from './clock/clock.js';
import type { Config } from './config/config.js';
import { applicationConnection, type EntityClass } from './database/data-source.js';
import { Database } from './database/database.js';
import { Logger } from './logging/logger.js';
import { accountProviders, type PlatformPorts } from './providers.js';

/** Token of the validated configuration. */
export const CONFIG = Symbol('Config');

export interface PlatformOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly entities: readonly EntityClass[];
  /** What the rooms above answer. */
  readonly ports?: PlatformPorts;
}

/** What every room builds on: the clock, the door to the database, the audit log, the log. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot({ config, clock, logger, entities, ports }: PlatformOptions): DynamicModule {
    if (config.databaseUrl === undefined) throw new Error('DATABASE_URL is not set: start the product with `npm start`, which brings a database');
    const url = config.databaseUrl;
    const providers = [
      Database,
      AuditService,
      { provide: CONFIG, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: Logger, useValue: logger },
      ...accountProviders(config, ports),
    ];
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({ ...applicationConnection({ url, entities, poolSize: config.databasePoolSize }), retryAttempts: 5, retryDelay: 500 }),
      ],
      providers,
      exports: providers,
    };
  }
}
