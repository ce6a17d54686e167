import { join } from 'node:path';
import { MIGRATIONS } from '#migrations';
import { migrate, startEmbeddedPostgres } from '#platform';

const DATABASE = 'jari_bench';

export interface BenchDatabase {
  /** The owner's URL. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A new database in `var/bench/postgres` with the settings of the product: an acknowledged commit is on the disk
 * (`fsync`, `synchronous_commit` and full pages on). DATABASE_URL is not used: a measurement would disturb whoever works there.
 */
export const openBenchDatabase = async (root: string, log: (line: string) => void): Promise<BenchDatabase> => {
  const server = await startEmbeddedPostgres({ dataDirectory: join(root, 'var', 'bench', 'postgres'), log });
  try {
    await server.dropDatabase(DATABASE);
    await server.createDatabase(DATABASE);
    await migrate(server.url(DATABASE), MIGRATIONS);
  } catch (error) {
    await server.stop({ onlyIfNotHeld: true });
    throw error;
  }
  return { url: server.url(DATABASE), close: async () => void (await server.stop({ onlyIfNotHeld: true })) };
};
