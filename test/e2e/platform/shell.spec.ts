import { once } from 'node:events';
import { connect } from 'node:net';
import { createTestApp, type TestApp } from '../../support/test-app.js';

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
    expect((await app.anonymous.get('/docs')).text).toContain('Jari API');
    const document = await app.anonymous.get<{ openapi: string; paths: object }>('/docs/openapi.json');
    expect(document.body.openapi).toMatch(/^3\./);
    expect(Object.keys(document.body.paths)).toContain('/health/live');
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
