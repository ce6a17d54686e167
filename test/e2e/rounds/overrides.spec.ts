import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { newId } from '#platform';
import { createMatchedRound, type MatchedRound, type Refusal } from './matched-round.js';

interface Override { id: string; state: string; groundText: string | null; proposedBy: string; decidedBy: string | null; moves: { name: string; from: { code: string } | null; to: { code: string }; earlyMoveGround: string | null }[] }
interface Count { transfers: number; cap: number; used: number; byGround: { ground: string; proposed: number }[] }

describe('overrides', () => {
  let app: TestApp;
  let season: MatchedRound;

  beforeEach(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    season = await createMatchedRound(app);
  }, 60_000);
  afterEach(() => app.dispose(), 60_000);

  const url = (path = '') => `/api/rounds/${season.roundId}/overrides${path}`;
  const decide = (client: Client, id: string, body: object = { approved: true }) => client.post<Override & Refusal>(url(`/${id}/decision`), body);
  const faults = (body: unknown) => (body as Refusal).faults.map(({ path, code }) => `${path} ${code}`);
  const count = async () => (await season.mayor.get<Count>('/api/early-moves?year=2027')).body;

  it('need a second person, who finds the placement looked at anew', async () => {
    const { hr, second, move } = season;
    const proposed = await season.propose(hr, [move('jun', 'accounts')]) as { status: number; body: Override };
    expect(proposed).toMatchObject({ status: 201, body: { state: 'PROPOSED', groundText: '가상의 업무상 필요', moves: [{ name: '가상 jun', from: { code: 'P-counter' }, to: { code: 'P-accounts' } }] } });
    expect((await season.outcomes())['jun']).toEqual(['PLACED', 'counter', 1]);
    expect(await decide(hr, proposed.body.id)).toMatchObject({ status: 403, body: { code: 'OVERRIDE_SECOND_PERSON' } });
    expect(await season.propose(second, [move('jun', 'accounts')])).toMatchObject({ status: 409, body: { code: 'OVERRIDE_ALREADY_PROPOSED' } });
    expect(await decide(second, proposed.body.id)).toMatchObject({ status: 200, body: { state: 'APPROVED' } });
    // jun's own post: stays.
    expect((await season.outcomes())['jun']).toEqual(['STAYED', 'accounts', null]);
    expect(await decide(second, proposed.body.id)).toMatchObject({ status: 409, body: { code: 'IMPOSSIBLE_TRANSITION' } });
    const audited = await season.sql<{ action: string }>(`SELECT action FROM audit_log WHERE organization_id = $1 AND action LIKE 'override.%' ORDER BY id`);
    expect(audited.map(({ action }) => action)).toEqual(['override.propose', 'override.approved']);
  });

  it('never push anybody out: a full post needs a place for one of its people', async () => {
    const { hr, move } = season;
    const full = await season.propose(hr, [move('sora', 'levy')]);
    expect(full).toMatchObject({ status: 422, body: { faults: [{ path: 'moves[0].toPositionId', code: 'OVERRIDE_NO_PLACE', params: { post: { ko: '세무관리과 부과' }, places: 2 } }] } });
    await season.override([move('jun', 'levy'), move('mina', 'counter')]);
    expect(await season.outcomes()).toMatchObject({ jun: ['PLACED', 'levy', 2], mina: ['OUT_OF_WISH', 'counter', null], bora: ['STAYED', 'levy', null] });
  });

  it('look at the places again when they are decided', async () => {
    const { hr, second, move } = season;
    const counter = await season.propose(hr, [move('mina', 'counter')]) as { body: Override };
    const rival = await season.propose(hr, [move('sora', 'counter')]) as { body: Override };
    expect(await decide(second, counter.body.id)).toMatchObject({ status: 200 });
    const late = await decide(second, rival.body.id);
    expect(late.status).toBe(422);
    expect(faults(late.body)).toEqual(['moves[0].toPositionId OVERRIDE_NO_PLACE']);
    expect((await season.outcomes())['sora']).toEqual(['PLACED', 'accounts', 1]);
  });

  it('name every fault of the moves at once, each by its rule', async () => {
    const { hr, move, district } = season;
    const answer = await season.propose(hr, [
      move('jun', 'nurse'), move('sora', 'accounts'), move('sebi', 'accounts'), move('mina', 'audit'), move('bora', 'counter'), { employeeId: district.people.yuna, toPositionId: district.posts.levy },
    ]);
    expect(answer.status).toBe(422);
    expect(faults(answer.body)).toEqual([
      'moves[0].toPositionId rule.FIT_SERIES.text', 'moves[1].toPositionId OVERRIDE_CHANGES_NOTHING', 'moves[2].employeeId NOT_A_PARTICIPANT', 'moves[3].toPositionId POST_NOT_IN_ROUND',
      'moves[4].earlyMoveGround OVERRIDE_NEEDS_EARLY_MOVE_GROUND', 'moves[5].employeeId NOT_A_PARTICIPANT',
    ]);
    expect((answer.body as { faults: { message: { ko: string; en: string } }[] }).faults[0]?.message.ko).toContain('간호');
    expect(await season.sql('SELECT id FROM placement_override WHERE organization_id = $1')).toEqual([]);
  });

  it('open a finding that they cause, and close one that they resolve', async () => {
    const { hr, second, move } = season;
    const findings = async () => (await hr.get<{ id: string; ruleCode: string; state: string }[]>(`/api/rounds/${season.roundId}/violations`)).body.filter(({ ruleCode }) => ruleCode === 'RELATIVES_TOGETHER');
    expect(await findings()).toEqual([]);
    // jun and sora are a couple.
    await season.override([move('jun', 'accounts')]);
    const [found] = await findings();
    expect(found?.state).toBe('OPEN');
    expect(await season.propose(hr, [move('sora', 'counter')], { violationId: newId() })).toMatchObject({ status: 404, body: { code: 'VIOLATION_NOT_FOUND' } });
    const proposed = await season.propose(hr, [move('sora', 'counter')], { groundCode: 'VIOLATION', violationId: found?.id }) as { body: Override };
    expect((await decide(second, proposed.body.id)).status).toBe(200);
    expect((await findings()).map(({ state }) => state)).toEqual(['RESOLVED']);
    const resolver = await season.sql<{ id: string }>('SELECT resolved_by_account_id AS id FROM round_violation WHERE organization_id = $1 AND id = $2', found?.id ?? null);
    expect(resolver).toEqual([{ id: second.accountId }]);
    expect(await season.propose(hr, [move('sora', 'accounts')], { violationId: found?.id })).toMatchObject({ status: 409, body: { code: 'VIOLATION_NOT_OPEN' } });
  });

  it('count early moves against the cap, live', async () => {
    const { hr, second, move } = season;
    expect(await count()).toMatchObject({ transfers: 4, cap: 0, used: 0 });
    const early = (more: object) => season.propose(hr, [move('bora', 'counter', more)]);
    expect(await early({ earlyMoveGround: 'DISCRETION' })).toMatchObject({ status: 409, body: { code: 'EARLY_MOVE_CAP_EXCEEDED' } });
    const proposed = await early({ earlyMoveGround: 'DISCRETION', committeeResolution: '2026-22' }) as { body: Override };
    expect(proposed.body.moves[0]?.earlyMoveGround).toBe('DISCRETION');
    expect(await count()).toMatchObject({ used: 1, committeeReviewNeeded: true });
    expect((await hr.post(url(`/${proposed.body.id}/withdrawal`))).status).toBe(200);
    expect(await count()).toMatchObject({ used: 0 });
    const again = await early({ earlyMoveGround: 'FAMILY_CARE' }) as { body: Override };
    expect((await decide(second, again.body.id)).status).toBe(200);
    expect((await season.outcomes())['bora']).toEqual(['PLACED', 'counter', 1]);
    const after = await count();
    expect(after).toMatchObject({ transfers: 5, used: 0 });
    expect(after.byGround.find(({ ground }) => ground === 'FAMILY_CARE')).toMatchObject({ proposed: 1 });
    // Back at the own post it is no early move any more.
    await season.override([move('bora', 'levy')]);
    expect((await count()).byGround.every(({ proposed: left }) => left === 0)).toBe(true);
  });

  it('are refused to officers with an interest', async () => {
    const { district, move, hr } = season;
    const organizationId = district.context.organizationId;
    const refused = { status: 403, body: { code: 'OFFICER_RECUSED' } };
    const participant = await district.as('sora');
    await season.sql(`INSERT INTO role_grant (organization_id, id, account_id, role, valid_from, created_at) VALUES ($1, $2, $3, 'HR_OFFICER', '2026-01-01', now()) RETURNING id`, newId(), participant.accountId);
    expect(await season.propose(participant, [move('jun', 'accounts')])).toMatchObject(refused);
    const officer = await app.signInAs(organizationId, 'HR_OFFICER', district.people.yuna);
    const [a, b] = [district.people.yuna, district.people.duri].sort() as [string, string];
    await season.sql(`INSERT INTO employee_relation (organization_id, id, employee_a_id, employee_b_id, kind) VALUES ($1, $2, $3, $4, 'RELATIVE') RETURNING id`, newId(), a, b);
    expect(await season.propose(officer, [move('duri', 'accounts')])).toMatchObject(refused);
    const proposed = await season.propose(hr, [move('duri', 'accounts')]) as { body: Override };
    expect(await decide(officer, proposed.body.id)).toMatchObject(refused);
    expect(await season.propose(officer, [move('jun', 'accounts')])).toMatchObject({ status: 201 });
    const declared = await officer.post(`/api/rounds/${season.roundId}/recusals`, { type: 'SELF', groundText: '가상의 이해관계' });
    expect(declared).toMatchObject({ status: 201, body: { state: 'DECLARED', officerName: '가상 yuna', subjectEmployeeId: null } });
    expect(await season.propose(officer, [move('mina', 'counter')])).toMatchObject(refused);
    expect(await officer.post(`/api/rounds/${season.roundId}/recusals`, { type: 'SELF', groundText: '다시' })).toMatchObject({ status: 409, body: { code: 'RECUSAL_EXISTS' } });
  });

  it('are refused after a challenge was upheld, about the person who made it', async () => {
    const { district, hr, second, move } = season;
    const jun = await district.as('jun');
    const officers = (await jun.get<{ accountId: string; roles: string[] }[]>('/api/officers')).body;
    expect(officers.map(({ accountId }) => accountId)).toContain(hr.accountId);
    const challenge = await jun.post<{ id: string }>(`/api/rounds/${season.roundId}/recusals`, { type: 'CHALLENGE', officerAccountId: hr.accountId, groundText: '가상의 사유' });
    expect(challenge).toMatchObject({ status: 201, body: { type: 'CHALLENGE', subjectEmployeeId: district.people.jun } });
    expect(await jun.post(`/api/rounds/${season.roundId}/recusals`, { type: 'SELF', groundText: '대상 아님' })).toMatchObject({ status: 403, body: { code: 'RECUSAL_NOT_YOURS' } });
    const decision = (client: Client) => client.post(`/api/rounds/${season.roundId}/recusals/${challenge.body.id}/decision`, { upheld: true, text: '받아들입니다.' });
    expect(await decision(hr)).toMatchObject({ status: 403, body: { code: 'OFFICER_RECUSED' } });
    expect(await decision(second)).toMatchObject({ status: 403, body: { code: 'RECUSAL_NOT_HR_TO_DECIDE' } });
    expect(await decision(season.mayor)).toMatchObject({ status: 200, body: { state: 'UPHELD' } });
    expect(await season.propose(hr, [move('jun', 'accounts')])).toMatchObject({ status: 403, body: { code: 'OFFICER_RECUSED' } });
    expect(await season.propose(hr, [move('mina', 'counter')])).toMatchObject({ status: 201 });
    expect((await season.auditor.get<unknown[]>(`/api/rounds/${season.roundId}/recusals`)).body).toHaveLength(1);
  });

  it('show personal grounds to HR and to nobody else', async () => {
    const marker = '가상의 건강 사유 ZX41';
    await season.override([season.move('jun', 'accounts')], { groundCode: 'HARDSHIP', groundText: marker });
    expect((await season.hr.get<Override[]>(url())).body[0]?.groundText).toBe(marker);
    for (const client of [season.mayor, season.auditor, season.member]) {
      const answer = await client.get<Override[]>(url());
      expect(answer.body[0]).toMatchObject({ groundText: null, state: 'APPROVED' });
      expect(answer.text).not.toContain('ZX41');
    }
    const audit = await season.sql<{ row: string }>('SELECT to_jsonb(a)::text AS row FROM audit_log a WHERE organization_id = $1');
    expect(audit.some(({ row }) => row.includes('ZX41'))).toBe(false);
    expect(app.logText()).not.toContain('ZX41');
  });
});
