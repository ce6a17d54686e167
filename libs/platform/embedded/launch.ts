import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { PostgresBinaries } from './binaries.js';
import type { ClusterHome } from './home.js';
import { disownReusedPid, runningPostmaster, type Postmaster } from './postmaster.js';
import { serverEnvironment } from './server-environment.js';
import { DEFAULT_SETTINGS, settingArguments, type PostgresSettings } from './settings.js';

export interface LaunchOptions {
  readonly binaries: PostgresBinaries;
  readonly cluster: ClusterHome;
  /** A fixed port; without it any free one. */
  readonly port?: number | undefined;
  readonly settings: PostgresSettings;
  readonly log: (line: string) => void;
}

export interface Launched extends Postmaster {
  /** It ran already, or somebody else was quicker. */
  readonly adopted: boolean;
}

const LOOK_AGAIN_MS = 15;
const SAY_IT_TAKES_LONG_MS = 3_000;
const LARGEST_LOG = 8 * 1024 * 1024;
const ATTEMPTS = 40;
const PAUSE_BETWEEN_ATTEMPTS_MS = 250;
// Each ends by itself: another starter wins, backends of a killed server finish, somebody takes the port we saw free.
const PASSING = /lock file "postmaster\.pid" already exists|lock file "postmaster\.pid" is empty|pre-existing shared memory block|bogus data in lock file|could not create any TCP\/IP sockets/;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done, fail) => probe.once('error', fail).listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('the system gave no TCP port');
  return address.port;
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function openLog(home: string): { file: string; descriptor: number; from: number } {
  const file = join(home, 'server.log');
  if (sizeOf(file) > LARGEST_LOG) renameSync(file, `${file}.1`);
  const from = sizeOf(file);
  return { file, descriptor: openSync(file, 'a', 0o600), from };
}

/** Resolves with the server once it accepts connections, or with what it wrote when it ended first. */
async function tryOnce(options: LaunchOptions, port: number): Promise<Launched | string> {
  const { binaries, cluster, settings, log } = options;
  const { file, descriptor, from } = openLog(cluster.home);
  // A group of its own: Ctrl-C in the terminal reaches the API first, which drains while the database still answers.
  const server = spawn(binaries.postgres, ['-D', cluster.data, '-p', String(port), ...settingArguments(DEFAULT_SETTINGS, settings)], {
    ...cluster.account, cwd: '/', env: serverEnvironment(), detached: true, stdio: ['ignore', descriptor, descriptor],
  });
  closeSync(descriptor);
  let ended: string | undefined;
  server.once('error', (error) => { ended = error.message; });
  server.once('exit', () => { ended = existsSync(file) ? readFileSync(file).subarray(from).toString('utf8') : 'no log'; });
  server.unref();
  for (let waited = 0; ended === undefined; waited += LOOK_AGAIN_MS) {
    const found = runningPostmaster(cluster.data);
    if (found?.ready && found.pid === server.pid) return { ...found, adopted: false };
    if (waited === SAY_IT_TAKES_LONG_MS) log('PostgreSQL is recovering after an interruption …');
    await delay(LOOK_AGAIN_MS);
  }
  return ended;
}

async function adopt(cluster: ClusterHome): Promise<Launched | undefined> {
  for (;;) {
    const found = runningPostmaster(cluster.data);
    if (!found) return undefined;
    if (found.ready) return { ...found, adopted: true };
    await delay(LOOK_AGAIN_MS);
  }
}

/**
 * The running server of this cluster: adopted when there is one, started otherwise. Of several processes that
 * call this at once one starts it, decided by PostgreSQL's own lock file, and the others adopt.
 *
 * @throws Error with the server's own words when it cannot start
 */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const { cluster } = options;
  let words = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const running = await adopt(cluster);
    if (running) return running;
    disownReusedPid(cluster.data);
    const outcome = await tryOnce(options, options.port ?? (await freePort()));
    if (typeof outcome !== 'string') return outcome;
    words = outcome;
    if (!PASSING.test(words)) break;
    await delay(PAUSE_BETWEEN_ATTEMPTS_MS);
  }
  throw new Error(`PostgreSQL did not start:\n${words.trim()}`);
}
