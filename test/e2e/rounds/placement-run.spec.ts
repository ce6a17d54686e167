import { PerformRunHandler, RunExecution } from '#rounds';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { announce, closeByDeadline, createRoundDistrict, passFactCheck, run, type PersonKey, type RoundDistrict, type RoundView, type RunView } from './round-district.js';

interface Wish { choiceRank: number; ineligible: { code: string; text: { ko: string } } | null; warnings: { code: string }[]; score: number | null }
interface Own { state: string; mustMove: boolean; exclusion: { code: string } | null; factCheck: string; facts: Record<string, unknown>; wishes: Wish[]; result: unknown }
interface Outcome { employeeNumber: string; outcome: string; toPositionId: string | null; obtainedRank: number | null; phase: string | null }
interface Violation { id: string; ruleCode: string; state: string; employeeIds: string[]; text: { ko: string } }

describe('a placement run', () => {
  let app: TestApp;
  let district: RoundDistrict;
  let hr: Client;
  let roundId: string;

  beforeEach(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createRoundDistrict(app);
    hr = district.hr;
    roundId = await announce(app, district);
    await district.file('mina', 'levy');
    await district.file('jun', 'counter', 'levy');
    await district.file('sora', 'accounts');
    await district.file('bora', 'counter', 'nurse');
    await district.file('nari', 'accounts');
    await district.file('duri', 'nurse', 'counter');
    await district.file('sebi', 'accounts');
    await closeByDeadline(app);
  }, 60_000);
  afterEach(() => app.dispose(), 60_000);

  const own = async (person: PersonKey) => (await (await district.as(person)).get<Own>(`/api/me/rounds/${roundId}`)).body;
  const outcomes = async (runId: string) =>
    Object.fromEntries((await hr.get<Outcome[]>(`/api/rounds/${roundId}/runs/${runId}/outcomes`)).body.map(({ employeeNumber, outcome, toPositionId, obtainedRank }) =>
      [employeeNumber, [outcome, Object.entries(district.posts).find(([, id]) => id === toPositionId)?.[0] ?? null, obtainedRank]]));
  const audited = (action: string) => app.database.transaction(district.context, (tx) => tx.query<{ subjectId: string }>(
    'SELECT subject_id AS "subjectId" FROM audit_log WHERE organization_id = $1 AND action = $2', [tx.organizationId, action]));

  it('shows each person their own facts and why a wish cannot be granted', async () => {
    expect(await own('mina')).toMatchObject({ state: 'SNAPSHOT', mustMove: true, facts: { tenureMonths: 36, postCode: 'P-accounts' }, result: null });
    expect((await own('mina')).facts).not.toHaveProperty('separatedFrom');
    const bora = await own('bora');
    expect(bora.wishes[0]?.ineligible).toEqual({ code: 'MINIMUM_TENURE', text: { ko: '필수보직기간은 24개월이나, 기준일 현재 근무기간은 7개월입니다.', en: 'The minimum tenure is 24 months; on the cut-off date you had served 7 months.' } });
    expect((await own('nari')).wishes[0]?.ineligible?.code).toBe('HOLDER_FROZEN');
    expect((await own('sebi')).exclusion?.code).toBe('POOL_LEAVE');
    expect((await own('duri')).wishes.map(({ ineligible }) => ineligible?.code ?? null)).toEqual(['FIT_SERIES', null]);
    expect((await own('jun')).wishes.map(({ score }) => score)).toEqual([3100 + 1000, 3100]); // 31 months; the dong after 24 at the office
    expect((await (await district.as('yuna')).get(`/api/me/rounds/${roundId}`)).body).toMatchObject({ code: 'NOT_A_PARTICIPANT' });
  });

  it('counts places: authorised less those who take no part and are there', async () => {
    const seats = (await hr.get<{ positionId: string; state: string; capacity: number; vacancies: number }[]>(`/api/rounds/${roundId}/seats`)).body;
    const of = (key: keyof RoundDistrict['posts']) => seats.find(({ positionId }) => positionId === district.posts[key]);
    expect(of('accounts')).toMatchObject({ capacity: 3, vacancies: 2 }); // mina must leave, one was free
    expect(of('contracts')).toMatchObject({ capacity: 0 }); // yuna stays and takes no part
    expect(of('counter')).toMatchObject({ capacity: 3, vacancies: 3 }); // haru stays, sebi is away
    expect(of('audit')).toMatchObject({ state: 'FROZEN', capacity: 1, vacancies: 0 });
    expect(of('old')).toBeUndefined();
  });

  it('places displaced people first, then everybody by wish, then out of wish, and proves it', async () => {
    const made = await run(app, district, roundId);
    expect(made).toMatchObject({ state: 'DONE', asNoticed: true, failureCode: null });
    expect(made.metrics).toMatchObject({ participants: 7, placed: 4, stayed: 2, outOfWish: 0, unmet: 0, excluded: 1, byRank: [3, 1, 0, 0, 0], displaced: { people: 1, placed: 1 } });
    expect(await outcomes(made.id)).toEqual({
      7001: ['PLACED', 'levy', 1], 7002: ['PLACED', 'counter', 1], 7003: ['PLACED', 'accounts', 1], 7004: ['STAYED', 'levy', null],
      7006: ['STAYED', 'audit', null], 7007: ['PLACED', 'counter', 2], 7008: ['EXCLUDED', 'counter', null],
    });
    expect((await hr.get<{ certificate: { holds: boolean } }>(`/api/rounds/${roundId}/runs/${made.id}`)).body.certificate.holds).toBe(true);
    expect((await audited('wish.readByHr')).map(({ subjectId }) => subjectId)).toContain(district.people.mina);
  });

  it('is replayed by an auditor to the same hash, from documents that HR alone reads', async () => {
    const made = await run(app, district, roundId);
    const auditor = await app.signInAs(district.context.organizationId, 'AUDITOR');
    expect((await auditor.post(`/api/rounds/${roundId}/runs/${made.id}/replay`)).body).toEqual({ runId: made.id, hash: made.hash, replayedHash: made.hash, same: true });
    const instance = (await hr.get<{ format: string; employees: { id: string }[]; seats: { id: string; priority: string[] }[] }>(`/api/rounds/${roundId}/runs/${made.id}/instance`)).body;
    expect(instance.format).toBe('jari-instance/1');
    expect(instance.employees.map(({ id }) => id)).toEqual(['7001', '7002', '7003', '7004', '7006']);
    expect(instance.seats.every(({ priority }) => Array.isArray(priority))).toBe(true);
    expect((await hr.get(`/api/rounds/${roundId}/runs/${made.id}/assignment`)).body).toMatchObject({ 7001: 'P-levy', 7004: 'P-levy' });
    expect((await (await district.as('jun')).get(`/api/rounds/${roundId}/runs`)).status).toBe(403);
    for (const document of ['instance', 'assignment', 'outcomes']) expect([document, (await auditor.get(`/api/rounds/${roundId}/runs/${made.id}/${document}`)).status]).toEqual([document, 403]);
    // Everybody whose wishes stand in the document, once each.
    expect((await audited('wish.readByHr')).map(({ subjectId }) => subjectId).sort()).toEqual((['mina', 'jun', 'sora', 'bora', 'nari'] as const).map((key) => district.people[key]).sort());
  });

  it('compares scenarios, and adopts only what was noticed or newly resolved', async () => {
    const base = await run(app, district, roundId);
    const again = await run(app, district, roundId, { label: '같은 안' });
    expect(again.hash).toBe(base.hash);
    const seeded = await run(app, district, roundId, { label: '다른 추첨', seed: 'another' });
    const eased = await run(app, district, roundId, { label: '보직기간 완화', criteria: [{ code: 'MINIMUM_TENURE', value: { months: 6, similarDutyMonths: 6, mode: 'GATE' } }] });
    expect((await outcomes(eased.id))['7004']).toEqual(['PLACED', 'counter', 1]);
    expect((await hr.get<RunView[]>(`/api/rounds/${roundId}/runs`)).body.map(({ asNoticed }) => asNoticed)).toEqual([true, true, true, false]);
    passFactCheck(app);
    const adopt = (runId: string, body: object = {}) => hr.post(`/api/rounds/${roundId}/runs/${runId}/adoption`, { reason: '희망 반영이 가장 많습니다.', ...body });
    expect(await adopt(seeded.id)).toMatchObject({ status: 409, body: { code: 'RUN_SEED_NOT_PUBLISHED' } });
    expect(await adopt(eased.id)).toMatchObject({ status: 409, body: { code: 'RUN_DEVIATES_FROM_NOTICE' } });
    expect(await adopt(eased.id, { resolutionNumber: '2026-21' })).toMatchObject({ status: 200, body: { state: 'MATCHED', adoptedRunId: eased.id } });
    const faulty = await hr.post<{ faults: { path: string; code: string }[] }>(`/api/rounds/${roundId}/runs`, { label: '모르는 방식', mechanism: 'magic', criteria: [{ code: 'NO_SUCH', value: {} }] });
    expect(faulty).toMatchObject({ status: 422, body: { code: 'VALIDATION_FAILED' } });
    expect(faulty.body.faults.map(({ path, code }) => [path, code])).toEqual([['mechanism', 'RUN_MECHANISM_UNKNOWN'], ['criteria[0].code', 'CRITERION_UNKNOWN']]);
  });

  it('gives everybody one outcome at adoption, hidden until the orders, and takes it back with the round', async () => {
    const made = await run(app, district, roundId);
    passFactCheck(app);
    await hr.post(`/api/rounds/${roundId}/runs/${made.id}/adoption`, { reason: '기본안을 채택합니다.' });
    const states = async () => (await hr.get<{ state: string }[]>(`/api/rounds/${roundId}/participants`)).body.map(({ state }) => state).sort();
    expect(await states()).toEqual(['EXCLUDED', 'PLACED', 'PLACED', 'PLACED', 'PLACED', 'STAYED', 'STAYED']);
    expect(await own('mina')).toMatchObject({ state: 'SNAPSHOT', result: null });
    expect((await hr.post<RoundView>(`/api/rounds/${roundId}/way-back`, { reason: '다시 실행합니다.' })).body).toMatchObject({ state: 'CLOSED', adoptedRunId: null });
    expect(new Set(await states())).toEqual(new Set(['SNAPSHOT']));
  });

  it('finds the snapshot changed since the run', async () => {
    const made = await run(app, district, roundId);
    passFactCheck(app);
    await hr.post(`/api/rounds/${roundId}/hardship-amendments`, {
      employeeId: district.people.haru, ground: 'PREGNANCY', reason: '가상의 사유', closesAt: '2026-12-15T00:00:00Z', wishes: [{ positionId: district.posts.accounts, reasonCode: 'HEALTH', reasonText: '가상의 사유' }],
    });
    expect(await hr.post(`/api/rounds/${roundId}/runs/${made.id}/adoption`, { reason: '채택' })).toMatchObject({ status: 409, body: { code: 'RUN_IS_STALE' } });
  });
});

describe('the checks after a run', () => {
  it('show relatives who would serve together, until HR accepts it with a reason', async () => {
    const app: TestApp = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    try {
      const district = await createRoundDistrict(app);
      const { hr } = district;
      const roundId = await announce(app, district);
      await district.file('sora', 'accounts'); // her husband stays there and takes no part
      await closeByDeadline(app);
      const sora = (await (await district.as('sora')).get<Own>(`/api/me/rounds/${roundId}`)).body;
      expect(sora.wishes[0]).toMatchObject({ ineligible: null, warnings: [{ code: 'RELATIVES' }] });
      const made = await run(app, district, roundId);
      passFactCheck(app);
      await hr.post(`/api/rounds/${roundId}/runs/${made.id}/adoption`, { reason: '채택' });
      const list = async () => (await hr.get<Violation[]>(`/api/rounds/${roundId}/violations`)).body.filter(({ ruleCode }) => ruleCode === 'RELATIVES_TOGETHER');
      const [found] = await list();
      expect(found).toMatchObject({ state: 'OPEN', text: { ko: '함께 근무할 수 없는 두 사람이 재무과 안 또는 같은 지휘계통에 놓입니다.' } });
      expect(found?.employeeIds).toEqual([district.people.jun, district.people.sora].sort());
      const accept = (id: string) => hr.post(`/api/rounds/${roundId}/violations/${id}/acceptance`, { reason: '업무가 서로 이어지지 않습니다.' });
      expect((await accept(found?.id ?? '')).status).toBe(204);
      expect(await list()).toMatchObject([{ state: 'ACCEPTED', resolutionText: '업무가 서로 이어지지 않습니다.' }]);
      expect(await accept(found?.id ?? '')).toMatchObject({ status: 409, body: { code: 'VIOLATION_NOT_OPEN' } });
      expect((await (await app.signInAs(district.context.organizationId, 'AUDITOR')).get(`/api/rounds/${roundId}/violations`)).status).toBe(403);
      // A way back leaves the finding and its reason with the run; adopted again, they are there again.
      const wayBack = async () => (await hr.post(`/api/rounds/${roundId}/way-back`, { reason: '다시 살펴봅니다.' })).status;
      const adopt = async (id: string) => (await hr.post(`/api/rounds/${roundId}/runs/${id}/adoption`, { reason: '채택' })).status;
      expect(await wayBack()).toBe(200);
      expect(await list()).toEqual([]);
      const second = await run(app, district, roundId);
      expect(await adopt(second.id)).toBe(200);
      expect(await list()).toMatchObject([{ state: 'OPEN', resolutionText: null }]);
      expect(await accept(found?.id ?? '')).toMatchObject({ status: 404, body: { code: 'VIOLATION_NOT_FOUND' } });
      expect(await wayBack()).toBe(200);
      expect(await adopt(made.id)).toBe(200);
      expect(await list()).toMatchObject([{ id: found?.id, state: 'ACCEPTED', resolutionText: '업무가 서로 이어지지 않습니다.' }]);
    } finally {
      await app.dispose();
    }
  }, 60_000);
});

describe('a run that is interrupted or delivered twice', () => {
  it('is finished by the next delivery and made only once', async () => {
    const app: TestApp = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    try {
      const district = await createRoundDistrict(app);
      const roundId = await announce(app, district);
      await district.file('jun', 'counter');
      await closeByDeadline(app);
      const { id } = (await district.hr.post<RunView>(`/api/rounds/${roundId}/runs`, { label: '기본안' })).body;
      const handler = app.app.get(PerformRunHandler, { strict: false });
      const execution = app.app.get(RunExecution, { strict: false });
      // A worker killed in the middle leaves the run marked as being made, and nothing else.
      await app.database.transaction(district.context, (tx) => execution.begin(tx, id));
      await app.database.transaction(district.context, async (tx) => {
        const assembled = await execution.prepare(tx, id);
        if (assembled !== undefined) await execution.store(tx, id, await execution.make(assembled, {}));
        throw new Error('killed');
      }).catch(() => undefined);
      expect((await district.hr.get<RunView>(`/api/rounds/${roundId}/runs/${id}`)).body).toMatchObject({ state: 'RUNNING', hash: null });
      const delivery = { jobId: id, attempt: 1, context: district.context, signal: new AbortController().signal, progress: () => Promise.resolve(), completeIn: () => Promise.resolve() };
      await Promise.allSettled([handler.handle({ runId: id }, delivery), handler.handle({ runId: id }, delivery)]);
      await app.runJobs();
      expect((await district.hr.get<RunView>(`/api/rounds/${roundId}/runs/${id}`)).body.state).toBe('DONE');
      const [row] = await app.database.transaction(district.context, (tx) => tx.query<{ count: number }>('SELECT count(*)::int AS count FROM run_outcome WHERE organization_id = $1 AND run_id = $2', [tx.organizationId, id]));
      expect(row?.count).toBe(3); // jun, and mina and duri who must be placed
    } finally {
      await app.dispose();
    }
  }, 60_000);

  it('shows as failed when an operator cancels its job', async () => {
    const app: TestApp = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    try {
      const district = await createRoundDistrict(app);
      const roundId = await announce(app, district);
      await closeByDeadline(app);
      const { id, jobId } = (await district.hr.post<RunView & { jobId: string }>(`/api/rounds/${roundId}/runs`, { label: '기본안' })).body;
      const admin = await app.signInAs(district.context.organizationId, 'SYSTEM_ADMIN');
      expect((await admin.post(`/api/jobs/${jobId}/cancel`)).status).toBeLessThan(300);
      expect((await district.hr.get<RunView>(`/api/rounds/${roundId}/runs/${id}`)).body).toMatchObject({ state: 'FAILED', failureCode: 'RUN_CANCELLED' });
      expect(await district.hr.post(`/api/rounds/${roundId}/runs/${id}/adoption`, { reason: '채택' })).toMatchObject({ status: 409, body: { code: 'RUN_NOT_DONE' } });
    } finally {
      await app.dispose();
    }
  }, 60_000);
});
