import pg from 'pg';
import { createMigrationDataSource, type MigrationClass } from './data-source.js';

/** Any number that no other program on the same database server is likely to lock. */
const MIGRATION_LOCK = 7_120_411;

/**
 * Brings the schema to the newest version, each migration in a transaction of its own.
 * Two processes may call it at once: the second waits and then finds nothing to do.
 * @returns the names of the migrations that ran
 */
export const migrate = async (url: string, migrations: readonly MigrationClass[]): Promise<readonly string[]> => {
  const guard = new pg.Client({ connectionString: url });
  await guard.connect();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const dataSource = createMigrationDataSource(url, migrations);
    await dataSource.initialize();
    try {
      const ran = await dataSource.runMigrations({ transaction: 'each' });
      return ran.map((migration) => migration.name);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await guard.end();
  }
};

/** Takes back the newest `count` migrations. */
export const revert = async (url: string, migrations: readonly MigrationClass[], count: number): Promise<void> => {
  const dataSource = createMigrationDataSource(url, migrations);
  await dataSource.initialize();
  try {
    for (let done = 0; done < count; done++) await dataSource.undoLastMigration({ transaction: 'each' });
  } finally {
    await dataSource.destroy();
  }
};
