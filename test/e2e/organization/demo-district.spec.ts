import type { WorkContext } from '#platform';
import { DEMO_REFERENCE_DATE, DEMO_SEED, generateDemoDistrict } from '../../../apps/cli/demo-district/index.js';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { brief, findings, upload, type Batch } from './files.js';

describe('the demo district as files', () => {
  let app: TestApp;
  let context: WorkContext;
  let hr: Client;

  beforeAll(async () => {
    app = await createTestApp({ now: `${DEMO_REFERENCE_DATE}T00:00:00Z` });
    context = await app.createOrganization();
    hr = await app.signInAs(context.organizationId, 'HR_OFFICER');
  }, 60_000);
  afterAll(() => app.dispose(), 60_000);

  it('is imported without a fault or a warning, and exported without a difference', async () => {
    const district = generateDemoDistrict({ seed: DEMO_SEED, referenceDate: DEMO_REFERENCE_DATE });
    const files = [['UNITS', district.unitsCsv], ['POSITIONS', district.positionsCsv], ['EMPLOYEES', district.employeesCsv]] as const;
    for (const [kind, content] of files) {
      const { body } = await upload(hr, kind, content);
      await app.runJobs();
      expect([kind, brief(await findings(hr, body.id)), brief(await findings(hr, body.id, 'warnings'))]).toEqual([kind, [], []]);
      await hr.post(`/api/imports/${body.id}/apply`);
      await app.runJobs();
      expect((await hr.get<Batch>(`/api/imports/${body.id}`)).body.state).toBe('APPLIED');
    }
    // Nobody waits for autovacuum, which would need a minute: plans are good from the first reader on.
    const known = await app.database.transaction(context, (tx) => tx.query("SELECT reltuples > 0 AS known FROM pg_class WHERE relname IN ('position', 'employee', 'assignment', 'org_unit_version')"));
    expect(known).toEqual(Array(4).fill({ known: true }));
    const started = performance.now();
    const { total } = (await hr.get<{ total: number }>('/api/positions?vacantOnly=true')).body;
    console.info(`catalogue of posts with vacancies: ${total} posts in ${Math.round(performance.now() - started)} ms`);
    expect(total).toBeGreaterThan(40);
    for (const [kind, content] of files) {
      const { body } = await upload(hr, kind, (await hr.get(`/api/exports?kind=${kind}`)).text);
      await app.runJobs();
      const batch = (await hr.get<Batch>(`/api/imports/${body.id}`)).body;
      expect(batch).toMatchObject({ state: 'CHECKED', toAdd: 0, toChange: 0 });
      expect(batch.unchanged).toBeGreaterThan(content.split('\n').length * 0.9);
    }
  }, 120_000);
});
