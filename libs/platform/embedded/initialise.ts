import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PostgresBinaries } from './binaries.js';
import type { ClusterHome } from './home.js';
import { scratchName } from './scratch.js';
import { serverEnvironment } from './server-environment.js';

const run = promisify(execFile);

const isCluster = (data: string): boolean => existsSync(join(data, 'PG_VERSION'));

/**
 * The superuser's password, made once for a cluster and kept in a file that only its owner reads.
 * `link` fails where the name exists, so of two processes that start at once both end with the same password.
 */
function superuserPassword(home: string): string {
  const file = join(home, 'password');
  if (!existsSync(file)) {
    const scratch = join(home, scratchName('password'));
    writeFileSync(scratch, randomBytes(24).toString('hex'), { mode: 0o600 });
    try {
      linkSync(scratch, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(scratch);
    }
  }
  return readFileSync(file, 'utf8').trim();
}

async function initdb(binaries: PostgresBinaries, cluster: ClusterHome, password: string): Promise<void> {
  const { home, data, account } = cluster;
  const scratch = join(home, scratchName('data'));
  const passwordFile = join(home, scratchName('initdb'));
  mkdirSync(scratch, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [scratch, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    await run(binaries.initdb, [
      `--pgdata=${scratch}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8',
      // Classification and order of letters come from PostgreSQL itself: an update of the system's C library
      // then never invalidates an index. With plain C, trigrams of Korean would be empty.
      '--locale=C.UTF-8', '--locale-provider=builtin', '--no-instructions',
    ], { ...account, cwd: '/', env: serverEnvironment() });
    renameSync(scratch, data);
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true });
    // Another process was quicker: its cluster is as good as ours.
    if (!isCluster(data)) throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Makes the cluster unless it exists, and returns the superuser's password. A half-made cluster is never seen
 * under its name: initdb works beside it and the finished folder is renamed.
 */
export async function initialiseCluster(binaries: PostgresBinaries, cluster: ClusterHome): Promise<string> {
  const password = superuserPassword(cluster.home);
  if (!isCluster(cluster.data)) await initdb(binaries, cluster, password);
  return password;
}
