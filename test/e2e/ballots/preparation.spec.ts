import { newSigningKey, openSpec, signSpec } from '#ballot-box';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { announceBallot, BALLOT, createBallotDistrict, stand, type BallotDistrict, type BallotView } from './ballot-district.js';
import { appointTrustees, generateKey, issueCredentials, prepare, type SpecAnswer } from './ballot-trustees.js';

interface Refusal { code: string; faults: { path: string; code: string }[] }
const CLOSING_DAY = '2026-12-03T09:00:00Z';

describe('preparing a ballot', () => {
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
  const closeRoll = () => district.hr.post<BallotView & Refusal>(url('/roll-closing'));
  const closedRoll = async (): Promise<void> => {
    await stand(district, id, 'ara', 'bomi', 'chan');
    app.clock.moveTo(CLOSING_DAY);
    const closed = await closeRoll();
    if (closed.status !== 200) throw new Error(closed.text);
  };

  it('closes the roll when everything is decided, and numbers the candidates', async () => {
    expect((await closeRoll()).body.faults.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'nominationsUntil BALLOT_DEADLINE_AHEAD', 'appealsUntil BALLOT_DEADLINE_AHEAD', 'candidates BALLOT_CANDIDATES_UNFIT',
    ]);
    await stand(district, id, 'ara', 'bomi', 'chan');
    const appeal = await (await district.as('garam')).post<{ id: string }>(url('/roll-appeals'), { kind: 'ADD', text: '가상의 사유' });
    const eun = await district.as('eun');
    await eun.post(url('/recusals'), { type: 'SELF', groundText: '가상의 사유' });
    app.clock.moveTo(CLOSING_DAY);
    expect((await closeRoll()).body.faults.map(({ path, code }) => `${path} ${code}`)).toEqual(['roll ROLL_UNDECIDED', 'minimumCast BALLOT_QUORUM_ABOVE_ROLL']);
    await district.hr.post(url(`/roll-appeals/${appeal.body.id}/decision`), { upheld: true, text: '인정합니다.' });
    expect(await closeRoll()).toMatchObject({ status: 200, body: { state: 'NOMINATING', method: 'schulze', rollSize: 5, rollHash: expect.stringMatching(/^[\w-]{43}$/) } });
    const { body: candidates } = await eun.get<{ optionNumber: number }[]>(url('/candidates'));
    expect(candidates.map(({ optionNumber }) => optionNumber)).toEqual([0, 1, 2]);
    for (const late of [eun.post(url('/roll-appeals'), { kind: 'ADD', text: '늦음' }), closeRoll(), (await district.as('ara')).put(`/api/me/ballots/${id}/candidacy`, { consents: false })]) {
      expect(await late).toMatchObject({ status: 409, body: { code: 'ROLL_CLOSED' } });
    }
  });

  it('goes from the closed roll to an open ballot, in the order of the protocol', async () => {
    const trustees = await appointTrustees(app, district, id);
    expect((await district.hr.post(url('/specification')))).toMatchObject({ status: 409, body: { code: 'ROLL_NOT_CLOSED' } });
    await closedRoll();
    const missing = await district.hr.post<Refusal>(url('/specification'));
    expect(missing.body.faults.map(({ code }) => code)).toEqual(['TRUSTEE_KEYS_MISSING', 'KEYGEN_UNFINISHED', 'CREDENTIALS_NOT_YET']);
    await generateKey(trustees);
    const { handIn, task } = await issueCredentials(app, district, id);
    expect(task).toMatchObject({ count: 5 });
    expect((await handIn()).status).toBe(204);
    const open = await prepare(district, id, trustees.slice(0, 2));
    expect(open.spec).toMatchObject({
      ballotId: id, position: { name: { ko: '행정지원과 과장' } }, kind: 'strict-ranking', method: 'schulze', strength: 'winning-votes', notaRule: 'beat-nota', tieRule: 'seniority',
      n: 3, k: 2, e: 3, rollSize: 5, registrar: 'separate', opensAt: '2026-12-07T00:00:00Z', checkingSeconds: 86_400,
    });
    expect(open.spec.options.map(({ id: option }) => option)).toEqual(['c1', 'c2', 'c3', 'nota']);
    const seniority = open.spec.seniority?.map((option) => open.spec.options.find((one) => one.id === option)?.name.ko);
    expect(seniority).toEqual(['가상 ara', '가상 bomi', '가상 chan', '적임자 없음']);
    const view = await (await district.as('dara')).get<SpecAnswer>(url('/specification'));
    expect(view.body).toMatchObject({ needed: 3, signatures: [{ trustee: 1 }, { trustee: 2 }] });
    expect(openSpec(view.body.specification).electionId).toBe(view.body.electionId);
    expect((await district.hr.get<BallotView>(url(''))).body.state).toBe('NOMINATING');
    await trustees[2]!.sign(open.electionId);
    expect((await district.hr.get<BallotView>(url(''))).body.state).toBe('PREPARED');
    app.clock.moveTo('2026-12-06T23:59:59Z');
    await app.runJobs();
    expect((await district.hr.get<BallotView>(url(''))).body.state).toBe('PREPARED');
    app.clock.moveTo(BALLOT.opensAt);
    await app.runJobs();
    expect((await district.hr.get<BallotView>(url(''))).body.state).toBe('OPEN');
    await app.runJobs();
  });

  it('changes nothing once the specification is fixed', async () => {
    const trustees = await appointTrustees(app, district, id);
    await closedRoll();
    await generateKey(trustees);
    const { handIn } = await issueCredentials(app, district, id);
    await handIn();
    const { electionId } = await prepare(district, id, []);
    const fixed = { status: 409, body: { code: 'SPECIFICATION_FIXED' } };
    expect(await district.hr.post(url('/specification'))).toMatchObject(fixed);
    expect(await handIn()).toMatchObject(fixed);
    expect(await trustees[0]!.handIn()).toMatchObject(fixed);
    expect(await district.hr.put(url('/trustees'), { trustees: [{ accountId: trustees[0]!.client.accountId, name: '가' }] })).toMatchObject(fixed);
    const forged = signSpec(electionId, 1, newSigningKey()).signature;
    expect(await trustees[0]!.client.post(`/api/me/ballots/${id}/specification-signature`, { signature: forged })).toMatchObject({ status: 422, body: { faults: [{ code: 'SIGNATURE_WRONG' }] } });
    expect(await trustees[0]!.client.post(`/api/me/ballots/${id}/specification-signature`, { signature: signSpec(electionId, 2, trustees[1]!.keys.signing).signature })).toMatchObject({ status: 422 });
    const stranger = await app.signInAs(district.context.organizationId, 'TRUSTEE');
    expect(await stranger.post(`/api/me/ballots/${id}/specification-signature`, { signature: forged })).toMatchObject({ status: 403, body: { code: 'NOT_A_TRUSTEE' } });
  });

  it('keeps the order of the key generation and who speaks in it', async () => {
    const [one, two, three] = await appointTrustees(app, district, id);
    expect(await one!.client.get(url('/keygen'))).toMatchObject({ status: 409, body: { code: 'TRUSTEE_KEYS_MISSING' } });
    expect(await one!.client.put(`/api/me/ballots/${id}/trustee-keys`, { signingKey: 'AAAA', encryptionKey: 'AAAA' })).toMatchObject({ status: 422, body: { faults: [{ path: 'signingKey' }, { path: 'encryptionKey' }] } });
    for (const trustee of [one!, two!, three!]) await trustee.handIn();
    expect(await one!.handIn()).toMatchObject({ status: 409, body: { code: 'TRUSTEE_KEYS_FIXED' } });
    expect((await district.hr.get(url('/trustees'))).body).toMatchObject([{ fingerprint: expect.stringMatching(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/) }, {}, {}]);
    const { body: first } = await one!.commit();
    const { message } = first.messages[0]!;
    expect(await two!.say('COMMIT', message)).toMatchObject({ status: 422, body: { faults: [{ code: 'KEYGEN_MESSAGE_WRONG' }] } });
    expect((await one!.say('COMMIT', message)).status).toBe(200);
    expect(await one!.commit()).toMatchObject({ status: 409, body: { code: 'KEYGEN_ALREADY_SAID' } });
    expect(await one!.say('REVEAL', one!.dealing!.reveal)).toMatchObject({ status: 409, body: { code: 'KEYGEN_TOO_EARLY' } });
  });

  it('takes credentials of every voter, signed by the registrar, and no others', async () => {
    await closedRoll();
    const { handIn, credentials, auditor } = await issueCredentials(app, district, id);
    const wrong = await handIn({ credentials: [...credentials.slice(1), { employeeNumber: '8006', publicKey: credentials[1]!.publicKey }, { employeeNumber: '8002', publicKey: 'AAAA' }] });
    expect((wrong.body as Refusal).faults.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'credentials[4].employeeNumber NOT_ON_ROLL', 'credentials[4].publicKey validation.duplicate', 'credentials[5].employeeNumber validation.duplicate', 'credentials[5].publicKey KEY_MALFORMED', 'credentials CREDENTIALS_MISSING',
    ]);
    const other = credentials.map((pair, at) => (at === 0 ? { ...pair, publicKey: newSigningKey().publicKey } : pair));
    expect(await handIn({ credentials: other })).toMatchObject({ status: 422, body: { faults: [{ path: 'signature', code: 'CREDENTIAL_SIGNATURE_WRONG' }] } });
    expect((await handIn({ registrarKey: newSigningKey().publicKey })).status).toBe(422);
    const bomi = await district.as('bomi');
    expect(await bomi.get(`/api/me/ballots/${id}/credential`)).toMatchObject({ status: 409, body: { code: 'CREDENTIALS_NOT_YET' } });
    expect((await handIn()).status).toBe(204);
    expect((await bomi.get(`/api/me/ballots/${id}/credential`)).body).toMatchObject({ publicKey: credentials[1]!.publicKey, secret: null });
    expect((await auditor.get<{ credentials: string[] }>(url('/credentials'))).body.credentials).toEqual(credentials.map(({ publicKey }) => publicKey).sort());
    expect(await (await district.as('garam')).get(`/api/me/ballots/${id}/credential`)).toMatchObject({ status: 403, body: { code: 'NOT_ON_ROLL' } });
  });

  it('issues credentials itself where the set-up says so', async () => {
    await district.hr.post(url('/cancellation'), { reason: '일정 변경' });
    id = await announceBallot(district, { credentialMode: 'BUILT_IN' });
    await closedRoll();
    const [bomi, dara] = await Promise.all((['bomi', 'dara'] as const).map(async (key) => (await (await district.as(key)).get<{ slot: number; secret: string }>(`/api/me/ballots/${id}/credential`)).body));
    expect(bomi!.secret).toMatch(/^[\w-]{22}$/);
    expect(dara!.slot).not.toBe(bomi!.slot);
    const { handIn } = await issueCredentials(app, district, id);
    expect(await handIn()).toMatchObject({ status: 409, body: { code: 'CREDENTIALS_BUILT_IN' } });
  });
});
