import { createTestApp, type TestApp } from '../../support/test-app.js';
import { announce, closeByDeadline, createRoundDistrict, ROUND, type RoundDistrict, type RoundView } from './round-district.js';

interface Refusal { code: string; message: { ko: string; en: string }; faults: { path: string; code: string }[] }

describe('a round from draft to close, and back', () => {
  let app: TestApp;
  let district: RoundDistrict;

  beforeEach(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createRoundDistrict(app);
  }, 60_000);
  afterEach(() => app.dispose(), 60_000);

  const draft = async (more: object = {}) => (await district.hr.post<RoundView>('/api/rounds', { ...ROUND, ...more })).body.id;

  it('needs a resolution and a notice date, and waits for the notice date', async () => {
    const { hr } = district;
    for (const missing of [{ resolutionNumber: null, resolvedOn: null, noticeOn: null }, { resolvedOn: null }, { noticeOn: null }]) {
      const id = await draft(missing);
      const refusal = await hr.post<Refusal>(`/api/rounds/${id}/notice`);
      expect(refusal).toMatchObject({ status: 409, body: { code: 'ROUND_NOT_READY' } });
      expect(refusal.body.faults.map(({ path }) => path)).toEqual([...Object.keys(missing), ...('noticeOn' in missing ? [] : ['noticeOn'])]);
      expect(await hr.post(`/api/rounds/${id}/open`)).toMatchObject({ status: 409, body: { code: 'IMPOSSIBLE_TRANSITION' } });
    }
    const id = await draft();
    expect(await hr.post(`/api/rounds/${id}/notice`)).toMatchObject({ status: 409, body: { code: 'ROUND_NOT_READY', faults: [{ path: 'noticeOn', code: 'ROUND_NOTICE_DATE_AHEAD', message: { ko: expect.stringContaining('예고일') } }] } });
    app.clock.moveTo('2026-11-22T15:00:00Z');
    expect(await hr.post(`/api/rounds/${id}/notice`)).toMatchObject({ status: 200, body: { state: 'NOTICED' } });
  });

  it('names every fault of a timetable and of criteria at once', async () => {
    const answer = await district.hr.post<Refusal>('/api/rounds', { ...ROUND, closesAt: ROUND.opensAt, resultsOn: '2026-11-01', effectiveOn: '2026-10-01', noticeOn: '2026-11-01' });
    expect(answer.status).toBe(422);
    expect(answer.body.faults.map(({ path }) => path).sort()).toEqual(['closesAt', 'cutOffOn', 'effectiveOn', 'noticeOn', 'resultsOn']);
    const criteria = [{ code: 'MINIMUM_TENURE', value: { months: -1, similarDutyMonths: 12, mode: 'MAYBE' } }, { code: 'NO_SUCH', value: {} }, { code: 'MINIMUM_TENURE', value: {} }];
    const second = await district.hr.post<Refusal>('/api/rounds', { ...ROUND, criteria });
    expect(second.body.faults.map(({ path, code }) => [path, code])).toEqual([
      ['criteria[0].value.months', 'validation.range'], ['criteria[0].value.mode', 'validation.oneOf'], ['criteria[1].code', 'CRITERION_UNKNOWN'], ['criteria[2].code', 'validation.duplicate'],
    ]);
  });

  it('keeps a draft from everybody but HR, refuses a stale change, and none after the notice', async () => {
    const { hr } = district;
    const id = await draft();
    const employee = await district.as('jun');
    expect((await employee.get(`/api/rounds/${id}`)).status).toBe(404);
    expect((await employee.get('/api/rounds')).body).toEqual([]);
    expect((await employee.post(`/api/rounds/${id}/notice`)).status).toBe(403);
    expect(await hr.put(`/api/rounds/${id}`, { ...ROUND, version: 1, name: '새 이름' })).toMatchObject({ status: 200, body: { version: 2, name: '새 이름' } });
    expect(await hr.put(`/api/rounds/${id}`, { ...ROUND, version: 1 })).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    app.clock.moveTo('2026-11-23T00:00:00Z');
    await hr.post(`/api/rounds/${id}/notice`);
    expect(await hr.put(`/api/rounds/${id}`, { ...ROUND, version: 3 })).toMatchObject({ status: 409, body: { code: 'ROUND_WRONG_STATE' } });
    expect((await employee.get<RoundView>(`/api/rounds/${id}`)).body).toMatchObject({ state: 'NOTICED', seed: ROUND.seed });
  });

  it('freezes the criteria of the day: the standard, the organisation’s own, the round’s own', async () => {
    const { hr } = district;
    await hr.put('/api/criteria/LONG_TENURE', { value: { months: 30, mode: 'FORCE', grades: [6, 7, 8, 9] }, validFrom: '2026-01-01', legalBasis: { ko: '전보기준 제5조', en: 'Transfer Criteria, art. 5' } });
    await hr.put('/api/criteria/LONG_TENURE', { value: { months: 36, mode: 'FLAG', grades: [7] }, validFrom: '2027-06-01', legalBasis: { ko: '전보기준 제6조', en: 'Transfer Criteria, art. 6' } });
    const id = await announce(app, district, { criteria: [{ code: 'RELATIVES', value: { mode: 'GATE' } }] });
    await hr.put('/api/criteria/MINIMUM_TENURE', { value: { months: 36, similarDutyMonths: 36, mode: 'GATE' }, validFrom: '2026-11-23', legalBasis: { ko: '나중 기준', en: 'Later criteria' } });
    const criteria = (await (await district.as('jun')).get<{ code: string; value: unknown; source: string; text: { ko: string; en: string }; legalBasis: { ko: string; en: string } }[]>(`/api/rounds/${id}/criteria`)).body;
    const of = (code: string) => criteria.find((criterion) => criterion.code === code);
    expect(of('LONG_TENURE')).toMatchObject({ value: { months: 30 }, source: 'ORGANIZATION', legalBasis: { ko: '전보기준 제5조', en: 'Transfer Criteria, art. 5' } });
    expect(criteria.filter(({ text }) => /[{}]/.test(text.ko + text.en))).toEqual([]);
    expect(of('POOL_GRADE')?.text).toEqual({ ko: '이번 배치의 대상이 되는 계급을 정합니다.', en: 'Sets the grades that the round places.' });
    expect(of('RELATIVES')).toMatchObject({ value: { mode: 'GATE' }, source: 'ROUND' });
    expect(of('MINIMUM_TENURE')).toMatchObject({ value: { months: 24 }, source: 'STANDARD', legalBasis: { ko: '지방공무원 임용령 제27조(필수보직기간)' } });
    expect(await hr.put('/api/criteria/LONG_TENURE', { value: { months: 30, mode: 'OFF', grades: [] }, validFrom: '2027-01-01', legalBasis: { ko: '겹침', en: 'Overlap' } })).toMatchObject({ status: 409, body: { code: 'CRITERION_OVERLAPS' } });
  });

  it('opens and closes by itself at its times, and refuses to be hurried', async () => {
    const { hr } = district;
    const id = await announce(app, district);
    await district.file('jun', 'levy');
    expect(await hr.post(`/api/rounds/${id}/open`)).toMatchObject({ status: 409, body: { code: 'ROUND_NOT_YET_OPENING' } });
    app.clock.moveTo('2026-12-01T00:00:00Z');
    await app.runJobs();
    expect((await hr.get<RoundView>(`/api/rounds/${id}`)).body.state).toBe('OPEN');
    expect(await hr.post(`/api/rounds/${id}/close`)).toMatchObject({ status: 409, body: { code: 'ROUND_NOT_YET_CLOSING' } });
    app.clock.moveTo('2026-12-10T08:59:59Z');
    await app.runJobs();
    expect((await hr.get<RoundView>(`/api/rounds/${id}`)).body.state).toBe('OPEN');
    app.clock.moveTo('2026-12-10T09:00:00Z');
    await app.runJobs();
    expect((await hr.get<RoundView>(`/api/rounds/${id}`)).body).toMatchObject({ state: 'CLOSED', snapshotAt: '2026-12-10T09:00:00.000Z' });
  });

  it('goes back with a reason that everyone reads, and forward again', async () => {
    const { hr } = district;
    const id = await announce(app, district);
    expect(await hr.post(`/api/rounds/${id}/way-back`, { reason: ' ' })).toMatchObject({ status: 422 });
    expect((await hr.post<RoundView>(`/api/rounds/${id}/way-back`, { reason: '예고 내용에 잘못이 있어 바로잡습니다.' })).body.state).toBe('DRAFT');
    expect(await hr.post(`/api/rounds/${id}/way-back`, { reason: '더 뒤로' })).toMatchObject({ status: 409, body: { code: 'ROUND_NO_WAY_BACK', message: { ko: '현재 단계(작성 중)에서는 앞 단계로 되돌릴 수 없습니다.' } } });
    await hr.post(`/api/rounds/${id}/notice`);
    await district.file('jun', 'levy');
    await closeByDeadline(app);
    expect(await hr.post(`/api/rounds/${id}/way-back`, { reason: '장애로 접수하지 못한 사람이 있습니다.', closesAt: '2026-12-09T00:00:00Z' })).toMatchObject({ status: 422, body: { code: 'ROUND_DATES_DISORDERED' } });
    expect((await hr.post<RoundView>(`/api/rounds/${id}/way-back`, { reason: '장애로 접수하지 못한 사람이 있습니다.', closesAt: '2026-12-12T09:00:00Z' })).body.state).toBe('OPEN');
    const jun = await district.as('jun');
    expect((await jun.get(`/api/me/rounds/${id}`)).body).toMatchObject({ code: 'NOT_A_PARTICIPANT' });
    const notices = (await jun.get<{ kind: string; reason: string | null; text: { ko: string } }[]>('/api/me/notices')).body;
    expect(notices.map(({ kind, reason, text }) => [kind, reason, text.ko])).toEqual(expect.arrayContaining([
      ['ROUND_REOPENED', '장애로 접수하지 못한 사람이 있습니다.', '2027년 상반기 정기인사 희망보직 신청을 다시 받습니다. 2026. 12. 12. 18:00까지 고쳐 제출하실 수 있습니다.'],
      ['ROUND_OPENED', null, '2027년 상반기 정기인사 희망보직 신청을 받습니다. 2026. 12. 10. 18:00까지 제출해 주십시오.'],
      ['ROUND_WENT_BACK', '예고 내용에 잘못이 있어 바로잡습니다.', '2027년 상반기 정기인사가 ‘예고’ 단계에서 ‘작성 중’ 단계로 되돌아갔습니다.'],
    ]));
    await app.runJobs();
    expect((await hr.get<RoundView>(`/api/rounds/${id}`)).body.state).toBe('OPEN');
    app.clock.moveTo('2026-12-12T09:00:00Z');
    await app.runJobs();
    expect((await hr.get<RoundView>(`/api/rounds/${id}`)).body.state).toBe('CLOSED');
    const history = (await jun.get<{ toState: string }[]>(`/api/rounds/${id}/history`)).body.map(({ toState }) => toState);
    expect(history).toEqual(['DRAFT', 'NOTICED', 'DRAFT', 'NOTICED', 'OPEN', 'CLOSED', 'OPEN', 'CLOSED']);
  });

  it('can be called off with a reason, and is then at its end', async () => {
    const { hr } = district;
    const id = await announce(app, district);
    expect((await hr.post<RoundView>(`/api/rounds/${id}/cancellation`, { reason: '조직개편이 미루어졌습니다.' })).body.state).toBe('CANCELLED');
    expect(await hr.post(`/api/rounds/${id}/cancellation`, { reason: '다시' })).toMatchObject({ status: 409, body: { code: 'IMPOSSIBLE_TRANSITION' } });
    app.clock.moveTo('2026-12-10T09:00:00Z');
    await app.runJobs();
    expect((await hr.get<RoundView>(`/api/rounds/${id}`)).body.state).toBe('CANCELLED');
  });
});
