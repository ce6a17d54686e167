import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { MIGRATIONS } from '#migrations';
import { migrate } from '#platform';
import { startEmbeddedPostgres } from '../../../libs/platform/embedded/index.js';
import { isAlive } from '../../../libs/platform/process/index.js';
import { loadDemoDistrict } from '../../../apps/cli/demo-loader/index.js';
import { until } from '../../e2e/jobs/support/until.js';

const DATABASE = 'jari';

/** A PostgreSQL server of its own, durable as the product's, with the demo district in it, that can be killed. */
export interface FaultDatabase {
  /** The superuser's URL; the same after a restart. */
  readonly url: string;
  /** kill -9 of the server; its processes are gone when this resolves. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  /** One statement as the superuser. */
  ask<R extends object>(sql: string, values?: readonly unknown[]): Promise<R[]>;
  /** Keeps the locks of one statement. @returns lets go */
  hold(sql: string, values: readonly unknown[]): Promise<() => Promise<void>>;
  dispose(): Promise<void>;
}

export const openFaultDatabase = async (): Promise<FaultDatabase> => {
  const folder = mkdtempSync(join(tmpdir(), 'jari-faults-'));
  chmodSync(folder, 0o755);
  const dataDirectory = join(folder, 'postgres');
  let server = await startEmbeddedPostgres({ dataDirectory });
  const { port, home } = server;
  const url = server.url(DATABASE);

  const ask = async <R extends object>(sql: string, values: readonly unknown[] = []): Promise<R[]> => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<R & pg.QueryResultRow>(sql, [...values])).rows;
    } finally {
      await client.end();
    }
  };
  const dispose = async (): Promise<void> => {
    await server.stop().catch(() => false);
    rmSync(home, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    await server.createDatabase(DATABASE);
    await migrate(url, MIGRATIONS);
    await loadDemoDistrict(url);
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    url, ask, dispose,
    async hold(sql, values) {
      const client = new pg.Client({ connectionString: url });
      client.on('error', () => undefined);
      await client.connect();
      await client.query('BEGIN');
      await client.query(sql, [...values]);
      return () => client.end();
    },
    async kill() {
      const pid = Number(readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
      process.kill(pid, 'SIGKILL');
      await until(() => !isAlive(pid));
    },
    async restart() {
      server = await startEmbeddedPostgres({ dataDirectory, port });
    },
  };
};
