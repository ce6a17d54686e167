import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '#contracts';
import { createLogger, JobRunner, newId, newToken, readConfig, SimulatedClock, type JobSettings } from '#platform';
import { createApp } from '../../apps/api/create-app.js';
import { JOB_HANDLERS, JOBS } from '../../apps/assembly/rooms.js';
import { createHash } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
  readonly text: string;
}

/** A person at a keyboard: what they send carries their session. */
export interface Client {
  readonly accountId: string;
  get<T = unknown>(path: string): Promise<Answer<T>>;
  post<T = unknown>(path: string, body?: unknown): Promise<Answer<T>>;
  put<T = unknown>(path: string, body?: unknown): Promise<Answer<T>>;
  patch<T = unknown>(path: string, body?: unknown): Promise<Answer<T>>;
  delete<T = unknown>(path: string, body?: unknown): Promise<Answer<T>>;
  fetch<T = unknown>(path: string, init?: RequestInit): Promise<Answer<T>>;
}

export interface TestApp extends TestDatabase {
  readonly app: NestFastifyApplication;
  readonly clock: SimulatedClock;
  readonly origin: string;
  /** Everything the API logged so far. */
  readonly logText: () => string;
  /** Runs every job that is due now. */
  runJobs(): Promise<number>;
  /** Without a session. */
  readonly anonymous: Client;
  /** An account of its own with these roles, signed in; `employeeId` ties it to a person of the organisation. */
  signInAs(organizationId: string, roles: Role | readonly Role[], employeeId?: string): Promise<Client>;
}

export interface TestAppOptions {
  /** Where the simulated clock starts. */
  readonly now?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly jobSettings?: Partial<JobSettings>;
}

/** The hash of a password that was thrown away. */
const NOBODY_KNOWS = '$argon2id$v=19$m=19456,t=2,p=1$TVnyAUvSduTXFkO/JG1bDA$nIqApA5QY6U9NXvLsnmss/ZcumErJfM2jSWN7a7Yf/U';

const send = (origin: string, cookie: string | undefined) =>
  async <T>(path: string, init: RequestInit = {}): Promise<Answer<T>> => {
    const response = await fetch(`${origin}${path}`, { ...init, headers: { ...(cookie && { cookie }), ...(init.headers as Record<string, string> | undefined) } });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, text, body: (isJson && text ? JSON.parse(text) : undefined) as T };
  };

export const createClient = (origin: string, accountId: string, cookie?: string): Client => {
  const raw = send(origin, cookie);
  const withBody = (method: string) => <T>(path: string, body?: unknown) =>
    raw<T>(path, { method, ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });
  return {
    accountId, fetch: raw, get: (path) => raw(path),
    post: withBody('POST'), put: withBody('PUT'), patch: withBody('PATCH'), delete: withBody('DELETE'),
  };
};

/** The real API on a free port with a database of its own and a clock that the test moves. */
export const createTestApp = async ({ now = '2026-11-20T00:00:00Z', environment = {}, jobSettings }: TestAppOptions = {}): Promise<TestApp> => {
  const db = await createTestDatabase();
  const clock = new SimulatedClock(now);
  const config = readConfig({ LOG_LEVEL: 'debug', DATABASE_POOL_SIZE: '6', SIGN_IN_PER_MINUTE: '10000', COMPUTE_THREADS: '0', ...environment, DATABASE_URL: db.url });
  const logged: string[] = [];
  const logger = createLogger(config, { write: (line: string) => void logged.push(line) });
  const app = await createApp({ config, clock, logger, worker: { jobs: JOBS, handlers: JOB_HANDLERS }, ...(jobSettings && { jobSettings }) });
  await app.listen(0, '127.0.0.1');
  const origin = await app.getUrl();
  return {
    ...db, app, clock, origin,
    logText: () => logged.join(''),
    runJobs: () => app.get(JobRunner).runDue(),
    anonymous: createClient(origin, ''),
    async signInAs(organizationId, roles, employeeId) {
      const [accountId, token, moment] = [newId(), newToken(), clock.now()];
      await db.database.system('test', async (tx) => {
        await tx.execute(
          `INSERT INTO account (organization_id, id, sign_in_name, employee_id, password_hash, state, created_at) VALUES ($1, $2, $3, $4, $6, 'ACTIVE', $5)`,
          [organizationId, accountId, `test-${accountId}`, employeeId ?? null, moment, NOBODY_KNOWS],
        );
        for (const role of typeof roles === 'string' ? [roles] : roles) {
          await tx.execute("INSERT INTO role_grant (organization_id, id, account_id, role, valid_from, created_at) VALUES ($1, $2, $3, $4, '2020-01-01', $5)", [organizationId, newId(), accountId, role, moment]);
        }
        await tx.execute('INSERT INTO session (organization_id, token_hash, account_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)', [
          organizationId, createHash('sha256').update(token).digest(), accountId, moment, new Date(moment.getTime() + 10 * 365 * 86_400_000),
        ]);
      });
      return createClient(origin, accountId, `jari_session=${token}`);
    },
    async dispose() {
      await app.close();
      await db.dispose();
    },
  };
};
