import { join } from 'node:path';
import pg from 'pg';
import { MIGRATIONS } from '#migrations';
import { migrate, startEmbeddedPostgres } from '#platform';

/** On an outside server the name says what it is; nothing else there is touched. */
export const DATABASE = 'jari_demo_season';

export interface DemoDatabase {
  readonly url: string;
  /** Where one can look at it afterwards, without a password. */
  readonly place: string;
  close(): Promise<void>;
}

/** The season is played anew each time: a crash may cost it its data, so the disk need not be waited for. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } as const;

const external = async (url: string): Promise<DemoDatabase> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${DATABASE}`);
    await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
  const own = new URL(url);
  own.pathname = `/${DATABASE}`;
  await migrate(own.href, MIGRATIONS);
  return { url: own.href, place: `DATABASE_URL / ${DATABASE}`, close: () => Promise.resolve() };
};

/** A new database for one season: in `var/demo/postgres`, or on the server of DATABASE_URL beside the others. */
export const openDemoDatabase = async (root: string, databaseUrl: string | undefined, log: (line: string) => void): Promise<DemoDatabase> => {
  if (databaseUrl !== undefined) return external(databaseUrl);
  const server = await startEmbeddedPostgres({ dataDirectory: join(root, 'var', 'demo', 'postgres'), settings: SETTINGS, log });
  try {
    await server.dropDatabase(DATABASE);
    await server.createDatabase(DATABASE);
    await migrate(server.url(DATABASE), MIGRATIONS);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: server.url(DATABASE), place: join('var', 'demo', 'postgres'), close: async () => void (await server.stop({ onlyIfNotHeld: true })) };
};
