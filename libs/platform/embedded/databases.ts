import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const OBJECT_IN_USE = '55006';
const TEMPLATE_PATIENCE = 100;
const TEMPLATE_PAUSE_MS = 50;

async function asSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // A server that stops under an idle connection is reported by the query that needs it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** @throws the driver's error with code 42P04 when the name is taken */
export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<void> {
  const source = template === undefined ? '' : ` TEMPLATE ${pg.escapeIdentifier(template)}`;
  await asSuperuser(adminUrl, async (client) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}${source}`);
        return;
      } catch (error) {
        // A template can be copied only while nobody is connected to it: a copy next door ends in a moment.
        if ((error as { code?: string }).code !== OBJECT_IN_USE || attempt === TEMPLATE_PATIENCE) throw error;
        await delay(TEMPLATE_PAUSE_MS);
      }
    }
  });
}

/** Removes the database with everybody still connected to it; one that does not exist is no error. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await asSuperuser(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`));
}

export async function hasDatabase(adminUrl: string, name: string): Promise<boolean> {
  return asSuperuser(adminUrl, async (client) => (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount === 1);
}

/** Connections of others than the asking one; with a name, of that application alone. */
export async function otherClients(adminUrl: string, applicationName?: string): Promise<number> {
  return asSuperuser(adminUrl, async (client) => {
    const { rows } = await client.query<{ others: number }>(
      `SELECT count(*)::int AS others FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND ($1::text IS NULL OR application_name = $1)`,
      [applicationName ?? null],
    );
    return rows[0]?.others ?? 0;
  });
}
