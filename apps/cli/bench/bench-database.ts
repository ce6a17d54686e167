import { join } from 'node:path';
import pg from 'pg';
import { MIGRATIONS } from '#migrations';
import { migrate, startEmbeddedPostgres } from '#platform';

const DATABASE = 'jari_bench';
const INTERRUPTED = 130;

/** Held on the server while something is measured on it; any number that nobody else uses. */
const MEASURING = 7_427_003;

export interface BenchDatabase {
  /** The owner's URL. */
  readonly url: string;
  close(): Promise<void>;
}

const refuseSecond = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [MEASURING]);
  if (rows[0]?.free !== true) throw new Error('다른 측정이 진행 중입니다 / another measurement is under way');
};

/**
 * A new database in `var/bench/postgres` with the settings of the product: an acknowledged commit is on the disk
 * (`fsync`, `synchronous_commit` and full pages on). DATABASE_URL is not used: a measurement would disturb whoever works
 * there. A signal ends the server too; the programs under measurement end with this process.
 */
export const openBenchDatabase = async (root: string, log: (line: string) => void): Promise<BenchDatabase> => {
  const server = await startEmbeddedPostgres({ dataDirectory: join(root, 'var', 'bench', 'postgres'), log });
  const keeper = new pg.Client({ connectionString: server.url('postgres') });
  keeper.on('error', () => undefined);
  const close = async (): Promise<void> => {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await keeper.end();
    await server.stop({ onlyIfNotHeld: true });
  };
  const interrupt = (): void => void close().finally(() => process.exit(INTERRUPTED));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    await keeper.connect();
    await refuseSecond(keeper);
    await server.dropDatabase(DATABASE);
    await server.createDatabase(DATABASE);
    await migrate(server.url(DATABASE), MIGRATIONS);
  } catch (error) {
    await close();
    throw error;
  }
  return { url: server.url(DATABASE), close };
};
