import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform';
import type { StartDependencies } from './start.dependencies.js';
import type { Terminal } from './say.js';

const DATABASE = 'jari';

/** The database the application works on, and its end. */
export interface StartDatabase {
  readonly url: string;
  /** For the banner; an external one is not described, its address may be confidential. */
  readonly description: { readonly ko: string; readonly en: string };
  readonly isEmbedded: boolean;
  stop(): Promise<void>;
}

async function createIfMissing(server: EmbeddedPostgres): Promise<void> {
  try {
    if (!(await server.hasDatabase(DATABASE))) await server.createDatabase(DATABASE);
  } catch (error) {
    // Another start was quicker.
    if (!(await server.hasDatabase(DATABASE))) throw error;
  }
}

/** The external database when one is configured, otherwise the embedded server in `var/postgres`, started or adopted. */
export async function openDatabase({ root, postgresSettings }: StartDependencies, externalUrl: string | undefined, terminal: Terminal): Promise<StartDatabase> {
  if (externalUrl !== undefined) {
    return { url: externalUrl, description: { ko: '외부 PostgreSQL(DATABASE_URL)', en: 'external PostgreSQL (DATABASE_URL)' }, isEmbedded: false, stop: () => Promise.resolve() };
  }
  const server = await startEmbeddedPostgres({
    dataDirectory: join(root, 'var', 'postgres'),
    settings: postgresSettings,
    log: (line) => terminal.note({ ko: 'PostgreSQL이 중단된 작업을 복구하고 있습니다…', en: line }),
  });
  if (server.adopted) terminal.note({ ko: '실행 중이던 PostgreSQL에 연결하였습니다.', en: 'Connected to the PostgreSQL that was running already.' });
  await createIfMissing(server);
  return {
    url: server.url(DATABASE),
    description: { ko: `내장 PostgreSQL, ${server.home}`, en: `embedded PostgreSQL in ${server.home}` },
    isEmbedded: true,
    // A second start of this clone, on another port, may hold the same server.
    stop: async () => { await server.stop({ onlyIfNotHeld: true }); },
  };
}
