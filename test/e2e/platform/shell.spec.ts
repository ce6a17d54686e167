import { once } from 'node:events';
import { connect } from 'node:net';
import { AuditSealer, recordAudit } from '#platform';
import { asSuperuser } from '../../support/cluster.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { until } from '../jobs/support/until.js';

describe('the shell of the API', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.dispose());

  it('answers health and metrics without a session', async () => {
    expect(await app.anonymous.get('/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await app.anonymous.get('/health/ready')).toMatchObject({ status: 200, body: { status: 'ok' } });
    const metrics = await app.anonymous.get('/metrics');
    expect(metrics.text).toContain('jari_http_request_duration_seconds_count{method="GET",route="/health/live",status="2xx"} 1');
  });

  it('answers an unknown address in both languages with a request number', async () => {
    const answer = await app.anonymous.get<{ code: string; message: { ko: string; en: string }; requestId: string }>('/api/nowhere?name=홍길동');
    expect(answer).toMatchObject({ status: 404, body: { code: 'ROUTE_NOT_FOUND' } });
    expect(answer.body.message.ko).toContain('주소');
    expect(answer.headers.get('x-request-id')).toBe(answer.body.requestId);
    expect(app.logText()).not.toContain('홍길동');
    expect(app.logText()).not.toContain(encodeURIComponent('홍길동'));
  });

  it('serves the documentation page and the OpenAPI document', async () => {
    for (const address of ['/docs', '/docs/']) expect((await app.anonymous.get(address)).text).toContain('Jari API');
    const document = await app.anonymous.get<{ openapi: string; paths: object }>('/docs/openapi.json');
    expect(document.body.openapi).toMatch(/^3\./);
    expect(Object.keys(document.body.paths)).toContain('/health/live');
  });

  it('understands JSON and says so to whoever sends something else', async () => {
    for (const type of ['text/plain', 'text/plain;charset=UTF-8', 'application/xml']) {
      const answer = await app.anonymous.fetch<{ code: string }>('/api/session', { method: 'POST', body: '{"signInName":"a"}', headers: { 'content-type': type } });
      expect(answer).toMatchObject({ status: 415, body: { code: 'UNSUPPORTED_MEDIA_TYPE' } });
    }
  });

  it('tells Prometheus of jobs and of what the hash chain does not cover yet', async () => {
    const own = await createTestApp();
    const figure = async (name: string): Promise<number> =>
      Number(new RegExp(`^${name.replace(/[{}"]/g, '\\$&')} (\\S+)$`, 'm').exec((await own.anonymous.get('/metrics')).text)?.[1]);
    expect(await figure('jari_jobs{state="DEAD"}')).toBe(0);
    expect(await figure('jari_audit_unsealed_rows')).toBe(0);
    expect(await figure('jari_audit_sealer_lag_seconds')).toBe(0);
    const context = await own.createOrganization();
    await own.database.transaction(context, (tx) => recordAudit(tx, own.clock.now(), { action: 'round.open', subjectType: 'round', subjectId: 'a' }, { action: 'round.open', subjectType: 'round', subjectId: 'b' }));
    await asSuperuser(own.name, `UPDATE audit_log SET at = at - interval '90 seconds' WHERE subject_id = 'a'`);
    await asSuperuser(
      own.name,
      `INSERT INTO job (organization_id, id, type, payload, run_at, state, attempts, max_attempts, backoff_ms, requested_by, request_id, created_at, finished_at)
       VALUES ($1, gen_random_uuid(), 'test.script', '{}', now(), 'DEAD', 1, 1, 1, '{}', 'r', now(), now())`,
      [context.organizationId],
    );
    expect(await figure('jari_jobs{state="DEAD"}')).toBe(1);
    expect(await figure('jari_audit_unsealed_rows')).toBe(2);
    expect(await figure('jari_audit_sealer_lag_seconds')).toBeGreaterThanOrEqual(90);
    await until(async () => {
      await own.app.get(AuditSealer).sealAll();
      return (await figure('jari_audit_unsealed_rows')) === 0;
    });
    expect(await figure('jari_audit_sealer_lag_seconds')).toBe(0);
    await own.dispose();
  });

  it('does not lead from a broken body to a stack', async () => {
    const answer = await app.anonymous.fetch<{ code: string }>('/api/session', { method: 'POST', body: '{"a":', headers: { 'content-type': 'application/json' } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'MALFORMED_REQUEST' } });
    expect(answer.text).not.toMatch(/node_modules|at \w+/);
  });

  it('stops although somebody holds a connection open without a word', async () => {
    const own = await createTestApp();
    const socket = connect(Number(new URL(own.origin).port), '127.0.0.1');
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    await own.dispose();
    await closed;
  }, 15_000);
});
