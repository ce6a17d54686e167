import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** The system account PostgreSQL runs as. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

// `postgres` is who administrators expect to own a database; the others exist on minimal images that lack it.
const EXISTING_ACCOUNTS = ['postgres', '_postgres', 'nobody', 'daemon'] as const;
const CREATED_ACCOUNT = 'jari-postgres';

const isRoot = (): boolean => process.getuid?.() === 0;

function fromPasswd(name: string, passwd: string): ServerAccount | undefined {
  for (const line of passwd.split('\n')) {
    const [account, , uid, gid] = line.split(':');
    if (account === name && Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

function ownerOf(path: string): ServerAccount | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

/**
 * The account for the server, or `undefined` when this process is not root and simply runs it as itself.
 *
 * PostgreSQL refuses to run as root. Existing data decide first, because only their owner may open them;
 * a new cluster goes to the first known account, and only where there is none is one created: initdb
 * wants a name for its uid in /etc/passwd.
 *
 * @param dataFolder the cluster's folder, which may not exist yet
 * @throws Error when no account exists and none can be created
 */
export function serverAccount(dataFolder: string): ServerAccount | undefined {
  if (!isRoot()) return undefined;
  const owner = ownerOf(dataFolder);
  if (owner) return owner;
  const passwd = readFileSync('/etc/passwd', 'utf8');
  for (const name of [...EXISTING_ACCOUNTS, CREATED_ACCOUNT]) {
    const account = fromPasswd(name, passwd);
    if (account) return account;
  }
  execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', CREATED_ACCOUNT], { stdio: 'pipe' });
  const created = fromPasswd(CREATED_ACCOUNT, readFileSync('/etc/passwd', 'utf8'));
  if (!created) throw new Error('PostgreSQL does not run as root, and no other system account could be found or created');
  return created;
}
