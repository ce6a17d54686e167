import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { announce, closeByDeadline, createRoundDistrict, passFactCheck, run, type PersonKey, type RoundDistrict, type RunView } from './round-district.js';

interface Compared {
  runId: string; mechanism: string; title: { ko: string }; adoptable: boolean; holds: boolean; asNoticed: boolean; differing: number; words: { ko: string; en: string }[];
  metrics: { placed: number; worseOff: number; reading: { envy: number; wasted: number; improvable: boolean }; departments: { code: string }[] };
}
interface Comparison { baseRunId: string; scenarios: Compared[] }
interface Difference { employeeNumber: string; one: { outcome: string; positionId: string | null }; other: { outcome: string; positionId: string | null } }

describe('scenarios of one snapshot', () => {
  let app: TestApp;
  let district: RoundDistrict;
  let hr: Client;
  let roundId: string;

  beforeAll(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createRoundDistrict(app);
    hr = district.hr;
    roundId = await announce(app, district, { criteria: [{ code: 'SCORE_ROTATION', value: { points: 20_000, afterMonths: 24 } }] });
    await district.file('mina', 'levy');
    await district.file('jun', 'counter', 'levy');
    await district.file('sora', 'contracts', 'counter');
    await district.file('duri', 'nurse', 'counter');
    await district.file('yuna', 'levy');
    await district.file('haru', 'contracts');
    await closeByDeadline(app);
  }, 60_000);
  afterAll(() => app.dispose(), 60_000);

  const url = (path: string) => `/api/rounds/${roundId}/${path}`;
  const compare = async (client: Client, query = '') => client.get<Comparison>(url(`comparison${query}`));
  const adopt = (runId: string, more: object = {}) => hr.post<{ code?: string; adoptedRunId?: string }>(url(`runs/${runId}/adoption`), { reason: '희망 반영과 서열을 함께 살펴 채택합니다.', ...more });

  it('has nothing to compare before a run has finished', async () => {
    expect(await compare(hr)).toMatchObject({ status: 409, body: { code: 'SCENARIOS_NOT_COMPARABLE' } });
  });

  it('lists the mechanisms with what each gives and gives up', async () => {
    const { body } = await (await district.as('jun')).get<{ code: string; rightToStay: boolean; tradeOff: { ko: string } }[]>('/api/mechanisms');
    expect(body.find(({ code }) => code === 'da-star')).toMatchObject({ rightToStay: true });
    expect(body.find(({ code }) => code === 'da')).toMatchObject({ rightToStay: false });
    expect(body.find(({ code }) => code === 'da')?.tradeOff.ko).toContain('현재 보직');
  });

  it('queues one run a mechanism by one request, and names every fault of a bad one', async () => {
    const bad = await hr.post<{ faults: { path: string; code: string }[] }>(url('scenarios'), { mechanisms: ['da-star', 'magic', 'da-star'] });
    expect(bad.status).toBe(422);
    expect(bad.body.faults.map(({ path, code }) => [path, code])).toEqual([['mechanisms[1]', 'RUN_MECHANISM_UNKNOWN'], ['mechanisms[2]', 'validation.duplicate']]);
    const made = await hr.post<RunView[]>(url('scenarios'), { mechanisms: ['da-star', 'da', 'ttc-star', 'to-be'] });
    expect(made.status).toBe(202);
    expect(made.body.map(({ state, asNoticed }) => [state, asNoticed])).toEqual([['QUEUED', true], ['QUEUED', false], ['QUEUED', false], ['QUEUED', false]]);
    await app.runJobs();
    const runs = (await hr.get<(RunView & { mechanism: string })[]>(url('runs'))).body;
    expect(runs.map(({ mechanism, state, failureCode }) => [mechanism, state, failureCode]).slice(0, 3)).toEqual([['da-star', 'DONE', null], ['da', 'DONE', null], ['ttc-star', 'DONE', null]]);
  });

  it('sets them side by side: what each does to how many, what is proved, and the trade-off in words', async () => {
    for (const reader of [hr, ...(await Promise.all((['MAYOR', 'COMMITTEE_MEMBER', 'AUDITOR'] as const).map((role) => app.signInAs(district.context.organizationId, role))))]) {
      const { status, body, text } = await compare(reader);
      expect(status).toBe(200);
      const [base, da] = body.scenarios;
      expect(body.baseRunId).toBe(base?.runId);
      expect(base).toMatchObject({ mechanism: 'da-star', asNoticed: true, adoptable: true, holds: true, differing: 0, metrics: { worseOff: 0, reading: { envy: 0, wasted: 0 } } });
      expect(base?.words[0]?.ko).toBe('비교의 기준이 되는 안입니다.');
      // haru's rotation points beat yuna at her own post, which `da` does not guarantee.
      expect(da).toMatchObject({ mechanism: 'da', adoptable: false, metrics: { worseOff: 1 } });
      expect(da?.words.at(-1)?.ko).toContain('채택할 수 없습니다');
      expect(text).not.toMatch(/"700\d"/);
    }
    expect((await compare(await district.as('jun'))).status).toBe(403);
  });

  it('tells HR alone whom two of them treat differently, one row in the audit log for each', async () => {
    const { scenarios } = (await compare(hr)).body;
    const [base, da] = scenarios;
    const path = url(`runs/${base?.runId}/differences/${da?.runId}`);
    expect((await (await app.signInAs(district.context.organizationId, 'MAYOR')).get(path)).status).toBe(403);
    const { body } = await hr.get<Difference[]>(path);
    expect(body).toHaveLength(da?.differing ?? -1);
    expect(body.find(({ employeeNumber }) => employeeNumber === '7009')).toMatchObject({ one: { outcome: 'STAYED', positionId: district.posts.contracts } });
    const read = await app.database.transaction(district.context, (tx) => tx.query<{ id: string }>(
      `SELECT subject_id AS id FROM audit_log WHERE organization_id = $1 AND action = 'wish.readByHr' AND after ? 'otherRunId'`, [tx.organizationId]));
    expect(read).toHaveLength(body.length);
  });

  it('compares chosen ones, and no run of another round or organisation', async () => {
    const { scenarios } = (await compare(hr)).body;
    const two = [scenarios[1], scenarios[2]].map((one) => one?.runId ?? '');
    expect((await compare(hr, `?runs=${two.join(',')}`)).body).toMatchObject({ baseRunId: two[0], scenarios: [{ mechanism: 'da' }, { mechanism: 'ttc-star' }] });
    expect(await compare(hr, `?runs=${district.people.jun}`)).toMatchObject({ status: 404, body: { code: 'RUN_NOT_FOUND' } });
    const elsewhere = await app.createOrganization('elsewhere');
    const stranger = await app.signInAs(elsewhere.organizationId, 'HR_OFFICER');
    expect(await compare(stranger)).toMatchObject({ status: 404, body: { code: 'ROUND_NOT_FOUND' } });
    expect(await stranger.post(url('scenarios'), { mechanisms: ['da-star'] })).toMatchObject({ status: 404 });
  });

  it('adopts none that takes a post away, and another mechanism than the one noticed only with a resolution', async () => {
    passFactCheck(app);
    const { scenarios } = (await compare(hr)).body;
    const idOf = (mechanism: string) => scenarios.find((one) => one.mechanism === mechanism)?.runId ?? '';
    expect(await adopt(idOf('da'))).toMatchObject({ status: 409, body: { code: 'RUN_DEVIATES_FROM_NOTICE' } });
    expect(await adopt(idOf('da'), { resolutionNumber: '2026-30' })).toMatchObject({ status: 409, body: { code: 'RUN_TAKES_POSTS_AWAY' } });
    expect(await adopt(idOf('ttc-star'))).toMatchObject({ status: 409, body: { code: 'RUN_DEVIATES_FROM_NOTICE' } });
    expect((await hr.post(url(`runs/${idOf('ttc-star')}/adoption`), { reason: '', resolutionNumber: '2026-30' })).status).toBe(422);
    expect(await adopt(idOf('ttc-star'), { resolutionNumber: '2026-30' })).toMatchObject({ status: 200, body: { adoptedRunId: idOf('ttc-star') } });
    const pack = (await hr.get<{ run: { mechanism: string; adoptionReason: string }; certificate: { checks: { mechanism: string }[] } }>(url('committee-pack'))).body;
    expect(pack.run).toMatchObject({ mechanism: 'ttc-star', adoptionReason: '희망 반영과 서열을 함께 살펴 채택합니다.' });
    expect(new Set(pack.certificate.checks.map(({ mechanism }) => mechanism))).toEqual(new Set(['da-star', 'ttc-star']));
  });
});

describe('the phases of a round', () => {
  const PHASES = (phases: object[]) => [{ code: 'PHASES', value: { phases } }];
  const [OPEN, LAST] = [{ pool: 'OPEN', mechanism: 'yrmh-igyt', seats: 'ALL' }, { pool: 'OUT_OF_WISH', mechanism: 'nearest', seats: 'VACANT' }];

  it('are set before the notice, refused when they do not fit, frozen by it and run in their order', async () => {
    const app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    try {
      const district = await createRoundDistrict(app);
      const refused = await announce(app, district, { criteria: PHASES([OPEN, { ...LAST, seats: 'ALL' }]) }).catch((error: unknown) => String(error));
      expect(refused).toContain('PHASE_SEATS_UNFIT');
      const roundId = await announce(app, district, { criteria: PHASES([{ pool: 'MUST_MOVE', mechanism: 'da-star', seats: 'VACANT' }, OPEN, LAST]) });
      for (const [person, wish] of [['mina', 'levy'], ['sora', 'accounts'], ['duri', 'counter']] as const satisfies readonly (readonly [PersonKey, string])[]) await district.file(person, wish);
      await closeByDeadline(app);
      const made = await run(app, district, roundId) as RunView & { mechanism: string; phases: object[]; certificate: { phases: { pool: string; mechanism: string }[] } };
      expect(made).toMatchObject({ mechanism: 'yrmh-igyt', asNoticed: true, phases: [{ code: 'MUST_MOVE', placed: 1 }, { code: 'OPEN' }, { code: 'OUT_OF_WISH', people: 0 }] });
      expect(made.certificate.phases.map(({ pool, mechanism }) => [pool, mechanism])).toEqual([['MUST_MOVE', 'da-star'], ['OPEN', 'yrmh-igyt']]);
      const other = await run(app, district, roundId, { label: '다른 방식', mechanism: 'da-star' });
      expect(other).toMatchObject({ asNoticed: false });
    } finally {
      await app.dispose();
    }
  }, 60_000);
});

describe('a scenario under constraints', () => {
  it('is proved by each constraint, or answered with the smallest conflict in words for HR alone', async () => {
    const app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    try {
      const district = await createRoundDistrict(app);
      await app.database.transaction(district.context, (tx) => tx.execute(`UPDATE position SET heavy_workload = true WHERE organization_id = $1 AND code = 'P-counter'`, [tx.organizationId]));
      const roundId = await announce(app, district);
      for (const [person, wish] of [['jun', 'levy'], ['sora', 'accounts']] as const) await district.file(person, wish);
      await closeByDeadline(app);
      const kept = await run(app, district, roundId, { mechanism: 'constrained' }) as RunView & { certificate: { holds: boolean; phases: { mechanism: string; constrained?: { gap: number; constraints: { id: string; holds: boolean }[] } }[] } };
      expect(kept).toMatchObject({ state: 'DONE', asNoticed: false, certificate: { holds: true } });
      const proof = kept.certificate.phases.find(({ mechanism }) => mechanism === 'constrained')?.constrained;
      expect(proof?.gap).toBe(0);
      // jun and sora must not serve together: they may change places, and never meet.
      expect(proof?.constraints).toMatchObject([{ id: 'RELATIVES_TOGETHER:1', holds: true }]);
      const impossible = await run(app, district, roundId, {
        mechanism: 'constrained', criteria: [
          { code: 'HEAVY_WORKLOAD_FLOOR', value: { percent: 100 } },
          { code: 'CONSTRAINED', value: { objective: 'MOST_PLACED', constraints: ['HEAVY_WORKLOAD_FLOOR', 'RELATIVES_TOGETHER'], moveBudget: 0, timeLimitSeconds: 10 } },
        ],
      }) as RunView & { failureText: { ko: string } };
      expect(impossible).toMatchObject({ state: 'FAILED', failureCode: 'RUN_CONSTRAINTS_CONFLICT' });
      expect(impossible.failureText.ko).toContain('양재1동 민원의 자리를');
      expect(impossible.failureText.ko).not.toMatch(/700\d/);
      const mayor = await app.signInAs(district.context.organizationId, 'MAYOR');
      expect((await mayor.get<{ failureText: unknown }>(`/api/rounds/${roundId}/runs/${impossible.id}`)).body.failureText).toBeNull();
    } finally {
      await app.dispose();
    }
  }, 60_000);
});
