import { readdirSync, statSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ServerAccount } from './server-account.js';

const READ = 4;
const ENTER = 1;

// The server is started without supplementary groups, so owner, its one group and "others" are the whole story.
function allows(found: Stats, account: ServerAccount, wanted: number): boolean {
  const shift = found.uid === account.uid ? 6 : found.gid === account.gid ? 3 : 0;
  return ((found.mode >> shift) & wanted) === wanted;
}

/** Whether the account may enter every folder from the root down to `folder`; parts that do not exist yet are no obstacle. */
export function canEnter(folder: string, account: ServerAccount): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && (!found.isDirectory() || !allows(found, account, ENTER))) return false;
  const parent = dirname(folder);
  return parent === folder || canEnter(parent, account);
}

/** Whether the account may read everything below `folder`, which it must be able to enter as well (an install under umask 077 fails here). */
export function canReadTree(folder: string, account: ServerAccount): boolean {
  return canEnter(folder, account) && treeAllows(folder, account);
}

function treeAllows(folder: string, account: ServerAccount): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found || !allows(found, account, READ | ENTER)) return false;
  return readdirSync(folder, { withFileTypes: true }).every((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return treeAllows(path, account);
    const file = statSync(path, { throwIfNoEntry: false });
    return !file || allows(file, account, READ);
  });
}
