import { createTestApp, type TestApp } from '../../support/test-app.js';
import { createMatchedRound, type MatchedRound, type Refusal } from './matched-round.js';
import type { PersonKey, RoundView } from './round-district.js';

interface Draft { hash: string; items: { lineNumber: number; name: string; from: { code: string } | null; to: { code: string }; cause: string }[] }
interface Order extends Draft { id: string; number: string; kind: string; effectiveOn: string; items: (Draft['items'][number] & { id: string; employeeId: string })[] }
interface Result {
  published: boolean; outcome: string | null; source: string | null; choiceRank: number | null; sentence: { ko: string; en: string } | null; reason: string | null; priorityInNextRound: boolean;
  wishes: { choiceRank: number; standing: string; text: { ko: string; en: string }; cutoff: number | null }[]; orders: { number: string; kind: string; reason: string | null; itemId: string; to: { code: string } }[];
}
interface Notice { kind: string; text: { ko: string; en: string }; reason: string | null; personal: boolean }

const REVIEW = { decision: 'ENDORSED', resolutionNumber: '2026-25', heldOn: '2026-12-10', opinion: '원안대로 의결합니다.' };

describe('from the review to the orders', () => {
  let app: TestApp;
  let season: MatchedRound;

  beforeEach(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    season = await createMatchedRound(app);
  }, 60_000);
  afterEach(() => app.dispose(), 60_000);

  const url = (path = '') => `/api/rounds/${season.roundId}${path}`;
  const state = async () => (await season.hr.get<RoundView>(url())).body.state;
  const result = async (person: PersonKey) => (await (await season.district.as(person)).get<Result>(`/api/me/rounds/${season.roundId}/result`)).body;
  const notices = async (person: PersonKey) => (await (await season.district.as(person)).get<Notice[]>('/api/me/notices')).body.filter(({ personal }) => personal);
  const approve = async () => {
    expect((await season.member.post(url('/reviews'), REVIEW)).status).toBe(201);
    expect((await season.mayor.post(url('/approval'), {})).status).toBe(200);
  };
  const issue = async (): Promise<Order> => {
    const { hash } = (await season.hr.get<Draft>(url('/order-draft'))).body;
    const answer = await season.hr.post<Order>(url('/order'), { draftHash: hash });
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body;
  };
  const postings = (person: PersonKey) => season.sql<{ post: string; startedOn: string; endedOn: string | null; cause: string }>(
    `SELECT p.code AS post, a.started_on AS "startedOn", a.ended_on AS "endedOn", a.cause FROM assignment a JOIN position p ON p.organization_id = a.organization_id AND p.id = a.position_id
     WHERE a.organization_id = $1 AND a.employee_id = $2 ORDER BY a.started_on`, season.district.people[person]);

  it('is endorsed by the committee, or sent back with its opinion', async () => {
    const { hr, member, move } = season;
    const proposed = await season.propose(hr, [move('jun', 'accounts')]) as { body: { id: string } };
    expect(await member.post(url('/reviews'), REVIEW)).toMatchObject({ status: 409, body: { code: 'PLACEMENT_NOT_READY', faults: [{ path: 'overrides', code: 'OVERRIDES_UNDECIDED', params: { count: 1 } }] } });
    await season.second.post(url(`/overrides/${proposed.body.id}/decision`), { approved: false, text: '근거가 부족합니다.' });
    expect(await member.post(url('/reviews'), { ...REVIEW, heldOn: '2026-12-14' })).toMatchObject({ status: 422, body: { faults: [{ path: 'heldOn', code: 'REVIEW_IN_FUTURE' }] } });
    expect(await member.post(url('/reviews'), { ...REVIEW, decision: 'SENT_BACK', opinion: '계약 자리를 다시 살펴 주십시오.' })).toMatchObject({ status: 201, body: { state: 'MATCHED' } });
    expect(await member.post(url('/reviews'), REVIEW)).toMatchObject({ status: 201, body: { state: 'REVIEWED' } });
    expect(await member.post(url('/reviews'), REVIEW)).toMatchObject({ status: 409, body: { code: 'ROUND_WRONG_STATE' } });
    expect(await member.post(url('/reviews'), { ...REVIEW, decision: 'SENT_BACK', opinion: '다시 심의합니다.' })).toMatchObject({ status: 201, body: { state: 'MATCHED' } });
    const history = (await hr.get<{ toState: string; reason: string | null }[]>(url('/history'))).body;
    expect(history.map(({ reason }) => reason)).toContain('다시 심의합니다.');
    expect(await season.sql<{ decision: string }>('SELECT decision FROM committee_review WHERE organization_id = $1')).toHaveLength(3);
  });

  it('is refused while findings are open, and people without a place', async () => {
    const { member, district } = season;
    await season.sql(
      `INSERT INTO round_violation (organization_id, id, round_id, run_id, rule_code, employee_ids, state, found_at)
       SELECT $1, gen_random_uuid(), $2, adopted_run_id, 'GRADE_MIX', '{}', 'OPEN', now() FROM placement_round WHERE organization_id = $1 AND id = $2 RETURNING id`, season.roundId);
    await season.sql(`UPDATE round_participant SET state = 'UNMET', outcome_position_id = NULL WHERE organization_id = $1 AND employee_id = $2 RETURNING state`, district.people.duri);
    const faults = async () => {
      const { status, body } = await member.post<Refusal>(url('/reviews'), REVIEW);
      return [status, body.code, body.faults.map(({ code }) => code)];
    };
    expect(await faults()).toEqual([409, 'PLACEMENT_NOT_READY', ['VIOLATIONS_OPEN', 'PEOPLE_WITHOUT_PLACE']]);
    await season.sql(`UPDATE round_violation SET state = 'ACCEPTED', resolution_text = '가상의 사유' WHERE organization_id = $1 RETURNING id`);
    expect(await faults()).toEqual([409, 'PLACEMENT_NOT_READY', ['PEOPLE_WITHOUT_PLACE']]);
    await season.override([season.move('duri', 'counter')], { groundCode: 'NO_PLACE' });
    expect(await member.post(url('/reviews'), REVIEW)).toMatchObject({ status: 201 });
  });

  it('is approved by the mayor alone, with a reason when it changed after the review, and withdrawn', async () => {
    const { hr, mayor, member } = season;
    expect(await mayor.post(url('/approval'), {})).toMatchObject({ status: 409, body: { code: 'ROUND_WRONG_STATE' } });
    await member.post(url('/reviews'), REVIEW);
    expect((await hr.post(url('/approval'), {})).status).toBe(403);
    app.clock.moveTo('2026-12-14T00:00:00Z');
    await season.override([season.move('jun', 'levy'), season.move('mina', 'counter')]);
    expect(await mayor.post(url('/approval'), {})).toMatchObject({ status: 422, body: { code: 'APPROVAL_NEEDS_REASON' } });
    expect(await mayor.post(url('/approval/sending-back'), { reason: '' })).toMatchObject({ status: 422 });
    expect(await mayor.post(url('/approval'), { reason: '업무상 필요를 인정합니다.' })).toMatchObject({ status: 200, body: { state: 'APPROVED' } });
    expect(await hr.post(url('/way-back'), { reason: '승인을 되돌립니다.' })).toMatchObject({ status: 403, body: { code: 'PERMISSION_DENIED' } });
    expect(await mayor.post(url('/approval/withdrawal'), { reason: '다시 검토합니다.' })).toMatchObject({ status: 200, body: { state: 'REVIEWED', approvedAt: null } });
    expect(await mayor.post(url('/approval/sending-back'), { reason: '조정이 필요합니다.' })).toMatchObject({ status: 200, body: { state: 'MATCHED' } });
  });

  it('ends in orders that move people on the day, tell them, and can be asked for twice', async () => {
    const { hr, district } = season;
    await hr.post('/api/planned-assignments', { employeeId: district.people.yuna, positionId: district.posts.accounts, effectiveOn: '2027-01-01' });
    await season.override([season.move('jun', 'levy'), season.move('mina', 'counter')], { groundText: '두 사람의 자리를 맞바꿉니다.' });
    expect((await result('mina')).published).toBe(false);
    await approve();
    expect(await result('mina')).toMatchObject({ published: false, outcome: null, wishes: [], orders: [] });
    expect(await hr.post<Refusal>(url('/order'), { draftHash: '0'.repeat(64) })).toMatchObject({ status: 409, body: { code: 'ORDER_DRAFT_CHANGED' } });
    expect(await postings('mina')).toHaveLength(1);
    app.clock.moveTo('2026-12-28T00:00:00Z');
    const order = await issue();
    expect(order).toMatchObject({ number: '2026-1', kind: 'ORIGINAL', effectiveOn: '2027-01-01' });
    expect(order.items.map(({ name, from, to, cause }) => [name, from?.code, to.code, cause])).toEqual([
      ['가상 mina', 'P-accounts', 'P-counter', 'OVERRIDE'], ['가상 jun', 'P-accounts', 'P-levy', 'OVERRIDE'], ['가상 sora', 'P-levy', 'P-accounts', 'WISH'],
      ['가상 duri', 'P-old', 'P-counter', 'WISH'], ['가상 yuna', 'P-contracts', 'P-accounts', 'PLANNED'],
    ]);
    expect(await state()).toBe('ORDERED');
    expect(await postings('sora')).toEqual([
      { post: 'P-levy', startedOn: '2024-06-01', endedOn: '2027-01-01', cause: 'TRANSFER' }, { post: 'P-accounts', startedOn: '2027-01-01', endedOn: null, cause: 'ORDER' },
    ]);
    expect(await postings('bora')).toHaveLength(1);
    expect((await hr.get<unknown[]>('/api/planned-assignments')).body).toEqual([]);
    expect((await postings('yuna')).at(-1)).toMatchObject({ post: 'P-accounts', startedOn: '2027-01-01' });
    const again = await hr.post<Order>(url('/order'), { draftHash: '0'.repeat(64) });
    expect(again.body.id).toBe(order.id);
    expect(await postings('sora')).toHaveLength(2);
    expect((await notices('sora'))[0]).toMatchObject({ kind: 'ORDER_ISSUED', text: { ko: '인사발령통지: 인사발령 제2026-1호에 따라 2027. 1. 1.자로 발령되었습니다. 결과와 사유를 확인해 주십시오.' } });
    expect((await notices('bora'))[0]).toMatchObject({ kind: 'RESULT_READY', text: { ko: '2027년 상반기 정기인사 결과와 사유를 확인하실 수 있습니다.' } });
    expect((await hr.post(url('/cancellation'), { reason: '늦음' })).status).toBe(409);
    expect((await hr.post(url('/way-back'), { reason: '늦음' })).status).toBe(409);
  });

  it('tells each person their own result and the reason, wish by wish, in both languages', async () => {
    await season.override([season.move('jun', 'levy'), season.move('mina', 'counter')], { groundText: '두 사람의 자리를 맞바꿉니다.' });
    await approve();
    await issue();
    expect(await result('sora')).toMatchObject({
      published: true, outcome: 'PLACED', source: 'RUN', choiceRank: 1, reason: null, priorityInNextRound: false,
      sentence: { ko: '1지망으로 신청하신 재무과 경리로 배치되었습니다.' }, wishes: [{ standing: 'OBTAINED', cutoff: null }], orders: [{ number: '2026-1', to: { code: 'P-accounts' } }],
    });
    const jun = await result('jun');
    expect(jun).toMatchObject({ outcome: 'PLACED', source: 'OVERRIDE', choiceRank: 2, reason: '두 사람의 자리를 맞바꿉니다.', sentence: { ko: '두 사람의 결정(제안·승인)으로 세무관리과 부과로 배치되었습니다.' } });
    expect(jun.wishes.map(({ standing, text }) => [standing, text.ko])).toEqual([
      ['NOT_REACHED', '두 사람의 결정(제안·승인)에 따라 이 자리에 배치되지 않았습니다.'], ['OBTAINED', '이 자리에 배치되었습니다.'],
    ]);
    expect(jun.sentence?.en).toMatch(/^By a decision of two people \(one proposing, one approving\) you have been placed at/);
    expect(await result('mina')).toMatchObject({ outcome: 'OUT_OF_WISH', priorityInNextRound: true });
    const bora = await result('bora');
    expect(bora).toMatchObject({ outcome: 'STAYED', orders: [] });
    expect(bora.wishes[0]).toMatchObject({ standing: 'INELIGIBLE', text: { ko: '필수보직기간은 24개월이나, 기준일 현재 근무기간은 7개월입니다.' } });
    expect((await (await season.district.as('yuna')).get(`/api/me/rounds/${season.roundId}/result`)).body).toMatchObject({ code: 'NOT_A_PARTICIPANT' });
    const cutOffs = (await (await season.district.as('haru')).get<{ placed: number | null; cutOff: number | null; places: number }[]>(url('/cut-offs'))).body;
    expect(cutOffs.length).toBeGreaterThan(1);
    expect(cutOffs.every(({ placed, cutOff }) => placed === null && cutOff === null)).toBe(true);
  });

  it('publishes a document that says who goes where and never why', async () => {
    await season.sql(`UPDATE employee SET name = '<i>=가상' WHERE organization_id = $1 AND id = $2 RETURNING id`, season.district.people.sora);
    await season.override([season.move('jun', 'levy'), season.move('mina', 'counter')], { groundText: '비공개 사유 QK77' });
    await approve();
    const order = await issue();
    const employee = await season.district.as('bora');
    expect((await employee.get<{ number: string }[]>('/api/orders')).body).toMatchObject([{ number: '2026-1' }]);
    expect((await employee.get(`/api/orders/${order.id}`)).status).toBe(403);
    const page = await employee.get(`/api/orders/${order.id}/page`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^ ]+'; base-uri 'none'/);
    for (const part of ['인사발령', 'Personnel order', '제2026-1호', '가상 데이터', '지방행정주사보', '세무관리과 부과', '가상구 demo청장']) expect(page.text).toContain(part);
    expect(page.text).toContain('&lt;i&gt;=가상');
    expect(page.text).not.toMatch(/<script|<i>|QK77|OVERRIDE|희망| style="/);
    const csv = await employee.get(`/api/orders/${order.id}/csv`);
    expect(csv.text.split('\r\n')[0]).toBe('발령번호,연번,사번,성명,직급,현 보직,발령 보직,시행일,비고');
    expect(csv.text.split('\r\n')[1]).toBe('2026-1,1,7001,가상 mina,지방행정주사보,재무과 경리,양재1동 민원,2027-01-01,가상 데이터');
    expect(csv.text).not.toContain('QK77');
  });

  it('is put right by a correction order only, which repairs the postings', async () => {
    const { hr, mayor, district } = season;
    await approve();
    const order = await issue();
    const line = (person: PersonKey) => order.items.find(({ employeeId }) => employeeId === district.people[person])?.id;
    const correct = (lines: object[], reason = '자리를 잘못 적었습니다.') => mayor.post<Order & Refusal>(`/api/orders/${order.id}/corrections`, { reason, lines });
    expect((await hr.post(`/api/orders/${order.id}/corrections`, { reason: '사유', lines: [] })).status).toBe(403);
    expect(await correct([{ itemId: line('sora'), toPositionId: district.posts.contracts }])).toMatchObject({ status: 422, body: { faults: [{ path: 'lines[0].toPositionId', code: 'OVERRIDE_NO_PLACE', message: { ko: expect.stringMatching(/^재무과 계약은 정원/) } }] } });
    // Faults of lines and of posts together.
    const wrong = await correct([{ itemId: district.people.sora, toPositionId: district.posts.levy }, { itemId: line('sora'), toPositionId: district.posts.contracts }, { itemId: line('mina'), toPositionId: district.posts.old }]);
    expect(wrong.body.faults.map(({ path, code }) => `${path} ${code}`)).toEqual(['lines[0].itemId ORDER_ITEM_NOT_FOUND', 'lines[1].toPositionId OVERRIDE_NO_PLACE', 'lines[2].toPositionId POSITION_NOT_OPEN']);
    // mina and sora are exchanged; sora stays where she was.
    app.clock.moveTo('2026-12-15T00:00:00Z');
    const corrected = await correct([{ itemId: line('mina'), toPositionId: district.posts.accounts }, { itemId: line('sora'), toPositionId: district.posts.levy }]);
    expect(corrected).toMatchObject({ status: 201, body: { number: '2026-2', kind: 'CORRECTION', items: [{ cause: 'CORRECTION', from: { code: 'P-levy' }, to: { code: 'P-accounts' } }, { from: { code: 'P-accounts' }, to: { code: 'P-levy' } }] } });
    expect((await postings('sora')).map(({ post, startedOn, cause }) => [post, startedOn, cause])).toEqual([['P-levy', '2024-06-01', 'TRANSFER'], ['P-levy', '2027-01-01', 'CORRECTION']]);
    app.clock.moveTo('2027-02-01T00:00:00Z');
    const sora = (await (await season.district.as('sora')).get<{ tenureMonths: number }>('/api/me/employee')).body;
    expect(sora.tenureMonths).toBe(32); // as if never moved
    expect((await notices('sora'))[0]).toMatchObject({ kind: 'ORDER_CORRECTED', reason: '자리를 잘못 적었습니다.' });
    expect((await result('sora')).orders).toMatchObject([{ kind: 'ORIGINAL', reason: null }, { kind: 'CORRECTION', reason: '자리를 잘못 적었습니다.', to: { code: 'P-levy' } }]);
    expect((await (await season.district.as('bora')).get(`/api/orders/${corrected.body.id}/page`)).text).toContain('자리를 잘못 적었습니다.');
    expect(await hr.post(url('/archive'))).toMatchObject({ status: 200, body: { state: 'ARCHIVED' } });
  });

  it('is all or nothing', async () => {
    const { hr, district } = season;
    await approve();
    // Somebody already has a later posting: the order as a whole fails.
    await season.sql(`UPDATE assignment SET ended_on = '2027-03-01' WHERE organization_id = $1 AND employee_id = $2 RETURNING id`, district.people.duri);
    await season.sql(`INSERT INTO assignment (organization_id, id, employee_id, position_id, started_on, cause) VALUES ($1, gen_random_uuid(), $2, $3, '2027-03-01', 'TRANSFER') RETURNING id`, district.people.duri, district.posts.counter);
    const { hash } = (await hr.get<Draft>(url('/order-draft'))).body;
    expect(await hr.post<Refusal>(url('/order'), { draftHash: hash })).toMatchObject({ status: 422, body: { faults: [{ code: 'ASSIGNMENT_AFTER_ORDER' }] } });
    expect(await state()).toBe('APPROVED');
    expect(await postings('sora')).toHaveLength(1);
    expect(await season.sql('SELECT id FROM personnel_order WHERE organization_id = $1')).toEqual([]);
    app.clock.moveTo('2027-01-02T00:00:00Z');
    expect(await hr.post(url('/order'), { draftHash: hash })).toMatchObject({ status: 409, body: { code: 'ORDER_TOO_LATE' } });
  });
});

describe('a move on a granted exception', () => {
  let app: TestApp;
  afterEach(() => app.dispose(), 60_000);

  it('is counted as an early move from the adoption on, and effected by the order', async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    const season = await createMatchedRound(app, async ({ as, hr }, roundId) => {
      const asked = await (await as('bora')).post<{ id: string }>(`/api/me/rounds/${roundId}/waivers`, { ruleCode: 'MINIMUM_TENURE', groundCode: 'DISCRETION', text: '가상의 사유' });
      await hr.post(`/api/rounds/${roundId}/waivers/${asked.body.id}/decision`, { granted: true, text: '인정합니다.', committeeResolution: '2026-19' });
      // jun asks for one that is not needed: the tenure was served.
      const needless = await (await as('jun')).post<{ id: string }>(`/api/me/rounds/${roundId}/waivers`, { ruleCode: 'MINIMUM_TENURE', groundCode: 'REORG', text: '가상의 사유' });
      await hr.post(`/api/rounds/${roundId}/waivers/${needless.body.id}/decision`, { granted: true, text: '인정합니다.' });
    });
    expect((await season.outcomes())['bora']).toEqual(['PLACED', 'counter', 1]);
    const counter = async () => (await season.auditor.get<{ used: number; byGround: { ground: string; proposed: number; effected: number }[] }>('/api/early-moves?year=2027')).body;
    expect(await counter()).toMatchObject({ used: 1, cap: 0 });
    expect((await counter()).byGround).toContainEqual({ ground: 'REORG', proposed: 0, effected: 0 });
    await season.member.post(`/api/rounds/${season.roundId}/reviews`, REVIEW);
    await season.mayor.post(`/api/rounds/${season.roundId}/approval`, {});
    const { body } = await season.hr.get<Draft>(`/api/rounds/${season.roundId}/order-draft`);
    expect((await season.hr.post(`/api/rounds/${season.roundId}/order`, { draftHash: body.hash })).status).toBe(200);
    expect((await counter()).byGround).toContainEqual({ ground: 'DISCRETION', proposed: 0, effected: 1 });
  }, 60_000);
});
