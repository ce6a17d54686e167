import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { canEnter } from './reachable.js';
import { scratchName } from './scratch.js';
import { serverAccount, type ServerAccount } from './server-account.js';

/** Where a cluster lives. */
export interface ClusterHome {
  /** Belongs to the process that starts the server: password, log, perhaps a copy of the programs. */
  readonly home: string;
  /** PGDATA, belongs to the server's account. */
  readonly data: string;
  /** Whom the server runs as; `undefined`: as this process. */
  readonly account: ServerAccount | undefined;
}

interface Location {
  readonly home: string;
  readonly madeFor: string;
}

// Folders of the system that every account may enter; the first that can be written is taken.
const SHELTERS = ['/var/lib', '/var/tmp', '/tmp'] as const;
// The server's account walks through, and lists nothing.
const WALK_THROUGH = 0o711;

const dataOf = (home: string): string => join(home, 'data');
const locationFile = (wanted: string): string => `${wanted}.location.json`;

function remembered(wanted: string): string | undefined {
  if (!existsSync(locationFile(wanted))) return undefined;
  const { home, madeFor } = JSON.parse(readFileSync(locationFile(wanted), 'utf8')) as Location;
  // A moved clone takes its data along; a copied one must not share them with the original.
  const ours = madeFor === wanted || !existsSync(dirname(madeFor));
  return ours && existsSync(home) ? home : undefined;
}

function remember(wanted: string, home: string): void {
  const scratch = join(dirname(wanted), scratchName('location'));
  writeFileSync(scratch, `${JSON.stringify({ home, madeFor: wanted } satisfies Location, null, 2)}\n`);
  renameSync(scratch, locationFile(wanted));
}

// In a folder everybody may write, a stranger could have put the name there before us.
function isOurs(folder: string): boolean {
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === process.getuid?.();
}

function shelter(wanted: string, account: ServerAccount): string {
  const name = `jari-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}`;
  for (const root of SHELTERS) {
    if (!existsSync(root) || !canEnter(root, account)) continue;
    const home = join(root, name);
    try {
      mkdirSync(home, { recursive: true });
    } catch {
      continue;
    }
    if (isOurs(home)) return home;
  }
  throw new Error(`PostgreSQL's account cannot enter ${wanted}, and none of ${SHELTERS.join(', ')} can be used instead`);
}

function chownTree(path: string, account: ServerAccount): void {
  const found = lstatSync(path);
  if (found.isDirectory()) for (const name of readdirSync(path)) chownTree(join(path, name), account);
  if (!found.isSymbolicLink()) chownSync(path, account.uid, account.gid);
}

// Data made while the folders above were open, which were closed since.
function bringAlong(from: string, to: string, account: ServerAccount): void {
  for (const name of ['password', 'data']) {
    const source = join(from, name);
    const target = join(to, name);
    if (!existsSync(source) || existsSync(target)) continue;
    try {
      renameSync(source, target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      const scratch = join(to, scratchName(name));
      cpSync(source, scratch, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
      if (name === 'data') chownTree(scratch, account);
      renameSync(scratch, target);
      rmSync(source, { recursive: true });
    }
  }
}

/**
 * Decides where a cluster asked for in `dataDirectory` really lives, and makes the folder.
 *
 * As root the server runs as another account, which must be able to enter every folder above its data. Where
 * it cannot (looked up in the modes, not tried), the cluster lives in a folder of the system that is named by a
 * hash of the path, and `<dataDirectory>.location.json` remembers it for the next start.
 */
export function clusterHome(dataDirectory: string): ClusterHome {
  mkdirSync(dirname(resolve(dataDirectory)), { recursive: true });
  // One spelling a folder: a running server is recognised by the path in its arguments.
  const wanted = join(realpathSync(dirname(resolve(dataDirectory))), basename(dataDirectory));
  const known = remembered(wanted);
  const account = serverAccount(dataOf(known ?? wanted));
  let home = known ?? wanted;
  if (!known && account && !canEnter(dirname(wanted), account)) {
    home = shelter(wanted, account);
    remember(wanted, home);
    bringAlong(wanted, home, account);
  }
  mkdirSync(home, { recursive: true });
  if (account && lstatSync(home).uid === process.getuid?.()) chmodSync(home, WALK_THROUGH);
  return { home, data: dataOf(home), account };
}
