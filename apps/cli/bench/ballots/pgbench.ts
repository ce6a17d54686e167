import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The inserts of one cast without any program around them. */
const SCRIPT = `\\set slot random(1, :slots)
BEGIN;
INSERT INTO ballot_participation SELECT organization_id, ballot_id, employee_id FROM ballot_credential_holder WHERE ballot_id = :ballot AND slot = :slot ON CONFLICT DO NOTHING;
INSERT INTO ballot_intake_counter (organization_id, ballot_id, taken) VALUES (:organization, :ballot, 1)
  ON CONFLICT (organization_id, ballot_id) DO UPDATE SET taken = ballot_intake_counter.taken + 1 RETURNING taken \\gset
INSERT INTO ballot_intake (organization_id, ballot_id, intake_index, kind, slot, revision, tracker, ballot_hash, envelope, content, receipt, entered)
  VALUES (:organization, :ballot, :taken, 'BALLOT', :slot, 100000 + :taken, 'pgbench-' || :taken, 'hash', repeat('e', 480), repeat('c', :content), repeat('r', 560), false);
INSERT INTO job (organization_id, id, type, payload, state, run_at, max_attempts, backoff_ms, key, requested_by, request_id, created_at)
  VALUES (:organization, gen_random_uuid(), 'ballot.check', '{}', 'WAITING', now(), 5, 1000, 'pgbench-' || :taken, '{"kind":"SYSTEM","name":"bench"}', 'bench', now());
COMMIT;
`;

export interface PgbenchTask {
  readonly url: string;
  readonly seconds: number;
  readonly clients: number;
  /** Put into the statements as they stand, texts in their quotes. */
  readonly variables: Readonly<Record<'organization' | 'ballot' | 'slots' | 'content', string>>;
}

/** Transactions in a second by PostgreSQL's own load generator; null where it is not installed. */
export const runPgbench = async ({ url, seconds, clients, variables }: PgbenchTask): Promise<number | null> => {
  const folder = mkdtempSync(join(tmpdir(), 'jari-pgbench-'));
  try {
    const script = join(folder, 'cast.sql');
    writeFileSync(script, SCRIPT);
    const { hostname, port, username, password, pathname } = new URL(url);
    const defined = Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
    const output = await new Promise<string | null>((resolve, reject) => {
      const child = spawn('pgbench', ['-n', '-M', 'simple', '-f', script, '-c', String(clients), '-j', '2', '-T', String(seconds), ...defined, pathname.slice(1)], {
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, PGHOST: decodeURIComponent(hostname), PGPORT: port, PGUSER: decodeURIComponent(username), PGPASSWORD: decodeURIComponent(password) },
      });
      let text = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; });
      child.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve(null) : reject(error)));
      child.once('exit', (code) => (code === 0 ? resolve(text) : reject(new Error(`pgbench ended with ${code}`))));
    });
    const found = output === null ? null : /^tps = ([\d.]+)/m.exec(output)?.[1];
    return found === undefined || found === null ? null : Number(found);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
