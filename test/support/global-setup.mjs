// Jest loads this file outside its own module system, so it works on the build, which it refreshes first;
// tests that start processes of the product need the same build.
import { execFileSync } from 'node:child_process';
import pg from 'pg';

const TEMPLATE = 'jari_template';

/** Starts one real PostgreSQL for the run and migrates a template database, which every test file copies. */
export default async function globalSetup() {
  execFileSync(process.execPath, ['tools/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const { startEmbeddedPostgres } = await import('../../dist/libs/platform/embedded/index.js');
  const { migrate } = await import('../../dist/libs/platform/database/migrate.js');
  const { MIGRATIONS } = await import('../../dist/migrations/index.js');
  const cluster = await startEmbeddedPostgres({
    dataDirectory: 'var/test/postgres',
    // The tests' data may be lost with the machine; kill -9 of a process it survives without fsync too.
    settings: { fsync: 'off', full_page_writes: 'off' },
  });
  globalThis.jariTestCluster = cluster;
  process.env.JARI_TEST_CLUSTER = cluster.url('DATABASE');

  const client = new pg.Client({ connectionString: cluster.url('postgres') });
  await client.connect();
  // Another run may be preparing the same template at this moment.
  await client.query('SELECT pg_advisory_lock(4711)');
  const { rows } = await client.query("SELECT datname FROM pg_database WHERE datname = $1", [TEMPLATE]);
  if (rows.length > 0) await client.query(`DROP DATABASE ${TEMPLATE} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await migrate(cluster.url(TEMPLATE), MIGRATIONS);
  await client.end();
}
