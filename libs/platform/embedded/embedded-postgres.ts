import { postgresBinaries } from './binaries.js';
import { createDatabase, dropDatabase, hasDatabase, otherClients } from './databases.js';
import { clusterHome } from './home.js';
import { initialiseCluster } from './initialise.js';
import { launch } from './launch.js';
import { announcePresence, PRESENCE } from './presence.js';
import { sweepScratch } from './scratch.js';
import type { PostgresSettings } from './settings.js';
import { shutDown } from './shut-down.js';

export interface EmbeddedPostgresOptions {
  /** Where the cluster shall live; made when missing. As root it may live elsewhere, see `home`. */
  readonly dataDirectory: string;
  /** TCP port on 127.0.0.1; without it any free one. A server that runs already keeps its own. */
  readonly port?: number;
  /** Over the defaults; ignored when the server runs already. */
  readonly settings?: PostgresSettings;
  /** Receives what takes long, one line at a time. */
  readonly log?: (line: string) => void;
}

export interface StopOptions {
  /** Leaves the server running while anybody else is connected or holds it. */
  readonly onlyIfUnused?: boolean;
  /** Leaves it running only while another process that started or adopted it lives; other connections are cut. */
  readonly onlyIfNotHeld?: boolean;
}

export interface EmbeddedPostgres {
  readonly port: number;
  /** It ran before we came. */
  readonly adopted: boolean;
  /** The folder in which data, password and log really are. */
  readonly home: string;
  /** Connection URL of the superuser, with the password: never to be logged. */
  url(database: string): string;
  createDatabase(name: string, options?: { readonly template?: string }): Promise<void>;
  dropDatabase(name: string): Promise<void>;
  hasDatabase(name: string): Promise<boolean>;
  /** Stops the server and waits for its end. Resolves with whether it was stopped; a second call does nothing. */
  stop(options?: StopOptions): Promise<boolean>;
}

/**
 * Starts the PostgreSQL of the npm package on a folder, or adopts the one that runs there already (left by a
 * process that was killed, or shared with another command).
 *
 * @throws Error when the platform has no package or the server cannot start, with the server's own words
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const cluster = clusterHome(options.dataDirectory);
  sweepScratch(cluster.home);
  const binaries = postgresBinaries(cluster.home, cluster.account);
  const password = await initialiseCluster(binaries, cluster);
  const server = await launch({ binaries, cluster, port: options.port, settings: options.settings ?? {}, log: options.log ?? (() => undefined) });
  const url = (database: string): string => `postgresql://postgres:${password}@127.0.0.1:${server.port}/${encodeURIComponent(database)}`;
  const admin = url('postgres');
  const presence = await announcePresence(admin);
  let left = false;
  return {
    port: server.port,
    adopted: server.adopted,
    home: cluster.home,
    url,
    createDatabase: (name, { template } = {}) => createDatabase(admin, name, template),
    dropDatabase: (name) => dropDatabase(admin, name),
    hasDatabase: (name) => hasDatabase(admin, name),
    async stop({ onlyIfUnused = false, onlyIfNotHeld = false } = {}) {
      if (left) return false;
      left = true;
      await presence.leave();
      if (onlyIfUnused && (await otherClients(admin)) > 0) return false;
      if (onlyIfNotHeld && (await otherClients(admin, PRESENCE)) > 0) return false;
      await shutDown(server.pid);
      return true;
    },
  };
}
