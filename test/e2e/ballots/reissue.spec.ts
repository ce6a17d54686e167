import { newSigningKey, signReissue, verifyBoard, type Board, type Reissue } from '#ballot-box';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { BALLOT, createBallotDistrict, type BallotDistrict } from './ballot-district.js';
import { Booth, openBallot, ranking, type OpenBallot } from './open-ballot.js';

const VOTE = ranking(0, 1, 2, 3);

describe('a credential that was lost', () => {
  let app: TestApp;
  let district: BallotDistrict;
  let ballot: OpenBallot;

  const setUp = async (more: object = {}): Promise<void> => {
    ballot = await openBallot(app, district, more);
  };
  beforeEach(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createBallotDistrict(app);
  }, 90_000);
  afterEach(() => app.dispose(), 60_000);

  const board = async (): Promise<Board> => {
    await app.runJobs();
    app.clock.moveTo(BALLOT.closesAt);
    await app.runJobs();
    return (await district.hr.get<Board>(`/api/ballots/${ballot.id}/board`)).body;
  };
  const slotOf = (booth: Booth): Promise<number> => booth.client.get<{ slot: number }>(`/api/me/ballots/${ballot.id}/credential`).then(({ body }) => body.slot);

  it('is replaced by the registrar: the old key is refused, the slot and its revisions go on', async () => {
    await setUp();
    const [lost, key] = [await ballot.booth('bomi'), newSigningKey()];
    const slot = await slotOf(lost);
    const content = lost.encrypt(VOTE);
    const envelope = await lost.envelope(content);
    const first = await lost.send(envelope, content);
    const send = (values: Partial<Reissue>, signer = ballot.registrar) => {
      const { slot: at, oldKey, newKey, lastIntakeIndex, reason, signature } = signReissue({ electionId: ballot.open.electionId, slot, oldKey: lost.credential.publicKey, newKey: key.publicKey, lastIntakeIndex: 1, reason: 'LOST', ...values }, signer);
      return ballot.auditor.post(`/api/ballots/${ballot.id}/reissues`, { slot: at, oldKey, newKey, lastIntakeIndex, reason, signature });
    };
    expect(await send({ lastIntakeIndex: 0 })).toMatchObject({ status: 409, body: { code: 'REISSUE_OUTDATED' } });
    expect(await send({ lastIntakeIndex: 2 })).toMatchObject({ status: 409, body: { code: 'REISSUE_OUTDATED' } });
    expect(await send({}, newSigningKey())).toMatchObject({ status: 422, body: { faults: [{ path: 'signature' }] } });
    expect(await send({ oldKey: key.publicKey })).toMatchObject({ status: 422, body: { faults: [{ path: 'oldKey', code: 'REISSUE_OLD_KEY' }] } });
    expect(await send({ newKey: lost.credential.publicKey })).toMatchObject({ status: 422, body: { faults: [{ path: 'newKey', code: 'validation.duplicate' }] } });
    expect((await send({})).status).toBe(204);
    expect(await send({})).toMatchObject({ status: 422 });
    const second = lost.encrypt(VOTE);
    expect(await lost.send(await lost.envelope(second), second)).toMatchObject({ status: 403, body: { code: 'NOT_YOUR_CREDENTIAL' } });
    expect((await lost.send(envelope, content)).body).toEqual(first.body);
    const found = new Booth(lost.client, ballot.id, ballot.open, key);
    expect(await found.cast(VOTE)).toMatchObject({ revision: 2, credential: key.publicKey });
    for (const person of ['ara', 'chan', 'dara', 'eun'] as const) await (await ballot.booth(person)).cast(VOTE);
    const { holds, findings, aggregate } = await verifyBoard(await board(), { stage: 'closed', receipts: [first.body] });
    expect([holds, findings.find(({ check }) => check === 'reissues')?.count, aggregate?.counted]).toEqual([true, 1, 5]);
  });

  it('is replaced by the product where it issues credentials itself', async () => {
    await setUp({ credentialMode: 'BUILT_IN' });
    const lost = await ballot.booth('dara');
    const anew = (client = ballot.auditor) => client.post(`/api/ballots/${ballot.id}/built-in-reissues`, { employeeId: district.people.dara, reason: 'EXPOSED' });
    expect((await anew(district.hr)).status).toBe(403);
    expect((await anew()).status).toBe(204);
    const content = lost.encrypt(VOTE);
    expect(await lost.send(await lost.envelope(content), content)).toMatchObject({ status: 403, body: { code: 'NOT_YOUR_CREDENTIAL' } });
    expect(await (await ballot.booth('dara')).cast(VOTE)).toMatchObject({ revision: 1 });
    const { findings } = await verifyBoard(await board(), { stage: 'closed' });
    expect(findings.filter(({ fault }) => fault !== null)).toEqual([]);
  });
});
