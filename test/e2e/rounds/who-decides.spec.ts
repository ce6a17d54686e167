import { newId } from '#platform';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { createMatchedRound, type MatchedRound } from './matched-round.js';
import { announce, closeByDeadline, createRoundDistrict, run, type PersonKey, type RoundDistrict, type RoundView } from './round-district.js';

const RECUSED = { status: 403, body: { code: 'OFFICER_RECUSED' } };
const DENIED = { status: 403, body: { code: 'PERMISSION_DENIED' } };
const REVIEW = { decision: 'ENDORSED', resolutionNumber: '2026-25', heldOn: '2026-12-10', opinion: '' };
const REASON = { reason: '가상의 사유' };

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
}, 60_000);
afterEach(() => app.dispose(), 60_000);

describe('an officer of HR with an interest', () => {
  let district: RoundDistrict;
  let roundId: string;
  /** Officers who are employees: jun takes part in the round, yuna does not and is duri's relative. */
  let jun: Client;
  let yuna: Client;

  const url = (rest: string) => `/api/rounds/${roundId}/${rest}`;
  const officer = async (person: PersonKey) => app.signInAs(district.context.organizationId, ['EMPLOYEE', 'HR_OFFICER'], district.people[person]);

  beforeEach(async () => {
    district = await createRoundDistrict(app);
    [jun, yuna] = [await officer('jun'), await officer('yuna')];
    const [a, b] = [district.people.yuna, district.people.duri].sort() as [string, string];
    await app.database.transaction(district.context, (tx) => tx.execute(
      `INSERT INTO employee_relation (organization_id, id, employee_a_id, employee_b_id, kind) VALUES ($1, $2, $3, $4, 'RELATIVE')`, [tx.organizationId, newId(), a, b]));
    roundId = await announce(app, district);
    const { version } = (await jun.get<{ version: number }>('/api/me/wish-list')).body;
    await jun.put('/api/me/wish-list', { version, file: true, wishes: [{ positionId: district.posts.counter, reasonCode: 'EXPERTISE', reasonText: null }] });
    await district.file('bora', 'counter');
    await district.file('duri', 'counter');
  }, 60_000);

  it('enters no circumstance and no relation of oneself', async () => {
    const circumstance = { kind: 'PREGNANCY', validFrom: '2026-11-01', validUntil: null, caseNumber: '2026-9', note: null };
    expect(await jun.post(`/api/employees/${district.people.jun}/circumstances`, circumstance)).toMatchObject(RECUSED);
    const { body } = await yuna.post<{ id: string }>(`/api/employees/${district.people.jun}/circumstances`, circumstance);
    expect(await jun.post(`/api/circumstances/${body.id}/end`, { on: '2026-12-01' })).toMatchObject(RECUSED);
    const relation = { employeeId: district.people.jun, otherEmployeeId: district.people.bora, kind: 'SEPARATION', note: null };
    expect(await jun.post('/api/relations', relation)).toMatchObject(RECUSED);
    const added = await yuna.post<{ id: string }>('/api/relations', relation);
    expect(added.status).toBe(201);
    expect((await jun.fetch(`/api/relations/${added.body.id}`, { method: 'DELETE' })).status).toBe(403);
  });

  it('amends no wishes and settles no facts of oneself or a relative', async () => {
    await closeByDeadline(app);
    const amend = (who: Client, person: PersonKey) => who.post(url('hardship-amendments'), { employeeId: district.people[person], ground: 'FAMILY', closesAt: '2026-12-15T00:00:00Z', ...REASON });
    expect(await amend(jun, 'jun')).toMatchObject(RECUSED);
    expect(await amend(yuna, 'duri')).toMatchObject(RECUSED);
    expect(await amend(yuna, 'bora')).toMatchObject({ status: 204 });
    for (const person of [jun, await district.as('duri')]) expect((await person.post(`/api/me/rounds/${roundId}/facts/dispute`, { text: '가상의 이의' })).status).toBe(204);
    const settle = (who: Client, person: PersonKey) => who.post(url(`participants/${district.people[person]}/facts/settlement`), { text: '고쳤습니다.' });
    expect(await settle(jun, 'jun')).toMatchObject(RECUSED);
    expect(await settle(yuna, 'duri')).toMatchObject(RECUSED);
    expect(await settle(yuna, 'jun')).toMatchObject({ status: 204 });
  });

  it('decides no exception for a rival while taking part', async () => {
    await closeByDeadline(app);
    const bora = await district.as('bora');
    const asked = await bora.post<{ id: string }>(`/api/me/rounds/${roundId}/waivers`, { ruleCode: 'MINIMUM_TENURE', groundCode: 'FAMILY_CARE', text: '가상의 사유' });
    const decide = (who: Client) => who.post(url(`waivers/${asked.body.id}/decision`), { granted: true, text: '인정합니다.' });
    expect(await decide(jun)).toMatchObject(RECUSED);
    expect(await decide(yuna)).toMatchObject({ status: 200 });
  });

  it('changes no post that one wished for oneself, or a relative did', async () => {
    const change = (who: Client, positionId: string) => who.post(url('post-changes'), { positionId, kind: 'CHANGED', closesAt: '2026-12-15T00:00:00Z', ...REASON });
    expect(await change(jun, district.posts.counter)).toMatchObject(RECUSED);
    expect(await change(yuna, district.posts.counter)).toMatchObject(RECUSED);
    expect(await change(jun, district.posts.levy)).toMatchObject({ status: 201 });
  });

  it('runs the round although taking part, but not once standing aside from it as a whole', async () => {
    await closeByDeadline(app);
    const made = await run(app, district, roundId);
    const adopt = (who: Client) => who.post<RoundView>(url(`runs/${made.id}/adoption`), REASON);
    const aside = (who: Client) => who.post(url('recusals'), { type: 'SELF', groundText: '가상의 이해관계' });
    await aside(yuna);
    app.clock.moveTo('2026-12-14T00:00:00Z');
    for (const [step, body] of [[`runs/${made.id}/adoption`, REASON], ['way-back', REASON], ['cancellation', REASON]] as const) {
      expect([step, await yuna.post(url(step), body)]).toMatchObject([step, RECUSED]);
    }
    expect(await adopt(jun)).toMatchObject({ status: 200, body: { state: 'MATCHED' } });
    expect(await yuna.post(url('way-back'), REASON)).toMatchObject(RECUSED);
    expect(await jun.post(url('way-back'), REASON)).toMatchObject({ status: 200, body: { state: 'CLOSED' } });
    await aside(jun);
    expect(await adopt(jun)).toMatchObject(RECUSED);
    expect(await jun.post(url('cancellation'), REASON)).toMatchObject(RECUSED);
  });
});

describe('what was endorsed and approved', () => {
  let season: MatchedRound;
  const url = (rest: string) => `/api/rounds/${season.roundId}/${rest}`;
  beforeEach(async () => {
    season = await createMatchedRound(app);
    expect((await season.member.post(url('reviews'), REVIEW)).status).toBe(201);
  }, 60_000);

  it('is taken back by the committee and the mayor, not by HR', async () => {
    const { hr, member, mayor } = season;
    expect(await hr.post(url('way-back'), REASON)).toMatchObject(DENIED);
    expect(await member.post(url('reviews'), { ...REVIEW, decision: 'SENT_BACK', opinion: '조정이 필요합니다.' })).toMatchObject({ status: 201, body: { state: 'MATCHED' } });
    await member.post(url('reviews'), REVIEW);
    expect(await mayor.post(url('approval/sending-back'), REASON)).toMatchObject({ status: 200, body: { state: 'MATCHED' } });
    await member.post(url('reviews'), REVIEW);
    await mayor.post(url('approval'), {});
    expect(await hr.post(url('way-back'), REASON)).toMatchObject(DENIED);
    expect((await hr.get<RoundView>(url('').slice(0, -1))).body.state).toBe('APPROVED');
  });

  it('is called off by the mayor once approved, and by HR before', async () => {
    const { hr, mayor, auditor } = season;
    expect(await mayor.post(url('cancellation'), REASON)).toMatchObject(DENIED);
    expect(await auditor.post(url('cancellation'), REASON)).toMatchObject(DENIED);
    await mayor.post(url('approval'), {});
    expect(await hr.post(url('cancellation'), REASON)).toMatchObject(DENIED);
    expect(await mayor.post(url('cancellation'), REASON)).toMatchObject({ status: 200, body: { state: 'CANCELLED' } });
  });

  it('uses up nothing of the yearly cap once it is called off', async () => {
    const { hr, move } = season;
    await season.override([move('bora', 'counter', { earlyMoveGround: 'DISCRETION', committeeResolution: '2026-22' })]);
    const proposed = await season.propose(hr, [move('sora', 'levy')]) as { status: number };
    expect(proposed.status).toBe(201);
    const used = async () => (await season.auditor.get<{ used: number }>('/api/early-moves?year=2027')).body.used;
    expect(await used()).toBe(1);
    expect((await hr.post(url('cancellation'), REASON)).status).toBe(200);
    expect(await used()).toBe(0);
    expect((await season.auditor.get<{ state: string }[]>(url('overrides'))).body.map(({ state }) => state)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
  });
});
