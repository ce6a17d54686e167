import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditService } from './audit/audit.service.js';
import { Clock } from './clock/clock.js';
import type { Config } from './config/config.js';
import { createDataSource, type EntityClass } from './database/data-source.js';
import { Database } from './database/database.js';
import { Logger } from './logging/logger.js';
import { accountProviders, type PlatformPorts } from './providers.js';
import { BinarySolver, HighsSolver } from './solver/index.js';
import { ThreadSettings } from './threads/thread-settings.js';

export interface PlatformOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly entities: readonly EntityClass[];
  readonly ports?: PlatformPorts;
}

/** What every process stands on: connection pool, the one door to the database, clock, log, audit log, accounts and sessions. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot({ config, clock, logger, entities, ports }: PlatformOptions): DynamicModule {
    const { databaseUrl, databasePoolSize } = config;
    if (databaseUrl === undefined) throw new Error('DATABASE_URL is not set: start the product with `npm start`, which brings a database');
    const providers = [
      Database,
      AuditService,
      { provide: Clock, useValue: clock },
      { provide: Logger, useValue: logger },
      { provide: BinarySolver, useClass: HighsSolver },
      { provide: ThreadSettings, useValue: new ThreadSettings(config) },
      ...accountProviders(config, ports),
    ];
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ type: 'postgres', retryAttempts: 0 }),
          dataSourceFactory: async () => createDataSource({ url: databaseUrl, entities, poolSize: databasePoolSize }).initialize(),
        }),
      ],
      providers,
      exports: providers,
    };
  }
}
