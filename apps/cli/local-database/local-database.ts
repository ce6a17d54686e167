import { MIGRATIONS } from '#migrations';
import { migrate, readConfig } from '#platform';
import { startEmbeddedPostgres } from '../../../libs/platform/embedded/index.js';
import type { CommandIo } from '../command.js';
import { requireReachable } from './database-unreachable.js';

export const DATABASE_NAME = 'jari';

/** The folder of the database that `npm start` keeps. */
export const PRODUCT_DATA = 'var/postgres';

export interface LocalDatabase {
  /** The owner's URL; the application switches to its own role by itself. */
  readonly url: string;
  /** True where the database is the embedded one of this checkout. */
  readonly embedded: boolean;
  /** Ends what was started for this command; a server that others use goes on. */
  release(): Promise<void>;
}

/**
 * The database a command works on: DATABASE_URL where it is set, otherwise the embedded one in `dataDirectory`,
 * started if it does not run. Migrated either way.
 * @throws ConfigError for a wrong environment, DatabaseUnreachable
 */
export const openLocalDatabase = async (io: CommandIo, { dataDirectory = PRODUCT_DATA, fresh = false } = {}): Promise<LocalDatabase> => {
  const { databaseUrl } = readConfig(process.env);
  if (databaseUrl !== undefined && dataDirectory === PRODUCT_DATA) {
    await requireReachable(databaseUrl);
    await migrate(databaseUrl, MIGRATIONS);
    return { url: databaseUrl, embedded: false, release: async () => undefined };
  }
  const server = await startEmbeddedPostgres({ dataDirectory, log: (line) => io.stderr.write(`${line}\n`) });
  if (fresh && (await server.hasDatabase(DATABASE_NAME))) await server.dropDatabase(DATABASE_NAME);
  if (!(await server.hasDatabase(DATABASE_NAME))) await server.createDatabase(DATABASE_NAME);
  const url = server.url(DATABASE_NAME);
  await migrate(url, MIGRATIONS);
  return {
    url,
    embedded: true,
    release: async () => {
      await server.stop({ onlyIfUnused: true });
    },
  };
};
