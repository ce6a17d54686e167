import { ROLES } from '#contracts';
import { asSuperuser } from '../../support/cluster.js';
import { madeUpRequests, type ApiDocument } from '../../support/made-up-requests.js';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';

describe('the API fuzzed from its own document', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app?.dispose());

  it('answers everything with a clear error or success, never with a fault of the program', async () => {
    const { organizationId } = await app.createOrganization();
    const { body: document } = await app.anonymous.get<ApiDocument>('/docs/openapi.json');
    const ids = (await asSuperuser<{ id: string }>(app.name, 'SELECT gen_random_uuid()::text AS id FROM generate_series(1, 5)')).map(({ id }) => id);
    const signIn = (): Promise<Client> => app.signInAs(organizationId, ROLES);
    let client = await signIn();
    const wrong = new Set<string>();
    let sent = 0;
    for (const { method, path, address, init } of madeUpRequests(document, 'fuzz-1', ids, process.env['JARI_TEST_FULL'] === '1' ? 60 : 12)) {
      const { status, body, text } = await client.fetch<{ code?: string; message?: { ko?: string; en?: string } }>(address, init);
      sent++;
      const told = status < 400 || Boolean(body?.code && body.message?.ko && body.message.en);
      if (status >= 500 || !told) wrong.add(`${method} ${path} → ${status} ${body?.code ?? text.slice(0, 80)}`);
      if (status === 401 || (method === 'delete' && /\/sessions?$/.test(path))) client = await signIn();
    }
    expect([...wrong]).toEqual([]);
    expect(sent).toBeGreaterThan(500);
  }, 300_000);
});
