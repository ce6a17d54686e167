import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditService, Clock, createDataSource, Database, Logger, type EntityClass } from '#platform';

export interface FoundationOptions {
  readonly databaseUrl: string;
  readonly databasePoolSize: number;
  readonly entities: readonly EntityClass[];
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What every process stands on: the connection pool, the one door to the database, the clock, the audit log, the log. */
@Module({})
export class FoundationModule {
  static forRoot({ databaseUrl, databasePoolSize, entities, clock, logger }: FoundationOptions): DynamicModule {
    return {
      module: FoundationModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ type: 'postgres', retryAttempts: 0 }),
          dataSourceFactory: async () => createDataSource({ url: databaseUrl, entities, poolSize: databasePoolSize }).initialize(),
        }),
      ],
      providers: [Database, AuditService, { provide: Clock, useValue: clock }, { provide: Logger, useValue: logger }],
      exports: [Database, AuditService, Clock, Logger],
    };
  }
}
