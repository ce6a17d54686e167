import { newId } from '#platform';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { createMatchedRound, type MatchedRound } from './matched-round.js';
import { announce, createRoundDistrict } from './round-district.js';

const REFUSED = { status: 403, body: { code: 'OFFICER_RECUSED' } };
const REVIEW = { decision: 'ENDORSED', resolutionNumber: '2026-25', heldOn: '2026-12-10', opinion: '' };

describe('an officer who stands aside', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
  }, 60_000);
  afterEach(() => app.dispose(), 60_000);

  const aside = (season: MatchedRound, who: Client, more: object = {}) => who.post(`/api/rounds/${season.roundId}/recusals`, { type: 'SELF', groundText: '가상의 사유', ...more });

  it('neither records the review nor approves nor issues orders for the whole round', async () => {
    const season = await createMatchedRound(app);
    const url = (path: string) => `/api/rounds/${season.roundId}${path}`;
    const { member, mayor, hr } = season;
    await aside(season, member);
    expect(await member.post(url('/reviews'), REVIEW)).toMatchObject(REFUSED);
    expect(await hr.post(url('/reviews'), REVIEW)).toMatchObject({ status: 201 });
    await aside(season, mayor);
    expect(await mayor.post(url('/approval'), {})).toMatchObject(REFUSED);
    const deputy = await app.signInAs(season.district.context.organizationId, 'MAYOR');
    expect(await deputy.post(url('/approval'), {})).toMatchObject({ status: 200 });
    const { body } = await hr.get<{ hash: string }>(url('/order-draft'));
    await aside(season, hr);
    expect(await hr.post(url('/order'), { draftHash: body.hash })).toMatchObject(REFUSED);
    expect(await season.second.post(url('/order'), { draftHash: body.hash })).toMatchObject({ status: 200 });
  });

  it('stands aside for one person alone when only that person is named', async () => {
    const season = await createMatchedRound(app);
    const { hr, district, move } = season;
    await aside(season, hr, { subjectEmployeeId: district.people.jun });
    expect(await season.propose(hr, [move('jun', 'levy'), move('mina', 'counter')])).toMatchObject(REFUSED);
    expect(await season.propose(hr, [move('mina', 'counter')])).toMatchObject({ status: 201 });
  });

  it('decides again once the recusal is dismissed by somebody else', async () => {
    const season = await createMatchedRound(app);
    const declared = await aside(season, season.hr) as { body: { id: string } };
    const decision = (who: Client) => who.post(`/api/rounds/${season.roundId}/recusals/${declared.body.id}/decision`, { upheld: false, text: '이해관계가 없습니다.' });
    expect(await decision(season.hr)).toMatchObject(REFUSED);
    expect(await decision(season.mayor)).toMatchObject({ status: 200, body: { state: 'DISMISSED' } });
    expect(await decision(season.mayor)).toMatchObject({ status: 409, body: { code: 'IMPOSSIBLE_TRANSITION' } });
    expect(await season.propose(season.hr, [season.move('mina', 'counter')])).toMatchObject({ status: 201 });
  });

  it('does not decide on exceptions for oneself or a relative', async () => {
    const district = await createRoundDistrict(app);
    const roundId = await announce(app, district);
    const bora = await district.as('bora');
    const asked = await bora.post<{ id: string }>(`/api/me/rounds/${roundId}/waivers`, { ruleCode: 'MINIMUM_TENURE', groundCode: 'FAMILY_CARE', text: '가상의 사유' });
    expect(asked.status).toBe(201);
    const decide = (who: Client) => who.post(`/api/rounds/${roundId}/waivers/${asked.body.id}/decision`, { granted: true, text: '인정합니다.' });
    await app.database.transaction(district.context, (tx) => tx.execute(
      `INSERT INTO role_grant (organization_id, id, account_id, role, valid_from, created_at) VALUES ($1, $2, $3, 'HR_OFFICER', '2026-01-01', now())`, [tx.organizationId, newId(), bora.accountId]));
    expect(await decide(bora)).toMatchObject(REFUSED);
    const relative = await app.signInAs(district.context.organizationId, 'HR_OFFICER', district.people.yuna);
    const [a, b] = [district.people.yuna, district.people.bora].sort() as [string, string];
    await app.database.transaction(district.context, (tx) => tx.execute(
      `INSERT INTO employee_relation (organization_id, id, employee_a_id, employee_b_id, kind) VALUES ($1, $2, $3, $4, 'SEPARATION')`, [tx.organizationId, newId(), a, b]));
    expect(await decide(relative)).toMatchObject(REFUSED);
    expect((await decide(district.hr)).status).toBe(200);
  });
});
