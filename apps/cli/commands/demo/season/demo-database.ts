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

/** The season is played anew each time: a crash may cost it its last commits, but never leave a cluster that cannot start. */
const SETTINGS = { synchronous_commit: 'off' } as const;

/** Held on the server while a season is played on it; any number that nobody else uses. */
const PLAYING = 7_427_002;

/**
 * Makes the database anew, unless another season is being played in it.
 * @returns what lets the next season in
 */
const takeDatabase = async (serverUrl: string, url: string): Promise<() => Promise<void>> => {
  const client = new pg.Client({ connectionString: serverUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [PLAYING]);
    if (rows[0]?.free !== true) throw new Error('다른 시연이 이 데이터베이스에서 진행 중입니다 / another demo season is being played on this database');
    await client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${DATABASE}`);
    await migrate(url, MIGRATIONS);
  } catch (error) {
    await client.end();
    throw error;
  }
  return () => client.end();
};

const external = async (serverUrl: string): Promise<DemoDatabase> => {
  const url = new URL(serverUrl);
  url.pathname = `/${DATABASE}`;
  const release = await takeDatabase(serverUrl, url.href);
  return { url: url.href, place: `DATABASE_URL / ${DATABASE}`, close: release };
};

/** A new database for one season: in `var/demo/postgres`, or on the server of DATABASE_URL beside the others. */
export const openDemoDatabase = async (root: string, databaseUrl: string | undefined, log: (line: string) => void): Promise<DemoDatabase> => {
  if (databaseUrl !== undefined) return external(databaseUrl);
  const server = await startEmbeddedPostgres({ dataDirectory: join(root, 'var', 'demo', 'postgres'), settings: SETTINGS, log });
  const stop = async (): Promise<void> => void (await server.stop({ onlyIfNotHeld: true }));
  try {
    const release = await takeDatabase(server.url('postgres'), server.url(DATABASE));
    return {
      url: server.url(DATABASE), place: join('var', 'demo', 'postgres'),
      close: async () => {
        await release();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
