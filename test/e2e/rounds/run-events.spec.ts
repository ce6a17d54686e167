import { PerformRunHandler } from '#rounds';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { PRODUCT_WORKER, startChildWorker } from '../jobs/support/child-worker.js';
import { until } from '../jobs/support/until.js';
import { announce, closeByDeadline, createRoundDistrict, run, type RoundDistrict, type RunView } from './round-district.js';

interface RunEvent { runId: string; state: string; stage: string; phase: string | null; share: number; failureCode: string | null }

/** The events of a stream that has ended. */
const eventsOf = (text: string): RunEvent[] => text.split('\n\n').filter((block) => block.startsWith('data: ')).map((block) => JSON.parse(block.slice(6)) as RunEvent);

describe('a run computed in a thread', () => {
  let app: TestApp;
  let district: RoundDistrict;
  let hr: Client;
  let roundId: string;
  const url = (runId: string, path = '') => `/api/rounds/${roundId}/runs/${runId}${path}`;
  const request = async (more: object = {}): Promise<string> => (await hr.post<RunView>(`/api/rounds/${roundId}/runs`, { label: '기본안', ...more })).body.id;

  beforeEach(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z', environment: { COMPUTE_THREADS: '1' } });
    district = await createRoundDistrict(app);
    hr = district.hr;
    roundId = await announce(app, district);
    await district.file('jun', 'counter', 'levy');
    await district.file('sora', 'accounts');
    await closeByDeadline(app);
  }, 60_000);
  afterEach(() => app.dispose(), 60_000);

  it('shows where it is, phase by phase, to those who may see it, whichever process makes it', async () => {
    const runId = await request();
    // The worker lives by the real clock.
    await app.database.transaction(district.context, (tx) => tx.execute(`UPDATE job SET run_at = '2026-01-01' WHERE organization_id = $1`, [tx.organizationId]));
    const readers = [hr, ...(await Promise.all((['MAYOR', 'COMMITTEE_MEMBER', 'AUDITOR'] as const).map((role) => app.signInAs(district.context.organizationId, role))))];
    const streams = readers.map((reader) => reader.fetch(url(runId, '/events')));
    const worker = await startChildWorker(app.url, undefined, {}, PRODUCT_WORKER);
    try {
      for (const { status, text, headers } of await Promise.all(streams)) {
        expect(status).toBe(200);
        expect(headers.get('content-type')).toContain('text/event-stream');
        const events = eventsOf(text);
        expect(events[0]).toEqual({ runId, state: 'QUEUED', stage: 'QUEUED', phase: null, share: 0, failureCode: null });
        expect(events.at(-1)).toEqual({ runId, state: 'DONE', stage: 'STORING', phase: null, share: 1, failureCode: null });
        expect(events.map(({ share }) => share)).toEqual(events.map(({ share }) => share).sort((a, b) => a - b));
        expect(text).not.toMatch(/700\d/);
      }
    } finally {
      expect(await worker.terminate()).toBe(0);
    }
    // A stream asked for afterwards has one event.
    expect(eventsOf((await hr.fetch(url(runId, '/events'))).text)).toMatchObject([{ state: 'DONE', share: 1 }]);
    for (const [client, status] of [[await district.as('jun'), 403], [await app.signInAs((await app.createOrganization('elsewhere')).organizationId, 'HR_OFFICER'), 404]] as const) {
      expect((await client.fetch(url(runId, '/events'))).status).toBe(status);
    }
  }, 90_000);

  it('tells every stage of its job', async () => {
    const runId = await request();
    const stages: string[] = [];
    const delivery = {
      jobId: runId, attempt: 1, context: district.context, signal: new AbortController().signal, completeIn: () => Promise.resolve(),
      progress: (_: number, stage?: string) => Promise.resolve(void stages.push(stage ?? '')),
    };
    await app.app.get(PerformRunHandler, { strict: false }).handle({ runId }, delivery);
    expect([...new Set(stages)]).toEqual(['READING', 'COMPILING', 'PLACING:DISPLACED', 'PLACING:OPEN', 'PLACING:OUT_OF_WISH', 'CERTIFYING', 'EXPLAINING', 'STORING']);
  }, 60_000);

  it('is given up by HR while it waits and while it is made, and by nobody else', async () => {
    const waiting = await request();
    const cancel = (client: Client, runId: string) => client.post<RunView & { code?: string }>(url(runId, '/cancellation'));
    expect((await cancel(await app.signInAs(district.context.organizationId, 'AUDITOR'), waiting)).status).toBe(403);
    expect(await cancel(hr, waiting)).toMatchObject({ status: 200, body: { state: 'FAILED', failureCode: 'RUN_CANCELLED' } });
    expect(await cancel(hr, waiting)).toMatchObject({ status: 409, body: { code: 'RUN_NOT_CANCELLABLE' } });
    // The thread has to load the program first, so that there is time to stop it.
    const made = await request();
    const stream = hr.fetch(url(made, '/events'));
    const working = app.runJobs();
    await until(async () => (await hr.get<RunView>(url(made))).body.state === 'RUNNING');
    expect((await cancel(hr, made)).status).toBe(200);
    await working;
    expect(eventsOf((await stream).text).at(-1)).toMatchObject({ state: 'FAILED', failureCode: 'RUN_CANCELLED' });
    expect((await hr.get<RunView>(url(made))).body).toMatchObject({ state: 'FAILED', hash: null });
    const audited = await app.database.transaction(district.context, (tx) => tx.query<{ id: string }>(`SELECT subject_id AS id FROM audit_log WHERE organization_id = $1 AND action = 'run.cancel'`, [tx.organizationId]));
    expect(audited.map(({ id }) => id).sort()).toEqual([waiting, made].sort());
    // The next run gets a thread of its own.
    expect(await run(app, district, roundId)).toMatchObject({ state: 'DONE' });
  }, 90_000);

  it('ends with the reason where the round is no input for the mechanism, without a second attempt', async () => {
    // Nobody has points that differ from post to post.
    const made = await run(app, district, roundId, { mechanism: 'to-be', criteria: [{ code: 'SCORE_ROTATION', value: { points: 0, afterMonths: 24 } }, { code: 'SCORE_EXPERIENCE', value: { pointsPerMonth: 0, capMonths: 0 } }] });
    expect(made).toMatchObject({ state: 'FAILED', failureCode: 'RUN_MECHANISM_REFUSED' });
    const jobs = await app.database.transaction(district.context, (tx) => tx.query<{ state: string; attempts: number }>(`SELECT state, attempts FROM job WHERE organization_id = $1 AND type = 'round.run'`, [tx.organizationId]));
    expect(jobs).toEqual([{ state: 'DONE', attempts: 1 }]);
  }, 60_000);
});
