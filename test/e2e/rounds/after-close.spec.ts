import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { announce, closeByDeadline, createRoundDistrict, run, type PersonKey, type RoundDistrict } from './round-district.js';

interface Own { factCheck: string; settlementText: string | null; facts: { tenureMonths: number; hardship: string[]; licences: string[] }; wishes: { positionId: string; score: number | null; ineligible: { code: string } | null; scoreParts: { code: string }[] }[] }
interface Notice { id: string; kind: string; reason: string | null; personal: boolean; readAt: string | null; text: { ko: string; en: string } }

describe('after the close of filing', () => {
  let app: TestApp;
  let district: RoundDistrict;
  let hr: Client;
  let roundId: string;

  beforeEach(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createRoundDistrict(app);
    hr = district.hr;
    roundId = await announce(app, district);
    await district.file('jun', 'counter', 'levy');
    await district.file('sora', 'accounts');
    await district.file('bora', 'counter');
  }, 60_000);
  afterEach(() => app.dispose(), 60_000);

  const path = (rest: string) => `/api/rounds/${roundId}/${rest}`;
  const mine = (rest = '') => `/api/me/rounds/${roundId}${rest}`;
  const own = async (person: PersonKey) => (await (await district.as(person)).get<Own>(mine())).body;
  const personal = async (person: PersonKey) => (await (await district.as(person)).get<Notice[]>('/api/me/notices')).body.filter(({ personal, kind }) => personal && kind !== 'FACTS_TO_CHECK');

  it('a list filed later does not count: the snapshot decides', async () => {
    await closeByDeadline(app);
    await district.file('sora', 'counter');
    expect((await own('sora')).wishes.map(({ positionId }) => positionId)).toEqual([district.posts.accounts]);
    expect(await (await district.as('sora')).post(mine('/wishes/refiling'))).toMatchObject({ status: 409, body: { code: 'ROUND_CLOSED_FOR_WISHES' } });
  });

  it('people confirm or dispute their facts; an open dispute holds the adoption up until HR settles it', async () => {
    await closeByDeadline(app);
    const [jun, sora] = [await district.as('jun'), await district.as('sora')];
    expect((await jun.post(mine('/facts/confirmation'))).status).toBe(204);
    expect(await jun.post(mine('/facts/confirmation'))).toMatchObject({ status: 409, body: { code: 'FACTS_ALREADY_CHECKED' } });
    expect((await sora.post(mine('/facts/dispute'), { text: '현 보직 발령일이 다릅니다.' })).status).toBe(204);
    const made = await run(app, district, roundId);
    expect(await hr.post(path(`runs/${made.id}/adoption`), { reason: '채택' })).toMatchObject({ status: 409, body: { code: 'FACTS_STILL_DISPUTED' } });
    await app.database.transaction(district.context, (tx) => tx.execute("UPDATE assignment SET started_on = '2023-12-01' WHERE organization_id = $1 AND employee_id = $2", [tx.organizationId, district.people.sora]));
    expect(await hr.post(path(`participants/${district.people.jun}/facts/settlement`), { text: '고침' })).toMatchObject({ status: 409, body: { code: 'FACTS_NOT_DISPUTED' } });
    expect((await hr.post(path(`participants/${district.people.sora}/facts/settlement`), { text: '발령일을 고쳤습니다.' })).status).toBe(204);
    expect(await own('sora')).toMatchObject({ factCheck: 'SETTLED', settlementText: '발령일을 고쳤습니다.', facts: { tenureMonths: 37 } });
    expect((await own('jun')).factCheck).toBe('CONFIRMED');
    expect((await personal('sora')).map(({ kind }) => kind)).toEqual(['FACTS_SETTLED']);
  });

  it('people have three days to check their facts; until then a run is adopted only when everybody has', async () => {
    await closeByDeadline(app);
    const reminders = (await (await district.as('jun')).get<Notice[]>('/api/me/notices')).body.filter(({ kind }) => kind === 'FACTS_TO_CHECK');
    expect(reminders).toMatchObject([{ personal: true, text: { ko: expect.stringContaining('2026. 12. 13. 18:00까지') as string } }]);
    const made = await run(app, district, roundId);
    const adopt = () => hr.post<{ message: { ko: string; en: string } }>(path(`runs/${made.id}/adoption`), { reason: '채택' });
    const count = async () => (await hr.get<Record<string, unknown>>(path('fact-check'))).body;
    const { people } = await count();
    expect(await count()).toEqual({ people, unconfirmed: people, confirmed: 0, disputed: 0, settled: 0, until: '2026-12-13T09:00:00.000Z' });
    await (await district.as('jun')).post(mine('/facts/confirmation'));
    expect(await count()).toMatchObject({ unconfirmed: Number(people) - 1, confirmed: 1 });
    app.clock.moveTo('2026-12-13T08:59:59Z');
    const early = await adopt();
    expect(early).toMatchObject({ status: 409, body: { code: 'FACTS_STILL_UNCHECKED' } });
    expect(`${early.body.message.ko}${early.body.message.en}`).not.toMatch(/[{}]/);
    expect((await (await district.as('jun')).get(path('fact-check'))).status).toBe(403);
    app.clock.moveTo('2026-12-13T09:00:00Z');
    expect((await adopt()).status).toBe(200);
  });

  it('a run is adopted at once when everybody has confirmed', async () => {
    await closeByDeadline(app);
    const made = await run(app, district, roundId);
    const lines = (await hr.get<{ employeeId: string }[]>(path('participants'))).body;
    for (const { employeeId } of lines) {
      expect(await hr.post(path(`runs/${made.id}/adoption`), { reason: '채택' })).toMatchObject({ status: 409, body: { code: 'FACTS_STILL_UNCHECKED' } });
      const person = (Object.keys(district.people) as PersonKey[]).find((key) => district.people[key] === employeeId);
      if (person === undefined) throw new Error('A stranger takes part');
      expect((await (await district.as(person)).post(mine('/facts/confirmation'))).status).toBe(204);
    }
    expect((await hr.post(path(`runs/${made.id}/adoption`), { reason: '채택' })).status).toBe(200);
  });

  it('a late hardship is amended by HR with its ground, and the text stays out of audit, jobs and log', async () => {
    await closeByDeadline(app);
    await app.database.transaction(district.context, (tx) => tx.execute(
      `INSERT INTO employee_circumstance (organization_id, id, employee_id, kind, valid_from, case_number) VALUES ($1, gen_random_uuid(), $2, 'PREGNANCY', '2026-12-01', '2026-고충-3')`,
      [tx.organizationId, district.people.haru]));
    const amended = await hr.post(path('hardship-amendments'), {
      employeeId: district.people.haru, ground: 'PREGNANCY', reason: 'MARKER-REASON', closesAt: '2026-12-15T00:00:00Z',
      wishes: [{ positionId: district.posts.accounts, reasonCode: 'HEALTH', reasonText: 'MARKER-TEXT' }],
    });
    expect([amended.status, amended.text]).toEqual([204, '']);
    const haru = await own('haru');
    expect(haru.facts.hardship).toEqual(['PREGNANCY']);
    expect(haru.wishes[0]).toMatchObject({ positionId: district.posts.accounts, ineligible: null });
    expect(haru.wishes[0]?.scoreParts.map(({ code }) => code)).toContain('SCORE_HARDSHIP');
    expect((await personal('haru')).map(({ kind }) => kind)).toEqual(['WISHES_AMENDED']);
    const rows = await app.database.transaction(district.context, (tx) => tx.query("SELECT * FROM audit_log WHERE organization_id = $1 AND (before::text || after::text) LIKE '%MARKER%'", [tx.organizationId]));
    expect(rows).toEqual([]);
    expect(app.logText()).not.toContain('MARKER');
    expect(await (await district.as('jun')).post(path('hardship-amendments'), {})).toMatchObject({ status: 403 });
  });

  it('a hardship may also reopen the person’s own list until a day, once', async () => {
    await closeByDeadline(app);
    await hr.post(path('hardship-amendments'), { employeeId: district.people.sora, ground: 'FAMILY', reason: '가상의 사유', closesAt: '2026-12-15T00:00:00Z' });
    const sora = await district.as('sora');
    await district.file('sora', 'counter');
    expect(await own('sora')).toMatchObject({ reopenedUntil: '2026-12-15T00:00:00.000Z', reopeningGround: 'HARDSHIP' });
    expect((await personal('sora')).find(({ kind }) => kind === 'WISHES_REOPENED')?.text.ko).toBe('인정된 개인 사정에 따라 2026. 12. 15. 09:00까지 희망을 다시 정하실 수 있습니다.');
    expect((await sora.post(mine('/wishes/refiling'))).status).toBe(204);
    expect(await own('sora')).toMatchObject({ reopenedUntil: null });
    expect((await own('sora')).wishes.map(({ positionId }) => positionId)).toEqual([district.posts.counter]);
    expect(await sora.post(mine('/wishes/refiling'))).toMatchObject({ status: 409 });
  });

  it('a post changed after the notice is announced with its reason, and reopens the wishes on it', async () => {
    await app.database.transaction(district.context, (tx) => tx.execute("UPDATE position SET duty = '통합 민원', highest_grade = 5, lowest_grade = 6 WHERE organization_id = $1 AND id = $2", [tx.organizationId, district.posts.counter]));
    const change = { positionId: district.posts.counter, kind: 'CHANGED', reason: '통합 민원 창구로 바뀝니다.', closesAt: '2026-12-15T00:00:00Z' };
    await closeByDeadline(app);
    expect((await own('jun')).wishes[0]?.ineligible).toBeNull(); // as announced
    expect((await hr.post(path('post-changes'), change)).body).toMatchObject({ affectedPeople: 2 });
    expect((await own('jun')).wishes[0]?.ineligible?.code).toBe('FIT_GRADE');
    const [notice] = await personal('jun');
    expect(notice).toMatchObject({ kind: 'POST_CHANGED', reason: '통합 민원 창구로 바뀝니다.', readAt: null, text: {
      ko: expect.stringMatching(/^희망하신 .+ 통합 민원이 변경되었습니다\. 2026\. 12\. 15\. 09:00까지 희망을 다시 정하실 수 있습니다\.$/) as string,
      en: expect.stringMatching(/has changed\. You can choose again until 15 December 2026, 09:00\.$/) as string,
    } });
    expect(await own('jun')).toMatchObject({ reopenedUntil: '2026-12-15T00:00:00.000Z', reopeningGround: 'POST_CHANGED' });
    expect(await own('sora')).toMatchObject({ reopenedUntil: null, reopeningGround: null });
    expect(await personal('sora')).toEqual([]);
    const jun = await district.as('jun');
    expect((await jun.post(`/api/me/notices/${notice?.id}/reading`)).status).toBe(204);
    expect((await personal('jun'))[0]?.readAt).not.toBeNull();
    expect((await (await district.as('sora')).post(`/api/me/notices/${notice?.id}/reading`)).status).toBe(404);
    await district.file('jun', 'levy');
    app.clock.moveTo('2026-12-14T00:00:00Z');
    expect((await jun.post(mine('/wishes/refiling'))).status).toBe(204);
    expect((await own('jun')).wishes.map(({ positionId }) => positionId)).toEqual([district.posts.levy]);
    app.clock.moveTo('2026-12-16T00:00:00Z');
    expect((await (await district.as('bora')).post(mine('/wishes/refiling'))).body).toMatchObject({ code: 'ROUND_CLOSED_FOR_WISHES' });
  });

  it('a post is withdrawn, or added, only once', async () => {
    const change = (kind: string, positionId = district.posts.counter) => hr.post(path('post-changes'), { positionId, kind, reason: '가상의 사유', closesAt: '2026-12-15T00:00:00Z' });
    expect(await change('ADDED')).toMatchObject({ status: 409, body: { code: 'POST_ALREADY_IN_ROUND' } });
    expect(await change('WITHDRAWN')).toMatchObject({ status: 201 });
    expect(await change('WITHDRAWN')).toMatchObject({ status: 404, body: { code: 'POST_NOT_IN_ROUND' } });
    expect(await change('CHANGED', district.posts.old)).toMatchObject({ status: 404 });
    await closeByDeadline(app);
    expect((await own('jun')).wishes[0]?.ineligible?.code).toBe('POST_NOT_IN_ROUND');
    expect(await change('ADDED')).toMatchObject({ status: 201 });
    expect((await own('jun')).wishes[0]?.ineligible).toBeNull();
    const news = (await (await district.as('nari')).get<{ kind: string; text: { ko: string } }[]>('/api/me/notices')).body;
    expect(news.find(({ kind }) => kind === 'POST_ADDED_AFTER_CLOSE')?.text.ko).toMatch(/^2027년 상반기 정기인사에 .+(이|가) 새로 추가되었습니다\. 희망보직 신청은 이미 마감되었습니다\.$/);
  });

  it('an exception from minimum tenure is asked for with a ground and granted; discretion needs a resolution', async () => {
    await closeByDeadline(app);
    const bora = await district.as('bora');
    const asked = await bora.post<{ id: string }>(mine('/waivers'), { ruleCode: 'MINIMUM_TENURE', groundCode: 'DISCRETION', text: '가상의 사유' });
    expect(asked.status).toBe(201);
    const decide = (body: object) => hr.post(path(`waivers/${asked.body.id}/decision`), { granted: true, text: '인정합니다.', ...body });
    expect(await decide({})).toMatchObject({ status: 409, body: { code: 'WAIVER_NEEDS_RESOLUTION' } });
    expect((await own('bora')).wishes[0]?.ineligible?.code).toBe('MINIMUM_TENURE');
    expect(await decide({ committeeResolution: '2026-19' })).toMatchObject({ status: 200, body: { state: 'GRANTED' } });
    expect((await own('bora')).wishes[0]?.ineligible).toBeNull();
    expect(await decide({ committeeResolution: '2026-19' })).toMatchObject({ status: 409, body: { code: 'WAIVER_ALREADY_DECIDED' } });
    expect((await personal('bora')).filter(({ kind }) => kind === 'WAIVER_DECIDED').map(({ text }) => text)).toEqual([{ ko: '신청하신 예외(필수보직기간)가 인정되었습니다.', en: 'Your request for an exception (Minimum tenure) has been granted.' }]);
    expect(await bora.post(mine('/waivers'), { ruleCode: 'RELATIVES', groundCode: 'REORG', text: 'x' })).toMatchObject({ status: 422 });
  });

  it('records banded demand for the catalogue, and shows nothing to another organisation', async () => {
    await closeByDeadline(app);
    const demand = await app.database.transaction(district.context, (tx) => tx.query<{ positionId: string; applicants: number }>('SELECT position_id AS "positionId", applicants FROM post_demand WHERE organization_id = $1 ORDER BY applicants DESC, position_id', [tx.organizationId]));
    expect(demand.find(({ positionId }) => positionId === district.posts.counter)?.applicants).toBe(2);
    const other = await createRoundDistrict(app, 'other');
    for (const rest of ['', '/participants', '/runs', '/seats', '/violations']) {
      const answer = await other.hr.get(`/api/rounds/${roundId}${rest}`);
      expect([rest, answer.status === 404 || JSON.stringify(answer.body) === '[]']).toEqual([rest, true]);
    }
    expect((await other.hr.post(path('close'))).status).toBe(404);
  });
});
