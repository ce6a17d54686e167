import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { announce, closeByDeadline, createRoundDistrict, run, type RoundDistrict, type RunView } from './round-district.js';

interface Answer {
  baseRunId: string; tookMs: number; words: { ko: string }[];
  before: { placed: number; outOfWish: number }; after: { placed: number; outOfWish: number };
  people: { employeeNumber: string; one: { outcome: string; positionId: string | null }; other: { outcome: string; positionId: string | null; obtainedRank: number | null } }[];
}

describe('what if', () => {
  let app: TestApp;
  let district: RoundDistrict;
  let hr: Client;
  let roundId: string;
  let base: RunView;

  beforeAll(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z', environment: { COMPUTE_THREADS: '1' } });
    district = await createRoundDistrict(app);
    hr = district.hr;
    roundId = await announce(app, district);
    await district.file('jun', 'contracts', 'levy');
    await district.file('sora', 'contracts');
    await district.file('bora', 'counter');
    await closeByDeadline(app);
    base = await run(app, district, roundId);
  }, 90_000);
  afterAll(() => app.dispose(), 60_000);

  const ask = (body: object, client = hr) => client.post<Answer & { code?: string; faults?: { path: string; code: string }[] }>(`/api/rounds/${roundId}/what-if`, body);
  const stored = () => app.database.transaction(district.context, (tx) => tx.query('SELECT 1 FROM placement_run WHERE organization_id = $1', [tx.organizationId]));

  it('one place more at a post: who would move, in words and by name, and nothing is stored', async () => {
    const { status, body } = await ask({ places: [{ positionId: district.posts.contracts, change: 1 }] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ baseRunId: base.id, after: { placed: body.before.placed + 1 } });
    // jun and sora have the same months; the lottery of the round decides, and jun takes the place that sora left, or stays.
    expect(body.people.filter(({ other }) => other.positionId === district.posts.contracts)).toMatchObject([{ one: { outcome: 'STAYED' }, other: { outcome: 'PLACED', obtainedRank: 1 } }]);
    expect(body.words.map(({ ko }) => ko)).toContain('기준안보다 희망 배치가 1명 많습니다.');
    expect(await stored()).toHaveLength(1);
    const audited = await app.database.transaction(district.context, (tx) => tx.query<{ action: string }>(`SELECT action FROM audit_log WHERE organization_id = $1 AND action IN ('run.whatIf', 'wish.readByHr')`, [tx.organizationId]));
    expect(audited.map(({ action }) => action).sort()).toEqual(['run.whatIf', ...body.people.map(() => 'wish.readByHr')]);
  });

  it('one place less, another rule, another mechanism', async () => {
    const eased = await ask({ criteria: [{ code: 'MINIMUM_TENURE', value: { months: 6, similarDutyMonths: 6, mode: 'GATE' } }] });
    expect(eased.body.people.find(({ employeeNumber }) => employeeNumber === '7004')).toMatchObject({ one: { outcome: 'STAYED' }, other: { outcome: 'PLACED', positionId: district.posts.counter } });
    const both = await ask({ runId: base.id, mechanism: 'ttc-star', places: [{ positionId: district.posts.counter, change: -50 }], criteria: [{ code: 'MINIMUM_TENURE', value: { months: 6, similarDutyMonths: 6, mode: 'GATE' } }] });
    expect(both.body.people.find(({ employeeNumber }) => employeeNumber === '7004')).toBeUndefined();
    const same = await ask({});
    expect(same.body).toMatchObject({ people: [], after: same.body.before });
    expect(await stored()).toHaveLength(1);
  });

  it('names every fault, and is HR’s alone', async () => {
    const bad = await ask({ places: [{ positionId: district.posts.old, change: 1 }], mechanism: 'magic', criteria: [{ code: 'SCORE_TENURE', value: { pointsPerMonth: -1, capMonths: 60 } }] });
    expect(bad.status).toBe(422);
    expect(bad.body.faults?.map(({ path, code }) => [path, code])).toEqual([
      ['places[0].positionId', 'POST_NOT_IN_ROUND'], ['mechanism', 'RUN_MECHANISM_UNKNOWN'], ['criteria[0].value.pointsPerMonth', 'validation.range'],
    ]);
    expect(await ask({ runId: roundId })).toMatchObject({ status: 404, body: { code: 'RUN_NOT_FOUND' } });
    const alike = [{ code: 'SCORE_EXPERIENCE', value: { pointsPerMonth: 0, capMonths: 0 } }, { code: 'SCORE_ROTATION', value: { points: 0, afterMonths: 0 } }];
    expect(await ask({ mechanism: 'to-be', criteria: alike })).toMatchObject({ status: 409, body: { code: 'RUN_MECHANISM_REFUSED' } });
    for (const role of ['MAYOR', 'AUDITOR', 'COMMITTEE_MEMBER', 'EMPLOYEE'] as const) expect((await ask({}, await app.signInAs(district.context.organizationId, role))).status).toBe(403);
    const stranger = await app.signInAs((await app.createOrganization('elsewhere')).organizationId, 'HR_OFFICER');
    expect((await ask({}, stranger)).status).toBe(404);
  });
});
