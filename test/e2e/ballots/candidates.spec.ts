import { createTestApp, type TestApp } from '../../support/test-app.js';
import { announceBallot, BALLOT, createBallotDistrict, draftBallot, stand, type BallotDistrict } from './ballot-district.js';

interface Candidate { readonly id: string; readonly name: string; readonly state: string }

describe('candidates', () => {
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
  const own = (): string => `/api/me/ballots/${id}/candidacy`;
  const nominate = async (who: Parameters<BallotDistrict['as']>[0], whom: Parameters<BallotDistrict['as']>[0]) =>
    (await district.as(who)).post<Candidate>(url('/candidates'), { employeeId: district.people[whom], text: '가상의 추천 사유' });

  it('stand with their own consent and statement only', async () => {
    expect(await nominate('dara', 'bomi')).toMatchObject({ status: 201, body: { state: 'NOMINATED', statement: null } });
    const [bomi, dara] = [await district.as('bomi'), await district.as('dara')];
    expect((await dara.get(url('/candidates'))).body).toEqual([]);
    expect((await district.hr.get(url('/candidates'))).body).toMatchObject([{ name: '가상 bomi', state: 'NOMINATED' }]);
    expect((await bomi.get(own())).body).toMatchObject({ state: 'NOMINATED', nominationText: '가상의 추천 사유' });
    expect((await dara.get(own())).status).toBe(404);
    expect(await bomi.put(own(), { consents: true, statement: '맡은 일을 다하겠습니다.' })).toMatchObject({ status: 200, body: { state: 'CONSENTED' } });
    expect((await dara.get(url('/candidates'))).body).toMatchObject([{ name: '가상 bomi', statement: '맡은 일을 다하겠습니다.', optionNumber: null }]);
    expect((await bomi.put(own(), { consents: true, statement: '고쳐 씁니다.' })).body).toMatchObject({ statement: '고쳐 씁니다.' });
    expect(await bomi.put(own(), { consents: false })).toMatchObject({ status: 200, body: { state: 'DECLINED', statement: null } });
    expect((await dara.get(url('/candidates'))).body).toEqual([]);
    expect((await bomi.put(own(), { consents: true })).body).toMatchObject({ state: 'CONSENTED' });
  });

  it('consent by nominating themselves', async () => {
    await stand(district, id, 'chan');
    expect((await (await district.as('garam')).get(url('/candidates'))).body).toMatchObject([{ name: '가상 chan', state: 'CONSENTED' }]);
  });

  it('are nominated by voters and HR, once, in time, and fit the post', async () => {
    expect(await nominate('garam', 'bomi')).toMatchObject({ status: 403, body: { code: 'PERMISSION_DENIED' } });
    expect(await nominate('bomi', 'dara')).toMatchObject({ status: 409, body: { code: 'CANDIDATE_GRADE_UNFIT', message: { ko: expect.stringContaining('6급') } } });
    expect(await nominate('bomi', 'hana')).toMatchObject({ status: 404, body: { code: 'EMPLOYEE_NOT_FOUND' } });
    expect((await nominate('bomi', 'chan')).status).toBe(201);
    expect(await nominate('dara', 'chan')).toMatchObject({ status: 409, body: { code: 'CANDIDATE_EXISTS' } });
    expect((await district.hr.post(url('/candidates'), { employeeId: district.people.ara, text: '가상의 추천 사유' })).status).toBe(201);
    await (await district.as('dara')).post(url('/recusals'), { type: 'SELF', groundText: '가상의 사유' });
    expect(await nominate('dara', 'bomi')).toMatchObject({ status: 403, body: { code: 'NOT_ON_ROLL' } });
    app.clock.moveTo(BALLOT.nominationsUntil);
    expect(await nominate('eun', 'bomi')).toMatchObject({ status: 409, body: { code: 'NOMINATIONS_ENDED' } });
  });

  it('are refused by HR with a reason that they read, for good', async () => {
    const { body } = await nominate('dara', 'chan');
    expect((await (await district.as('dara')).post(url(`/candidates/${body.id}/refusal`), { reason: '사유' })).status).toBe(403);
    expect(await district.hr.post(url(`/candidates/${body.id}/refusal`), { reason: '징계 절차 중' })).toMatchObject({ status: 200, body: { state: 'REFUSED' } });
    const chan = await district.as('chan');
    expect((await chan.get(own())).body).toMatchObject({ state: 'REFUSED', refusalText: '징계 절차 중' });
    expect(await chan.put(own(), { consents: true })).toMatchObject({ status: 409, body: { code: 'IMPOSSIBLE_TRANSITION' } });
  });

  it('are not nominated for a draft or a ballot that was called off', async () => {
    await district.hr.post(url('/cancellation'), { reason: '일정 변경' });
    expect(await nominate('dara', 'bomi')).toMatchObject({ status: 409, body: { code: 'BALLOT_WRONG_STATE' } });
    id = await draftBallot(district);
    expect(await nominate('dara', 'bomi')).toMatchObject({ status: 409, body: { code: 'BALLOT_WRONG_STATE' } });
  });
});
