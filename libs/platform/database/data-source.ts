import pg from 'pg';
import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { SnakeCaseNaming } from './naming.js';

// A civil date stays the text it is (a Date would shift it by the machine's time zone); counts fit a number.
pg.types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text: string) => Number(text));
pg.types.setTypeParser(pg.types.builtins.NUMERIC, (text: string) => Number(text));

/** The role under which every query of the application runs; it may not touch what it has only written (audit). */
export const APPLICATION_ROLE = 'jari_app';

/** The role of work across organisations (relaying jobs, finding a session); only `Database.system` uses it. */
export const SYSTEM_ROLE = 'jari_system';

export type EntityClass = (new () => object) | EntitySchema;
export type MigrationClass = new () => MigrationInterface;

export interface DataSourceOptions {
  readonly url: string;
  readonly entities: readonly EntityClass[];
  readonly poolSize?: number;
  /** Milliseconds after which PostgreSQL ends a statement; 0 = never. */
  readonly statementTimeoutMs?: number;
}

/** How the application connects: under its own role, with bounded statements. */
export const applicationConnection = ({ url, entities, poolSize = 10, statementTimeoutMs = 30_000 }: DataSourceOptions): PostgresDataSourceOptions => ({
  type: 'postgres',
  url,
  entities: [...entities],
  namingStrategy: new SnakeCaseNaming(),
  synchronize: false,
  logging: false,
  poolSize,
  extra: {
    options: `-c role=${APPLICATION_ROLE} -c statement_timeout=${statementTimeoutMs} -c idle_in_transaction_session_timeout=60000`,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // Statements that need not wait for one another go out together.
    pipeline: true,
  },
});

/** The connection pool of the application. Not connected yet: call `initialize()`. */
export const createDataSource = (options: DataSourceOptions): DataSource => new DataSource(applicationConnection(options));

/** The owner's connection, which alone may change the schema. */
export const createMigrationDataSource = (url: string, migrations: readonly MigrationClass[]): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities: [],
    migrations: [...migrations],
    migrationsTableName: 'schema_migration',
    namingStrategy: new SnakeCaseNaming(),
    synchronize: false,
    logging: false,
    poolSize: 2,
  });
