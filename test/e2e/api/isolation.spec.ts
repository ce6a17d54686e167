import { createHash } from 'node:crypto';
import { ROLES } from '#contracts';
import { loadDemoDistrict } from '../../../apps/cli/demo-loader/index.js';
import { asSuperuser } from '../../support/cluster.js';
import { madeUpRequests, type ApiDocument } from '../../support/made-up-requests.js';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { routesOf } from '../../support/routes.js';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Every table of the other organisation, its rows' ids and names, and a fingerprint of all it holds. */
const inventory = async (database: string, organizationId: string) => {
  const tables = await asSuperuser<{ name: string; hasId: boolean }>(database, `
    SELECT t.table_name AS name, EXISTS (SELECT 1 FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name = t.table_name AND c.column_name = 'id' AND c.data_type = 'uuid') AS "hasId"
    FROM information_schema.tables t WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND t.table_name <> 'schema_migration' ORDER BY 1`);
  const ids = new Map<string, string[]>();
  const fingerprint: string[] = [];
  for (const { name, hasId } of tables) {
    if (hasId) {
      const rows = await asSuperuser<{ id: string }>(database, `SELECT id FROM "${name}" WHERE organization_id = $1 ORDER BY id`, [organizationId]);
      ids.set(name, rows.map(({ id }) => id));
    }
    const rows = await asSuperuser<{ row: string }>(database, `SELECT r::text AS row FROM "${name}" r WHERE organization_id = $1 ORDER BY 1`, [organizationId]);
    const hash = createHash('sha256');
    for (const { row } of rows) hash.update(row);
    fingerprint.push(`${name}: ${rows.length} ${hash.digest('hex')}`);
  }
  return { ids, fingerprint };
};

describe('another organisation', () => {
  let app: TestApp;
  let mine: string;
  let theirs: string;
  let before: Awaited<ReturnType<typeof inventory>>;
  let theirIds: Set<string>;

  beforeAll(async () => {
    app = await createTestApp();
    await loadDemoDistrict(app.url, app.clock);
    [{ id: theirs }] = (await asSuperuser<{ id: string }>(app.name, 'SELECT organization_id AS id FROM organization')) as [{ id: string }];
    mine = (await app.createOrganization('mine')).organizationId;
    before = await inventory(app.name, theirs);
    theirIds = new Set([theirs, ...[...before.ids.values()].flat()]);
  }, 120_000);
  afterAll(() => app?.dispose());

  const strangers = (text: string, asked: string): string[] => (text.match(ID) ?? []).filter((id) => theirIds.has(id) && !asked.includes(id));

  it('is really there: its own officer sees it', async () => {
    expect(theirIds.size).toBeGreaterThan(3000);
    const officer = await app.signInAs(theirs, ['HR_OFFICER', 'AUDITOR']);
    const answers = await Promise.all(routesOf(app.app).filter(({ method, path }) => method === 'GET' && !path.includes(':')).map(({ path }) => officer.get(path)));
    expect(answers.filter(({ text }) => strangers(text, '').length > 0).length).toBeGreaterThan(5);
    before = await inventory(app.name, theirs);
  });

  it('shows no row to any role of ours on any route, with its rows\u2019 ids in every place', async () => {
    const samples = [...before.ids.values()].flatMap((list) => list.slice(0, 2));
    const client = await app.signInAs(mine, ROLES);
    const leaks: string[] = [];
    for (const { method, path } of routesOf(app.app).filter((route) => route.method === 'GET')) {
      const addresses = path.includes(':') ? samples.map((id) => path.replace(/:\w+/g, id)) : [path];
      for (const address of addresses) {
        const { status, text } = await client.fetch(address, { method });
        if (strangers(text, address).length > 0 || (path.includes(':') && status === 200)) leaks.push(`${path} → ${status}`);
      }
    }
    expect([...new Set(leaks)]).toEqual([]);
  }, 180_000);

  it('is changed by nothing we send, whatever ids stand in it', async () => {
    const { body: document } = await app.anonymous.get<ApiDocument>('/docs/openapi.json');
    const samples = [...before.ids.values()].flatMap((list) => list.slice(0, 3));
    const signIn = (): Promise<Client> => app.signInAs(mine, ROLES);
    let client = await signIn();
    const leaks: string[] = [];
    for (const { method, path, address, init } of madeUpRequests(document, 'isolation-1', samples, 8)) {
      const { status, text } = await client.fetch(address, init);
      if (strangers(text, `${address} ${String(init.body)}`).length > 0) leaks.push(`${method} ${path} → ${status}`);
      if (status === 401 || (method === 'delete' && /\/sessions?$/.test(path))) client = await signIn();
    }
    expect([...new Set(leaks)]).toEqual([]);
    const differing = (await inventory(app.name, theirs)).fingerprint.filter((line) => !before.fingerprint.includes(line));
    expect(differing).toEqual([]);
  }, 180_000);
});
