import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { announceBallot, BALLOT, createBallotDistrict, stand, type BallotDistrict } from './ballot-district.js';

interface Line { readonly name: string }

describe('the roll', () => {
  let app: TestApp;
  let district: BallotDistrict;
  let id: string;

  beforeEach(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createBallotDistrict(app);
    id = await announceBallot(district);
  }, 60_000);
  afterEach(() => app.dispose(), 60_000);

  const url = (path: string): string => `/api/ballots/${id}${path}`;
  const names = async (): Promise<string[]> => (await district.hr.get<Line[]>(url('/roll'))).body.map(({ name }) => name.replace('가상 ', ''));
  const standing = async (who: Client): Promise<unknown> => (await who.get(`/api/me/ballots/${id}/standing`)).body;

  it('holds the managers of grades 4–6 in service, and tells each their own standing', async () => {
    expect(await names()).toEqual(['ara', 'bomi', 'chan', 'dara', 'eun']);
    expect(await standing(await district.as('eun'))).toEqual({ onRoll: true, removedFor: null });
    expect(await standing(await district.as('garam'))).toEqual({ onRoll: false, removedFor: null });
    expect((await (await district.as('garam')).get(url('/roll'))).status).toBe(403);
    expect((await (await district.as('dara')).get(url('/roll'))).status).toBe(200);
  });

  it('is corrected by objections that HR decides, never in a case of their own', async () => {
    const [garam, ara] = [await district.as('garam'), await district.as('ara')];
    const asked = await garam.post<{ id: string }>(url('/roll-appeals'), { kind: 'ADD', text: '가상의 승진' });
    expect(asked).toMatchObject({ status: 201, body: { state: 'DECLARED', subjectName: '가상 garam' } });
    expect(await garam.post(url('/roll-appeals'), { kind: 'ADD', text: '다시' })).toMatchObject({ status: 409, body: { code: 'ROLL_APPEAL_EXISTS' } });
    expect(await ara.post(url('/roll-appeals'), { kind: 'ADD', text: '이미 있음' })).toMatchObject({ status: 409, body: { code: 'ROLL_APPEAL_POINTLESS' } });
    const decide = (who: Client, appealId: string, upheld = true) => who.post(url(`/roll-appeals/${appealId}/decision`), { upheld, text: '확인하였습니다.' });
    await district.grant(garam, 'HR_OFFICER');
    expect(await decide(garam, asked.body.id)).toMatchObject({ status: 403, body: { code: 'OFFICER_RECUSED' } });
    expect((await decide(ara, asked.body.id)).status).toBe(403);
    expect(await decide(district.hr, asked.body.id)).toMatchObject({ status: 200, body: { state: 'UPHELD' } });
    expect(await names()).toEqual(['ara', 'bomi', 'chan', 'dara', 'eun', 'garam']);
    const removal = await ara.post<{ id: string }>(url('/roll-appeals'), { kind: 'REMOVE', subjectEmployeeId: district.people.eun, text: '가상의 사유' });
    expect((await (await district.as('eun')).get(`/api/me/ballots/${id}/roll-appeals`)).body).toMatchObject([{ id: removal.body.id }]);
    expect((await (await district.as('chan')).get(`/api/me/ballots/${id}/roll-appeals`)).body).toEqual([]);
    await decide(district.hr, removal.body.id);
    expect(await standing(await district.as('eun'))).toEqual({ onRoll: false, removedFor: 'APPEAL' });
    const dismissed = await garam.post<{ id: string }>(url('/roll-appeals'), { kind: 'REMOVE', subjectEmployeeId: district.people.ara, text: '가상의 사유' });
    await decide(district.hr, dismissed.body.id, false);
    expect(await names()).toEqual(['ara', 'bomi', 'chan', 'dara', 'garam']);
    expect(await decide(district.hr, dismissed.body.id)).toMatchObject({ status: 409, body: { code: 'IMPOSSIBLE_TRANSITION' } });
    app.clock.moveTo(BALLOT.appealsUntil);
    expect(await garam.post(url('/roll-appeals'), { kind: 'REMOVE', text: '늦음' })).toMatchObject({ status: 409, body: { code: 'ROLL_APPEALS_ENDED' } });
  });

  it('loses who stands aside by own wish at once, and others when a challenge or a ground of the law is upheld', async () => {
    await stand(district, id, 'bomi');
    const [bomi, dara, eun] = [await district.as('bomi'), await district.as('dara'), await district.as('eun')];
    expect(await dara.post(url('/recusals'), { type: 'SELF', groundText: '가상의 사유' })).toMatchObject({ status: 201, body: { state: 'UPHELD', voterName: '가상 dara' } });
    expect(await standing(dara)).toEqual({ onRoll: false, removedFor: 'RECUSAL' });
    const ofEun = { voterEmployeeId: district.people.eun, groundText: '가상의 사유' };
    expect(await dara.post(url('/recusals'), { type: 'CHALLENGE', ...ofEun })).toMatchObject({ status: 403, body: { code: 'VOTER_RECUSAL_NOT_YOURS' } });
    expect(await eun.post(url('/recusals'), { type: 'EXCLUSION', ...ofEun })).toMatchObject({ status: 403, body: { code: 'VOTER_RECUSAL_NOT_YOURS' } });
    const asked = await bomi.post<{ id: string }>(url('/recusals'), { type: 'CHALLENGE', ...ofEun });
    expect(asked).toMatchObject({ status: 201, body: { state: 'DECLARED' } });
    expect((await standing(eun))).toEqual({ onRoll: true, removedFor: null });
    expect(await district.hr.post(url('/recusals'), { type: 'EXCLUSION', ...ofEun })).toMatchObject({ status: 409, body: { code: 'VOTER_RECUSAL_EXISTS' } });
    const decision = { upheld: true, text: '인정합니다.' };
    await district.grant(eun, 'HR_OFFICER');
    expect(await eun.post(url(`/recusals/${asked.body.id}/decision`), decision)).toMatchObject({ status: 403, body: { code: 'OFFICER_RECUSED' } });
    expect(await district.hr.post(url(`/recusals/${asked.body.id}/decision`), decision)).toMatchObject({ status: 200, body: { state: 'UPHELD' } });
    expect(await names()).toEqual(['ara', 'bomi', 'chan']);
    const reported = await district.hr.post<{ id: string }>(url('/recusals'), { type: 'EXCLUSION', voterEmployeeId: district.people.chan, groundText: '친족' });
    expect(await district.hr.post(url(`/recusals/${reported.body.id}/decision`), decision)).toMatchObject({ status: 403, body: { code: 'OFFICER_RECUSED' } });
    const member = await app.signInAs(district.context.organizationId, 'COMMITTEE_MEMBER');
    await member.post(url(`/recusals/${reported.body.id}/decision`), { ...decision, upheld: false });
    expect(await names()).toEqual(['ara', 'bomi', 'chan']);
    expect((await bomi.get(`/api/me/ballots/${id}/recusals`)).body).toMatchObject([{ type: 'CHALLENGE' }]);
    expect((await member.get<unknown[]>(url('/recusals'))).body).toHaveLength(3);
  });
});
