import pg from 'pg';

/** The application name of these connections. */
export const PRESENCE = 'jari presence';

/** Says to other processes that the server is in use, until closed or until this process ends in whatever way. */
export interface Presence {
  leave(): Promise<void>;
}

// Both are public in the driver and missing in its types.
type WatchedClient = pg.Client & { ref(): void; unref(): void };

/**
 * One idle connection held by everybody who started or adopted the server: a process between two queries, with
 * an empty pool, still counts as a user. It keeps no process alive.
 */
export async function announcePresence(adminUrl: string): Promise<Presence> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: PRESENCE }) as WatchedClient;
  // The server may be stopped by its owner; whoever needs it will hear that from a query.
  client.on('error', () => undefined);
  await client.connect();
  client.unref();
  return {
    leave: () => {
      // An unwatched socket would let the process end before the farewell is through.
      client.ref();
      return client.end();
    },
  };
}
