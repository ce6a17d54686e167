import pg from 'pg';

export const TEMPLATE = 'jari_template';

/** Connection URL of the superuser for one database of the run's server (global-setup.mjs starts it). */
export const databaseUrl = (database: string): string => {
  const pattern = process.env['JARI_TEST_CLUSTER'];
  if (pattern === undefined) throw new Error('The test server is not running');
  return pattern.replace('DATABASE', database);
};

let counter = 0;

/** Runs one statement as the superuser. */
export const asSuperuser = async <R extends object>(database: string, sql: string, values: unknown[] = []): Promise<R[]> => {
  const client = new pg.Client({ connectionString: databaseUrl(database) });
  await client.connect();
  try {
    return (await client.query<R & pg.QueryResultRow>(sql, values)).rows;
  } finally {
    await client.end();
  }
};

/** A fresh, migrated database. @returns its name */
export const copyTemplate = async (): Promise<string> => {
  const name = `test_${process.pid}_${Date.now().toString(36)}_${++counter}`;
  // Two files may copy the template at the same moment, which PostgreSQL refuses: one after the other.
  const client = new pg.Client({ connectionString: databaseUrl('postgres') });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(4711)');
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  } finally {
    await client.end();
  }
  return name;
};

export const dropCopy = async (name: string): Promise<void> => {
  await asSuperuser('postgres', `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
};
