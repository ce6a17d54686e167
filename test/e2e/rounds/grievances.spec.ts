import { newId } from '#platform';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { createRoundDistrict, type PersonKey, type RoundDistrict } from './round-district.js';

interface Grievance { id: string; kind: string; state: string; version: number; dueOn: string; extendedDueOn: string | null; nextStepUntil: string | null; answerText: string | null; events: { kind: string }[] }
interface Notice { kind: string; personal: boolean; text: { ko: string } }
const MARKER = '가상의 고충 내용 GV58';

describe('grievances', () => {
  let app: TestApp;
  let district: RoundDistrict;
  let hr: Client;
  let mina: Client;

  beforeEach(async () => {
    app = await createTestApp({ now: '2027-01-28T15:30:00Z' }); // 00:30 on 29 January in Korea
    district = await createRoundDistrict(app);
    hr = await app.signInAs(district.context.organizationId, 'HR_OFFICER', district.people.yuna);
    mina = await district.as('mina');
  }, 60_000);
  afterEach(() => app.dispose(), 60_000);

  const open = async (more: object = {}, who = mina) => {
    const answer = await who.post<Grievance>('/api/me/grievances', { kind: 'REVIEW', complaintText: MARKER, requestedRemedy: '가상의 요청', ...more });
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body;
  };
  const handle = (id: string, what: string, body: object, who = hr) => who.post<Grievance & { code: string }>(`/api/grievances/${id}/${what}`, body);
  const personal = async (client: Client) => (await client.get<Notice[]>('/api/me/notices')).body.filter((notice) => notice.personal).map(({ kind }) => kind);
  const at = (day: string) => app.clock.moveTo(`${day}T01:00:00Z`);

  it('are to be answered within thirty days, extendable once by thirty with a reason', async () => {
    const grievance = await open();
    expect(grievance).toMatchObject({ state: 'RECEIVED', version: 1, dueOn: '2027-02-28' });
    expect(await open({ kind: 'CONSULTATION' })).toMatchObject({ dueOn: '2027-02-12' });
    expect(await handle(grievance.id, 'start', { version: 1 })).toMatchObject({ status: 200, body: { state: 'IN_REVIEW', version: 2 } });
    expect(await handle(grievance.id, 'extension', { version: 1, reason: '사유' })).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    expect(await handle(grievance.id, 'extension', { version: 2, reason: '사실 조사가 더 필요합니다.' })).toMatchObject({ status: 200, body: { extendedDueOn: '2027-03-30', version: 3 } });
    expect(await handle(grievance.id, 'extension', { version: 3, reason: '또' })).toMatchObject({ status: 409, body: { code: 'GRIEVANCE_NOT_EXTENDABLE' } });
    expect(await personal(mina)).toEqual(['GRIEVANCE_EXTENDED']);
    expect((await mina.get<Grievance & { extensionReason: string }>(`/api/me/grievances/${grievance.id}`)).body.extensionReason).toBe('사실 조사가 더 필요합니다.');
  });

  it('take their clocks from dated criteria, not from the code', async () => {
    const other = await app.signInAs(district.context.organizationId, 'HR_OFFICER');
    const set = await other.put('/api/criteria/GRIEVANCE_CLOCKS', {
      value: { consultationDays: 7, reviewDays: 20, extensionDays: 10, rehearingRequestDays: 30, reminderDays: 3 }, validFrom: '2027-02-01', validTo: null, legalBasis: { ko: '가상구 고충처리 지침', en: 'Grievance Guidelines (invented)' },
    });
    expect(set.status).toBe(204);
    expect((await open()).dueOn).toBe('2027-02-28');
    at('2027-02-01');
    expect((await open()).dueOn).toBe('2027-02-21');
  });

  it('remind officers before the last day, and escalate after it, once', async () => {
    const mayor = await app.signInAs(district.context.organizationId, 'MAYOR', district.people.haru);
    const grievance = await open();
    at('2027-02-20');
    await app.runJobs();
    expect(await personal(hr)).toEqual([]);
    at('2027-02-21');
    await app.runJobs();
    expect(await personal(hr)).toEqual(['GRIEVANCE_DUE_SOON']);
    at('2027-02-28');
    await app.runJobs();
    expect((await hr.get<unknown[]>('/api/grievances?overdueOnly=true')).body).toEqual([]);
    at('2027-03-01');
    await app.runJobs();
    await app.runJobs();
    expect((await hr.get<unknown[]>('/api/grievances?overdueOnly=true')).body).toMatchObject([{ id: grievance.id, overdue: true }]);
    expect((await personal(hr)).sort()).toEqual(['GRIEVANCE_DUE_SOON', 'GRIEVANCE_OVERDUE']);
    expect(await personal(mayor)).toEqual(['GRIEVANCE_OVERDUE']);
    expect(await personal(mina)).toEqual(['GRIEVANCE_OVERDUE']);
    expect(await handle(grievance.id, 'extension', { version: 1, reason: '늦음' })).toMatchObject({ status: 409, body: { code: 'GRIEVANCE_NOT_EXTENDABLE' } });
    expect((await mina.get<Grievance>(`/api/me/grievances/${grievance.id}`)).body.events.map(({ kind }) => kind)).toEqual(['OPENED', 'SOON:2027-02-28', 'OVERDUE:2027-02-28']);
  });

  it('do not remind of what was answered or given more time', async () => {
    const answered = await open();
    await handle(answered.id, 'answer', { version: 1, kind: 'UPHELD', text: '받아들입니다.' });
    const extended = await open();
    await handle(extended.id, 'extension', { version: 1, reason: '조사' });
    at('2027-03-02');
    await app.runJobs();
    expect(await personal(hr)).toEqual([]);
    at('2027-03-31');
    await app.runJobs();
    expect(await personal(hr)).toEqual(['GRIEVANCE_OVERDUE']);
  });

  it('can be reheard within thirty days of the answer, by somebody else', async () => {
    const review = await open();
    expect(await mina.post('/api/me/grievances', { kind: 'REHEARING', previousGrievanceId: review.id, complaintText: '아직' })).toMatchObject({ status: 422, body: { code: 'REHEARING_NEEDS_REVIEW' } });
    expect(await handle(review.id, 'answer', { version: 1, kind: 'ADVICE', text: '조언' })).toMatchObject({ status: 422, body: { code: 'GRIEVANCE_ANSWER_UNFIT' } });
    at('2027-02-04');
    const answer = await handle(review.id, 'answer', { version: 1, kind: 'DISMISSED', text: '가상의 답변' });
    expect(answer.body).toMatchObject({ state: 'ANSWERED', nextStepUntil: '2027-03-08' }); // the thirtieth day is a Saturday
    expect(await handle(review.id, 'answer', { version: 2, kind: 'UPHELD', text: '다시' })).toMatchObject({ status: 409, body: { code: 'GRIEVANCE_CLOSED' } });
    at('2027-03-08');
    const rehearing = await open({ kind: 'REHEARING', previousGrievanceId: review.id });
    expect(rehearing.dueOn).toBe('2027-04-07');
    expect(await mina.post('/api/me/grievances', { kind: 'REHEARING', previousGrievanceId: review.id, complaintText: '또' })).toMatchObject({ status: 409, body: { code: 'REHEARING_EXISTS' } });
    expect(await handle(rehearing.id, 'answer', { version: 1, kind: 'UPHELD', text: '답변' })).toMatchObject({ status: 403, body: { code: 'GRIEVANCE_SECOND_PERSON' } });
    const member = await app.signInAs(district.context.organizationId, 'COMMITTEE_MEMBER');
    expect(await handle(rehearing.id, 'answer', { version: 1, kind: 'UPHELD', text: '재심 답변' }, member)).toMatchObject({ status: 200, body: { nextStepUntil: null } });
    const late = await open();
    await handle(late.id, 'answer', { version: 1, kind: 'DISMISSED', text: '답변' });
    at('2027-04-09');
    expect(await mina.post('/api/me/grievances', { kind: 'REHEARING', previousGrievanceId: late.id, complaintText: '늦음' })).toMatchObject({ status: 409, body: { code: 'REHEARING_TOO_LATE' } });
  });

  it('are read by the person and those who answer, and leave no text anywhere else', async () => {
    const grievance = await open();
    const { id } = grievance;
    const strangers: readonly PersonKey[] = ['jun', 'sora'];
    for (const person of strangers) expect((await (await district.as(person)).get(`/api/me/grievances/${id}`)).status).toBe(404);
    const auditor = await app.signInAs(district.context.organizationId, 'AUDITOR');
    expect((await hr.get<{ complaintText: string }>(`/api/grievances/${id}`)).body.complaintText).toBe(MARKER);
    await handle(id, 'answer', { version: 1, kind: 'PARTLY_UPHELD', text: '가상의 답변 AN77' });
    const seen = await auditor.get<object[]>('/api/grievances');
    expect(seen.body).toMatchObject([{ id, state: 'ANSWERED', answerKind: 'PARTLY_UPHELD' }]);
    expect(seen.text).not.toMatch(/GV58|AN77|가상의 요청/);
    expect((await auditor.get(`/api/grievances/${id}`)).status).toBe(403);
    const kept = await app.database.transaction(district.context, (tx) => tx.query<{ text: string }>(
      'SELECT to_jsonb(a)::text AS text FROM audit_log a WHERE organization_id = $1 UNION ALL SELECT to_jsonb(n)::text FROM round_notice n WHERE organization_id = $1 UNION ALL SELECT to_jsonb(j)::text FROM job j WHERE organization_id = $1', [tx.organizationId]));
    expect(kept.length).toBeGreaterThan(3);
    expect(kept.filter(({ text }) => /GV58|AN77/.test(text))).toEqual([]);
    expect(kept.some(({ text }) => text.includes('grievance.read'))).toBe(true);
    expect(app.logText()).not.toMatch(/GV58|AN77/);
  });

  it('are not answered by the person, a relative or an officer who stands aside', async () => {
    const own = await open({}, hr);
    expect(await handle(own.id, 'start', { version: 1 })).toMatchObject({ status: 403, body: { code: 'OFFICER_RECUSED' } });
    const grievance = await open();
    const [a, b] = [district.people.yuna, district.people.mina].sort() as [string, string];
    await app.database.transaction(district.context, (tx) => tx.execute(
      `INSERT INTO employee_relation (organization_id, id, employee_a_id, employee_b_id, kind) VALUES ($1, $2, $3, $4, 'RELATIVE')`, [tx.organizationId, newId(), a, b]));
    expect((await hr.get(`/api/grievances/${grievance.id}`)).status).toBe(403);
    expect((await district.hr.get(`/api/grievances/${grievance.id}`)).status).toBe(200);
  });

  it('can be taken back while they wait', async () => {
    const { id } = await open();
    expect(await mina.post(`/api/me/grievances/${id}/withdrawal`, { version: 1 })).toMatchObject({ status: 200, body: { state: 'WITHDRAWN' } });
    expect(await mina.post(`/api/me/grievances/${id}/withdrawal`, { version: 2 })).toMatchObject({ status: 409, body: { code: 'GRIEVANCE_CLOSED' } });
    expect(await handle(id, 'answer', { version: 2, kind: 'UPHELD', text: '답변' })).toMatchObject({ status: 409, body: { code: 'GRIEVANCE_CLOSED' } });
    expect((await mina.get<unknown[]>('/api/me/grievances')).body).toHaveLength(1);
  });
});
