import { createHash } from 'node:crypto';
import { jest } from '@jest/globals';
import { JobQueue, JobWatch, newId, newToken, systemContext, type WorkContext } from '#platform';
import { JOBS } from '../../../apps/assembly/rooms.js';
import { asSuperuser } from '../../support/cluster.js';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { openEventStream } from './support/event-stream.js';
import { until } from './support/until.js';

jest.setTimeout(60_000);

interface JobBody {
  readonly id: string;
  readonly state: string;
  readonly progress: number;
}

const HOUR = 3_600_000;

let app: TestApp;
let context: WorkContext;
let admin: Client;
let hr: Client;

beforeAll(async () => {
  app = await createTestApp();
  context = await app.createOrganization();
  admin = await app.signInAs(context.organizationId, 'SYSTEM_ADMIN');
  hr = await app.signInAs(context.organizationId, 'HR_OFFICER');
});
afterAll(() => app.dispose());

/** A job of the product, due in an hour, asked for by `client`. */
const enqueueFor = async (client: Client): Promise<string> => {
  const [type] = JOBS;
  if (!type) throw new Error('The product has no kind of job');
  const requester: WorkContext = {
    organizationId: context.organizationId, requestId: 'test',
    actor: { kind: 'PERSON', accountId: client.accountId, employeeId: null, roles: ['HR_OFFICER'] },
  };
  return app.database.transaction(requester, (tx) =>
    app.app.get(JobQueue).enqueue(tx, type, { marker: 'not-for-the-eye' }, { runAt: new Date(app.clock.now().getTime() + HOUR) }),
  );
};

/** One more session of the same person, whose cookie is known. */
const cookieOf = async ({ accountId }: Client): Promise<string> => {
  const token = newToken();
  await asSuperuser(
    app.name,
    'INSERT INTO session (organization_id, token_hash, account_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)',
    [context.organizationId, createHash('sha256').update(token).digest(), accountId, app.clock.now(), new Date(app.clock.now().getTime() + HOUR)],
  );
  return `jari_session=${token}`;
};

const setState = async (id: string, assignments: string): Promise<void> => {
  await asSuperuser(app.name, `UPDATE job SET ${assignments} WHERE id = $1`, [id]);
};

test('whoever asked for a job sees it, and nothing of it beside what the answer declares', async () => {
  const id = await enqueueFor(hr);
  const answer = await hr.get<JobBody>(`/api/jobs/${id}`);
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ id, state: 'WAITING', progress: 0, attempts: 0, lastErrorCode: null, finishedAt: null });
  expect(answer.text).not.toContain('not-for-the-eye');
  expect(answer.text).not.toContain(hr.accountId);
});

test('nobody else sees it: not a colleague, not another organisation, not somebody without a session', async () => {
  const id = await enqueueFor(hr);
  const colleague = await app.signInAs(context.organizationId, 'HR_OFFICER');
  const other = await app.createOrganization('other');
  const stranger = await app.signInAs(other.organizationId, 'SYSTEM_ADMIN');
  for (const path of [`/api/jobs/${id}`, `/api/jobs/${id}/events`]) {
    for (const client of [colleague, stranger]) {
      const answer = await client.get<{ code: string }>(path);
      expect([answer.status, answer.body.code]).toEqual([404, 'JOB_NOT_FOUND']);
    }
    expect((await app.anonymous.get(path)).status).toBe(401);
  }
  expect((await admin.get(`/api/jobs/${id}`)).status).toBe(200);
  expect((await stranger.get<JobBody[]>('/api/jobs')).body).toEqual([]);
  expect((await stranger.post<{ code: string }>(`/api/jobs/${id}/cancel`)).body.code).toBe('JOB_NOT_FOUND');
});

test('operators list by state, retry what is dead and cancel what waits; nobody else may', async () => {
  const id = await enqueueFor(hr);
  await setState(id, `state = 'DEAD', attempts = 3, finished_at = now(), last_error_code = 'CONFLICT'`);
  expect((await admin.get<JobBody[]>('/api/jobs?state=DEAD')).body).toMatchObject([{ id, state: 'DEAD', lastErrorCode: 'CONFLICT' }]);
  for (const answer of [await hr.get('/api/jobs'), await hr.post(`/api/jobs/${id}/retry`), await hr.post(`/api/jobs/${id}/cancel`)]) expect(answer.status).toBe(403);

  expect((await admin.post<JobBody>(`/api/jobs/${id}/retry`)).body).toMatchObject({ state: 'WAITING', attempts: 0 });
  expect(await admin.post<{ code: string }>(`/api/jobs/${id}/retry`)).toMatchObject({ status: 409, body: { code: 'JOB_NOT_RETRYABLE' } });
  expect((await admin.post<JobBody>(`/api/jobs/${id}/cancel`)).body).toMatchObject({ state: 'CANCELLED' });
  expect(await admin.post<{ code: string }>(`/api/jobs/${id}/cancel`)).toMatchObject({ status: 409, body: { code: 'JOB_NOT_CANCELLABLE' } });
  expect(await admin.post<{ code: string }>(`/api/jobs/${newId()}/cancel`)).toMatchObject({ status: 404 });
  const actions = await app.database.transaction(systemContext(context.organizationId, 'test'), (tx) =>
    tx.query<{ action: string }>('SELECT action FROM audit_log WHERE organization_id = $1 AND subject_id = $2 ORDER BY id', [context.organizationId, id]),
  );
  expect(actions.map(({ action }) => action)).toEqual(['job.retry', 'job.cancel']);
});

test('a wrong filter names every fault', async () => {
  const answer = await admin.get<{ faults: { path: string }[] }>('/api/jobs?state=LOST&limit=0&before=x');
  expect(answer.status).toBe(422);
  expect(answer.body.faults.map(({ path }) => path).sort()).toEqual(['before', 'limit', 'state']);
});

test('progress arrives live, with the declared fields only, and the stream ends with the job', async () => {
  const id = await enqueueFor(hr);
  const events: JobBody[] = [];
  const stream = await openEventStream(`${app.origin}/api/jobs/${id}/events`, await cookieOf(hr), (data) => void events.push(JSON.parse(data) as JobBody));
  await until(() => events.length === 1);
  await setState(id, `state = 'RUNNING', locked_by = gen_random_uuid(), lease_until = now() + interval '1 hour', progress = 0.5, stage = 'reading'`);
  await asSuperuser(app.name, 'SELECT pg_notify($1, $2)', ['jari_job', `changed ${id}`]);
  await until(() => events.some(({ progress }) => progress === 0.5));
  // The hint of this one got lost: it is seen all the same.
  await setState(id, `state = 'DONE', locked_by = NULL, lease_until = NULL, progress = 1, finished_at = now()`);
  await stream.ended;
  expect(stream.contentType).toContain('text/event-stream');
  expect(events.map(({ state, progress }) => [state, progress])).toEqual([['WAITING', 0], ['RUNNING', 0.5], ['DONE', 1]]);
  expect(JSON.stringify(events)).not.toContain('not-for-the-eye');
});

test('a reader who leaves is noticed: nobody goes on looking for them', async () => {
  const id = await enqueueFor(hr);
  const events: string[] = [];
  const stream = await openEventStream(`${app.origin}/api/jobs/${id}/events`, await cookieOf(hr), (data) => void events.push(data));
  await until(() => events.length === 1);
  const watch = app.app.get(JobWatch);
  expect(watch.followers).toBe(1);
  stream.leave();
  await expect(stream.ended).rejects.toThrow('aborted');
  await until(() => watch.followers === 0);
});

test('a stream that is open does not keep the process from ending', async () => {
  const closing = await createTestApp();
  try {
    const elsewhere = await closing.createOrganization();
    const person = await closing.signInAs(elsewhere.organizationId, 'HR_OFFICER');
    const [type] = JOBS;
    if (!type) throw new Error('The product has no kind of job');
    const requester: WorkContext = {
      organizationId: elsewhere.organizationId, requestId: 'test',
      actor: { kind: 'PERSON', accountId: person.accountId, employeeId: null, roles: ['HR_OFFICER'] },
    };
    const waiting = await closing.database.transaction(requester, (tx) =>
      closing.app.get(JobQueue).enqueue(tx, type, {}, { runAt: new Date(closing.clock.now().getTime() + HOUR) }),
    );
    const listening = (): Promise<boolean> =>
      asSuperuser(closing.name, `SELECT 1 FROM pg_stat_activity WHERE datname = $1 AND application_name = 'jari jobs' AND query LIKE 'LISTEN%'`, [closing.name]).then(
        (rows) => rows.length > 0,
      );
    const answer = person.get(`/api/jobs/${waiting}/events`);
    await until(listening);
    await closing.app.close();
    expect((await answer).text).toContain(`"id":"${waiting}"`);
  } finally {
    await closing.dispose();
  }
});
