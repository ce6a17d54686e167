import { writeFileSync } from 'node:fs';
import { buildInstance, certify, idAt, seatCount, solve } from '#matching';
import { Database } from '#platform';
import { loadDemoDistrict } from '../../../apps/cli/demo-loader/index.js';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { type RoundView, type RunView } from './round-district.js';

interface Draft extends RoundView { opensAt: string; closesAt: string; noticeOn: string }

describe('a round of the demo district', () => {
  let app: TestApp;
  let hr: Client;
  let organizationId: string;

  beforeAll(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    await loadDemoDistrict(app.url, app.clock);
    const [row] = await app.app.get(Database).system('test', (tx) => tx.query<{ id: string }>('SELECT organization_id AS id FROM organization'));
    organizationId = row?.id ?? '';
    hr = await app.signInAs(organizationId, 'HR_OFFICER');
  }, 120_000);
  afterAll(() => app.dispose(), 60_000);

  it('goes from the snapshot to stored certificates in seconds, leaves nobody displaced without a place, and repeats', async () => {
    const [draft] = (await hr.get<Draft[]>('/api/rounds')).body;
    if (draft === undefined) throw new Error('the loader left no draft');
    const base = `/api/rounds/${draft.id}`;
    expect((await hr.put(base, { ...(await inputOf(draft)), resolutionNumber: '2026-17', version: draft.version })).status).toBe(200);
    app.clock.moveTo(`${draft.noticeOn}T00:00:00Z`);
    expect((await hr.post(`${base}/notice`)).status).toBe(200);
    app.clock.moveTo(draft.opensAt);
    await app.runJobs();
    app.clock.moveTo(draft.closesAt);
    const closing = performance.now();
    await app.runJobs();
    const closed = performance.now();
    const requested = (await hr.post<RunView>(`${base}/runs`, { label: '기본안' })).body;
    await app.runJobs();
    const done = performance.now();
    const made = (await hr.get<RunView & { certificate: { holds: boolean }; solveMs: number }>(`${base}/runs/${requested.id}`)).body;
    console.info(`snapshot ${Math.round(closed - closing)} ms, run ${Math.round(done - closed)} ms (of it placing, proving and explaining ${Math.round(made.solveMs)} ms)`, JSON.stringify({ ...made.metrics, departments: undefined }));
    expect(made).toMatchObject({ state: 'DONE', failureCode: null, certificate: { holds: true } });
    const { participants, placed, stayed, unmet, outOfWish, excluded, displaced } = made.metrics as Record<string, number> & { displaced: { people: number; placed: number } };
    expect((placed ?? 0) + (stayed ?? 0) + (unmet ?? 0) + (outOfWish ?? 0) + (excluded ?? 0)).toBe(participants);
    expect(unmet).toBe(0);
    expect(displaced).toEqual({ people: 24, placed: 24 });
    expect(done - closing).toBeLessThan(10_000);
    await checkDocuments(base, made.id);
    const again = (await hr.post<RunView>(`${base}/runs`, { label: '같은 안' })).body;
    await app.runJobs();
    expect((await hr.get<RunView>(`${base}/runs/${again.id}`)).body.hash).toBe(made.hash);
    app.clock.moveTo((await hr.get<{ until: string }>(`${base}/fact-check`)).body.until);
    const adopting = performance.now();
    expect(await hr.post(`${base}/runs/${made.id}/adoption`, { reason: '희망 반영이 가장 많습니다.' })).toMatchObject({ status: 200, body: { state: 'MATCHED' } });
    console.info(`adoption ${Math.round(performance.now() - adopting)} ms, ${(await hr.get<unknown[]>(`${base}/violations`)).body.length} findings`);
  }, 120_000);

  const inputOf = async (draft: Draft) => {
    const { name, kind, resolvedOn, noticeOn, opensAt, closesAt, cutOffOn, resultsOn, effectiveOn, seed } = draft as Draft & Record<string, string>;
    return { name, kind, resolvedOn, noticeOn, opensAt, closesAt, cutOffOn, resultsOn, effectiveOn, seed };
  };

  /** A third person's check: the published instance alone, with its priority lists, gives the published assignment. */
  const checkDocuments = async (base: string, runId: string): Promise<void> => {
    const instance = (await hr.get<object>(`${base}/runs/${runId}/instance`)).body;
    const assignment = (await hr.get<Record<string, string | null>>(`${base}/runs/${runId}/assignment`)).body;
    const built = buildInstance(instance);
    if (!built.ok) throw new Error(`${built.faults.length} faults in the published instance`);
    const solved = solve(built.instance, 'da-star', { seed: 'any other' });
    const names = Object.fromEntries([...solved.assignment].map((seat, person) => [idAt(built.instance.employees, person), seat < 0 ? null : idAt(built.instance.seats, seat)]));
    expect(names).toEqual(assignment);
    expect(certify(built.instance, solved.assignment, { mechanism: 'da-star', seed: '0' }).holds).toBe(true);
    expect(seatCount(built.instance)).toBeGreaterThan(500);
    if (process.env['JARI_KEEP_DOCUMENTS']) {
      writeFileSync(`${process.env['JARI_KEEP_DOCUMENTS']}/instance.json`, JSON.stringify(instance));
      writeFileSync(`${process.env['JARI_KEEP_DOCUMENTS']}/assignment.json`, JSON.stringify(assignment));
    }
  };
});
