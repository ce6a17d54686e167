import { newSigningKey, signEnvelope, signTestNotice, verifyBoard, type Board, type Receipt } from '#ballot-box';
import { asSuperuser } from '../../support/cluster.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { BALLOT, createBallotDistrict, type BallotDistrict } from './ballot-district.js';
import { openBallot, ranking, type OpenBallot } from './open-ballot.js';

const FIRST = ranking(0, 1, 2, 3);
const OTHER = ranking(2, 1, 0, 3);

/** So many objects within one another. */
const nested = (depth: number): object => (depth === 1 ? {} : { x: nested(depth - 1) });

describe('voting', () => {
  let app: TestApp;
  let district: BallotDistrict;
  let ballot: OpenBallot;

  beforeEach(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createBallotDistrict(app);
    ballot = await openBallot(app, district);
  }, 90_000);
  afterEach(() => app.dispose(), 60_000);

  const board = async (): Promise<Board> => (await district.hr.get<Board>(`/api/ballots/${ballot.id}/board`)).body;
  const close = async (): Promise<void> => {
    app.clock.moveTo(BALLOT.closesAt);
    await app.runJobs();
  };
  const state = async (): Promise<string> => (await district.hr.get<{ state: string }>(`/api/ballots/${ballot.id}`)).body.state;

  it('ends in a closed board that holds every receipt, the last revision counting', async () => {
    const receipts: Receipt[] = [];
    for (const person of ['ara', 'bomi', 'chan', 'dara', 'eun'] as const) receipts.push(await (await ballot.booth(person)).cast(FIRST));
    await app.runJobs();
    receipts.push(await (await ballot.booth('dara')).cast(OTHER));
    expect(receipts.map(({ intakeIndex, revision }) => [intakeIndex, revision])).toEqual([[1, 1], [2, 1], [3, 1], [4, 1], [5, 1], [6, 2]]);
    expect(await district.hr.get(`/api/ballots/${ballot.id}/turnout`)).toMatchObject({ status: 409, body: { code: 'TURNOUT_NOT_YET' } });
    await app.runJobs();
    await close();
    expect(await state()).toBe('CLOSED');
    expect((await district.hr.get(`/api/ballots/${ballot.id}/turnout`)).body).toEqual({ eligible: 5, cast: 5 });
    const { holds, findings, aggregate } = await verifyBoard(await board(), { stage: 'closed', receipts });
    expect(findings.filter(({ fault }) => fault !== null)).toEqual([]);
    expect([holds, aggregate?.counted]).toEqual([true, 5]);
  });

  it('gives the same receipt for the same envelope, also after the close, and takes nothing else then', async () => {
    const booth = await ballot.booth('bomi');
    const content = booth.encrypt(FIRST);
    const envelope = await booth.envelope(content);
    const first = await booth.send(envelope, content);
    expect(first.status).toBe(201);
    const [again, atOnce] = await Promise.all([booth.send(envelope, content), booth.send(envelope, content)]);
    expect([again.body, atOnce.body]).toEqual([first.body, first.body]);
    await app.runJobs();
    const late = booth.encrypt(OTHER);
    const lateEnvelope = await booth.envelope(late);
    app.clock.moveTo(BALLOT.closesAt);
    expect(await booth.send(lateEnvelope, late)).toMatchObject({ status: 409, body: { code: 'BALLOT_NOT_OPEN' } });
    await app.runJobs();
    expect((await booth.send(envelope, content)).body).toEqual(first.body);
    expect((await board()).entries).toHaveLength(1);
  });

  it('takes one revision after the other: parallel tabs and replays are refused', async () => {
    const booth = await ballot.booth('chan');
    const [one, two] = [booth.encrypt(FIRST), booth.encrypt(OTHER)];
    const [envelopeOne, envelopeTwo] = [await booth.envelope(one), await booth.envelope(two)];
    const answers = await Promise.all([booth.send(envelopeOne, one), booth.send(envelopeTwo, two)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('REVISION_WRONG');
    const third = booth.encrypt(FIRST);
    expect(await booth.send(await booth.envelope(third, { revision: 5 }), third)).toMatchObject({ status: 409, body: { code: 'REVISION_WRONG' } });
    expect(await booth.send(await booth.envelope(third, { previousTracker: null }), third)).toMatchObject({ status: 409 });
  });

  it('refuses what is not the voter\u2019s own', async () => {
    const [ara, bomi] = [await ballot.booth('ara'), await ballot.booth('bomi')];
    const content = ara.encrypt(FIRST);
    const envelope = await ara.envelope(content);
    expect(await bomi.send(envelope, content)).toMatchObject({ status: 403, body: { code: 'NOT_YOUR_CREDENTIAL' } });
    const stranger = await district.as('garam');
    expect(await stranger.post(`/api/me/ballots/${ballot.id}/votes`, { envelope, content })).toMatchObject({ status: 403, body: { code: 'NOT_ON_ROLL' } });
    const other = signEnvelope({ electionId: envelope.ballotHash, content, revision: 1, previousTracker: null }, ara.credential);
    expect(await ara.send(other, content)).toMatchObject({ status: 422, body: { faults: [{ code: 'ENVELOPE_OTHER_ELECTION' }] } });
    const forged = { ...signEnvelope({ electionId: envelope.electionId, content, revision: 1, previousTracker: null }, newSigningKey()), credential: ara.credential.publicKey };
    expect(await ara.send(forged, content)).toMatchObject({ status: 422, body: { faults: [{ code: 'ENVELOPE_SIGNATURE_WRONG' }] } });
    expect(await ara.send(envelope, ara.encrypt(OTHER))).toMatchObject({ status: 422, body: { faults: [{ path: 'content', code: 'ENVELOPE_OTHER_CONTENT' }] } });
    expect(await ara.send(envelope, nested(31))).toMatchObject({ status: 422, body: { faults: [{ path: 'content', code: 'BALLOT_MALFORMED' }] } });
    expect(await ara.send(envelope, { padding: 'x'.repeat(262_144) })).toMatchObject({ status: 422, body: { faults: [{ path: 'content', code: 'BALLOT_MALFORMED' }] } });
    expect(await ara.send({ ...envelope, extra: 1 }, content)).toMatchObject({ status: 422, body: { faults: [{ path: 'envelope', code: 'BALLOT_MALFORMED' }] } });
    expect((await board()).entries).toEqual([]);
  });

  it('never counts a tested ballot, and tests none that was cast', async () => {
    const booth = await ballot.booth('dara');
    const content = booth.encrypt(FIRST);
    const notice = signTestNotice(booth.open.electionId, content, booth.credential);
    expect(await booth.client.post(`/api/me/ballots/${ballot.id}/tests`, { notice })).toMatchObject({ status: 201, body: { intakeIndex: 1 } });
    expect(await booth.send(await booth.envelope(content), content)).toMatchObject({ status: 409, body: { code: 'BALLOT_TESTED' } });
    const cast = booth.encrypt(FIRST);
    expect((await booth.send(await booth.envelope(cast), cast)).status).toBe(201);
    expect(await booth.client.post(`/api/me/ballots/${ballot.id}/tests`, { notice: signTestNotice(booth.open.electionId, cast, booth.credential) })).toMatchObject({ status: 409, body: { code: 'BALLOT_CAST_BEFORE' } });
    await app.runJobs();
    expect((await board()).entries.map(({ type }) => type)).toEqual(['tested', 'ballot']);
  });

  it('refuses in public what does not hold, with its content and the reason', async () => {
    const booth = await ballot.booth('eun');
    const copied = (await ballot.booth('ara')).encrypt(FIRST);
    expect((await booth.send(await booth.envelope(copied), copied)).status).toBe(201);
    const broken = { ...booth.encrypt(FIRST), proofs: [] };
    expect((await booth.send(await booth.envelope(broken as never), broken)).status).toBe(201);
    const deep = nested(30);
    expect((await booth.send(await booth.envelope(deep as never), deep)).status).toBe(201);
    await booth.cast(OTHER);
    await app.runJobs();
    await close();
    const closed = await board();
    expect(closed.entries.map((entry) => (entry.type === 'rejected' ? entry.reason : entry.type)).sort()).toEqual(['BAD_PROOF', 'MALFORMED', 'MALFORMED', 'ballot']);
    expect((await verifyBoard(closed, { stage: 'closed' })).findings.filter(({ fault }) => fault !== null)).toEqual([]);
  });

  it('waits with the close of the board for everything that was taken, and finds what a queue has lost', async () => {
    const receipt = await (await ballot.booth('bomi')).cast(FIRST);
    // The queue loses the check, and the sweep is still far away.
    await asSuperuser(app.name, `DELETE FROM job WHERE type = 'ballot.check'`);
    await asSuperuser(app.name, `UPDATE job SET run_at = '2027-01-01' WHERE type = 'ballot.sweep' AND state = 'WAITING'`);
    app.clock.moveTo(BALLOT.closesAt);
    await app.runJobs();
    expect([await state(), (await board()).close]).toEqual(['CLOSED', null]);
    app.clock.moveTo('2027-01-01T00:00:00Z');
    await app.runJobs();
    const closed = await board();
    expect(closed.close).toMatchObject({ entries: 1, intakeCount: 1 });
    expect((await verifyBoard(closed, { stage: 'closed', receipts: [receipt] })).holds).toBe(true);
  });
});
