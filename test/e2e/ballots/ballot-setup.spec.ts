import { createTestApp, type TestApp } from '../../support/test-app.js';
import { announceBallot, BALLOT, createBallotDistrict, draftBallot, type BallotDistrict, type BallotView } from './ballot-district.js';

interface Refusal { code: string; message: { ko: string }; faults: { path: string; code: string; message: { ko: string; en: string } }[] }

describe('setting up a ballot', () => {
  let app: TestApp;
  let district: BallotDistrict;

  beforeEach(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createBallotDistrict(app);
  }, 60_000);
  afterEach(() => app.dispose(), 60_000);

  const url = (id: string, path = ''): string => `/api/ballots/${id}${path}`;

  it('names every fault at once', async () => {
    const answer = await district.hr.post<Refusal>('/api/ballots', {
      ...BALLOT, positionId: district.headPost, method: 'borda', tiesAllowed: true, nominationsUntil: BALLOT.opensAt, appealsUntil: BALLOT.closesAt, closesAt: '2026-12-06T00:00:00Z', effectiveOn: '2026-12-06',
    });
    expect(answer.status).toBe(422);
    expect(answer.body.faults.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'tiesAllowed BALLOT_TIES_UNFIT', 'nominationsUntil BALLOT_DATES_DISORDERED', 'appealsUntil BALLOT_DATES_DISORDERED', 'closesAt BALLOT_DATES_DISORDERED', 'effectiveOn BALLOT_DATES_DISORDERED',
    ]);
    expect(await district.hr.post('/api/ballots', { ...BALLOT, positionId: district.headPost, method: 'irv', minimumCast: 4 })).toMatchObject({
      status: 422, body: { faults: [{ path: 'method' }, { path: 'minimumCast' }] },
    });
  });

  it('fills in what HR leaves out', async () => {
    const id = await draftBallot(district, { minimumCast: undefined, tieRule: undefined, threshold: undefined });
    expect((await district.hr.get(url(id))).body).toMatchObject({
      state: 'DRAFT', version: 1, method: null, tiesAllowed: false, tieRule: 'runoff', minimumCast: 10, checkingSeconds: 86_400, credentialMode: 'SEPARATE', cryptoGroup: 'ristretto255', threshold: 3,
    });
  });

  it('keeps a draft from everybody but HR and auditors, and changes nothing after the announcement', async () => {
    const { hr, context } = district;
    const id = await draftBallot(district);
    const manager = await district.as('bomi');
    const auditor = await app.signInAs(context.organizationId, 'AUDITOR');
    expect([(await manager.get(url(id))).status, (await manager.get('/api/ballots')).body, (await auditor.get(url(id))).status]).toEqual([404, [], 200]);
    expect((await manager.post(url(id, '/announcement'))).status).toBe(403);
    const again = { ...BALLOT, positionId: district.headPost };
    expect(await hr.put(url(id), { ...again, version: 1, quorum: 4 })).toMatchObject({ status: 200, body: { version: 2, quorum: 4 } });
    expect(await hr.put(url(id), { ...again, version: 1 })).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    expect(await hr.post(url(id, '/announcement'))).toMatchObject({ status: 200, body: { state: 'NOMINATING' } });
    expect(await hr.put(url(id), { ...again, version: 3 })).toMatchObject({ status: 409, body: { code: 'BALLOT_WRONG_STATE', message: { ko: expect.stringContaining('후보자 추천') } } });
    expect((await manager.get<BallotView>(url(id))).body).toMatchObject({ state: 'NOMINATING', quorum: 4 });
  });

  it('is announced in time only', async () => {
    const id = await draftBallot(district);
    app.clock.moveTo(BALLOT.nominationsUntil);
    const refusal = await district.hr.post<Refusal>(url(id, '/announcement'));
    expect(refusal).toMatchObject({ status: 409, body: { code: 'BALLOT_NOT_READY', faults: [{ path: 'nominationsUntil', code: 'BALLOT_DEADLINE_PASSED' }] } });
  });

  it('is called off for a published reason, by HR or the mayor, once', async () => {
    const { context } = district;
    const id = await announceBallot(district);
    const mayor = await app.signInAs(context.organizationId, 'MAYOR');
    expect((await (await district.as('bomi')).post(url(id, '/cancellation'), { reason: '사유' })).status).toBe(403);
    expect((await mayor.post(url(id, '/cancellation'), { reason: '  ' })).status).toBe(422);
    expect(await mayor.post(url(id, '/cancellation'), { reason: '조직 개편' })).toMatchObject({ status: 200, body: { state: 'CANCELLED' } });
    expect(await mayor.post(url(id, '/cancellation'), { reason: '조직 개편' })).toMatchObject({ status: 409, body: { code: 'BALLOT_WRONG_STATE' } });
    expect((await (await district.as('garam')).get(url(id, '/history'))).body).toMatchObject([{ toState: 'DRAFT' }, { toState: 'NOMINATING' }, { fromState: 'NOMINATING', toState: 'CANCELLED', reason: '조직 개편' }]);
  });

  it('stands alone over its post until it ends, and repeats only a ballot that was counted or failed', async () => {
    const { hr, headPost } = district;
    const first = await announceBallot(district);
    expect(await hr.post('/api/ballots', { ...BALLOT, positionId: headPost })).toMatchObject({ status: 409, body: { code: 'BALLOT_ALREADY_UNDER_WAY' } });
    await hr.post(url(first, '/cancellation'), { reason: '일정 변경' });
    expect(await hr.post('/api/ballots', { ...BALLOT, positionId: headPost, replacesBallotId: first })).toMatchObject({ status: 409, body: { code: 'BALLOT_NOT_REPLACEABLE' } });
    await app.database.transaction(district.context, (tx) => tx.execute(
      `UPDATE ballot SET state = 'FAILED', roll_closed_at = now(), roll_size = 5, roll_hash = 'x', method = 'schulze', specification = '{}', election_id = 'x' WHERE organization_id = $1 AND id = $2`, [tx.organizationId, first]));
    const second = await announceBallot(district, { replacesBallotId: first });
    expect((await hr.get(url(first))).body).toMatchObject({ state: 'SUPERSEDED' });
    expect((await hr.get(url(second))).body).toMatchObject({ state: 'NOMINATING', replacesBallotId: first });
  });

  it('names trustees who hold the role, enough of them and each once', async () => {
    const { hr, context } = district;
    const id = await draftBallot(district);
    const accounts = await Promise.all(['a', 'b', 'c'].map(async () => (await app.signInAs(context.organizationId, 'TRUSTEE')).accountId));
    const [a, b, c] = accounts.map((accountId, at) => ({ accountId, name: `가상 관리인 ${at + 1}` }));
    const wrong = await hr.put<Refusal>(url(id, '/trustees'), { trustees: [{ accountId: hr.accountId, name: '인사 담당' }] });
    expect(wrong.body.faults.map(({ path, code }) => `${path} ${code}`)).toEqual(['trustees TRUSTEES_TOO_FEW', 'trustees[0].accountId TRUSTEE_ROLE_MISSING']);
    expect((await hr.put<Refusal>(url(id, '/trustees'), { trustees: [a, b, a] })).body.faults).toMatchObject([{ path: 'trustees', code: 'TRUSTEE_NAMES_EQUAL' }, { path: 'trustees[2].accountId', code: 'validation.duplicate' }]);
    expect(await hr.put(url(id, '/trustees'), { trustees: [a, b, c] })).toMatchObject({ status: 200, body: [{ trusteeIndex: 1 }, { trusteeIndex: 2 }, { trusteeIndex: 3, name: '가상 관리인 3', signingKey: null }] });
    expect((await hr.put(url(id, '/trustees'), { trustees: [c, b] })).body).toMatchObject([{ trusteeIndex: 1, name: '가상 관리인 3' }, { trusteeIndex: 2 }]);
    expect((await (await district.as('bomi')).get(url(id, '/trustees'))).status).toBe(404);
  });
});
