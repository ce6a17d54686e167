import { endorse, releaseShare, signEndorsement, verifyBoard, type Board, type DecryptionShare, type Endorsement, type TrusteeDesk } from '#ballot-box';
import { asSuperuser } from '../../support/cluster.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { BALLOT, createBallotDistrict, type BallotDistrict, type ManagerKey } from './ballot-district.js';
import { deskOf } from './ballot-trustees.js';
import { openBallot, ranking, type OpenBallot } from './open-ballot.js';

const VOTERS = ['ara', 'bomi', 'chan', 'dara', 'eun'] as const;
const CHECKED = '2026-12-09T10:00:00Z';

describe('counting a ballot', () => {
  let app: TestApp;
  let district: BallotDistrict;
  let ballot: OpenBallot;
  let desks: TrusteeDesk[];

  const setUp = async (more: object = {}): Promise<void> => {
    ballot = await openBallot(app, district, more);
    desks = ballot.trustees.map((trustee) => deskOf(app, ballot.open, trustee));
  };
  beforeEach(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createBallotDistrict(app);
  }, 90_000);
  afterEach(() => app.dispose(), 60_000);

  const url = (path: string): string => `/api/ballots/${ballot.id}${path}`;
  const board = async (): Promise<Board> => (await district.hr.get<Board>(url('/board'))).body;
  const state = async (): Promise<string> => (await district.hr.get<{ state: string }>(url(''))).body.state;
  const option = (name: ManagerKey): number => ballot.open.ballotOptions.findIndex((one) => one.name.ko === `가상 ${name}`);
  const vote = async (order: readonly ManagerKey[], voters: readonly ManagerKey[] = VOTERS): Promise<void> => {
    for (const voter of voters) await (await ballot.booth(voter)).cast(ranking(...order.map(option), ballot.open.nota!));
    await app.runJobs();
    app.clock.moveTo(BALLOT.closesAt);
    await app.runJobs();
  };
  const sendEndorsement = (at: number, endorsement: Endorsement) => {
    const { boardHead, aggregateHash, counted, signature } = endorsement;
    return ballot.trustees[at]!.client.post(`/api/me/ballots/${ballot.id}/endorsement`, { boardHead, aggregateHash, counted, signature });
  };
  const endorseAll = async (): Promise<void> => {
    const closed = await board();
    for (const [at, desk] of desks.entries()) expect((await sendEndorsement(at, (await endorse(desk, closed)) as Endorsement)).status).toBe(200);
  };
  const share = async (at: number): Promise<DecryptionShare> => releaseShare(desks[at]!, ballot.open.spec, (await board()).endorsements);
  const give = (at: number, value: object) => ballot.trustees[at]!.client.post(`/api/me/ballots/${ballot.id}/decryption-share`, { share: value });

  it('ends in a result that a stranger recounts, and in the mayor\u2019s countersignature with a planned assignment', async () => {
    await setUp();
    await vote(['bomi', 'ara', 'chan']);
    await expect(endorse(desks[0]!, await board())).rejects.toThrow('CHECKING_PERIOD');
    expect(await sendEndorsement(0, signEndorsement({ electionId: ballot.open.electionId, boardHead: ballot.open.electionId, aggregateHash: ballot.open.electionId, counted: 5, trustee: 1 }, desks[0]!.keys.signing)))
      .toMatchObject({ status: 409, body: { code: 'CHECKING_PERIOD' } });
    app.clock.moveTo(CHECKED);
    const closed = await board();
    await sendEndorsement(0, await endorse(desks[0]!, closed));
    expect(await give(0, {})).toMatchObject({ status: 409, body: { code: 'ENDORSEMENTS_MISSING' } });
    expect(await district.hr.post(url('/cancellation'), { reason: '늦은 취소' })).toMatchObject({ status: 409, body: { code: 'BALLOT_ENDORSED' } });
    await endorseAll();
    const right = await share(0);
    expect((await give(0, right)).status).toBe(204);
    expect(await give(0, right)).toMatchObject({ status: 409, body: { code: 'SHARE_ALREADY_GIVEN' } });
    await app.runJobs();
    expect([await state(), (await board()).result]).toEqual(['CLOSED', null]);
    await give(2, await share(2));
    await app.runJobs();
    expect(await state()).toBe('TALLIED');
    const final = await board();
    expect(final.result).toMatchObject({ outcome: 'ELECTED', counted: 5, winners: [ballot.open.ballotOptions[option('bomi')]!.id] });
    expect((await verifyBoard(final)).findings.filter(({ fault }) => fault !== null)).toEqual([]);
    const mayor = await app.signInAs(district.context.organizationId, 'MAYOR');
    expect((await district.hr.post(url('/decision'), { appointedEmployeeId: district.people.bomi })).status).toBe(403);
    expect(await mayor.post(url('/decision'), { appointedEmployeeId: district.people.bomi })).toMatchObject({ status: 201, body: { kind: 'COUNTERSIGNED', reason: null } });
    expect(await state()).toBe('DECIDED');
    expect(await asSuperuser(app.name, 'SELECT employee_id AS "employeeId", position_id AS "positionId", source FROM planned_assignment')).toEqual([{ employeeId: district.people.bomi, positionId: district.headPost, source: 'BALLOT' }]);
  });

  it('refuses a lying share by name and counts without it; the mayor departs with a published reason', async () => {
    await setUp();
    await vote(['chan', 'ara', 'bomi']);
    app.clock.moveTo(CHECKED);
    await endorseAll();
    const lie = await releaseShare({ ...desks[0]!, share: desks[0]!.share + 1n }, ballot.open.spec, (await board()).endorsements);
    expect((await give(0, lie)).status).toBe(204);
    expect(await give(1, lie)).toMatchObject({ status: 422, body: { faults: [{ code: 'SHARE_MALFORMED' }] } });
    await give(1, await share(1));
    await app.runJobs();
    expect(await state()).toBe('CLOSED');
    expect(await asSuperuser(app.name, 'SELECT trustee_index AS trustee, state, fault FROM ballot_share ORDER BY 1')).toEqual([{ trustee: 1, state: 'REFUSED', fault: 'BAD_PROOF' }, { trustee: 2, state: 'VALID', fault: null }]);
    await give(2, await share(2));
    await app.runJobs();
    expect(await state()).toBe('TALLIED');
    const mayor = await app.signInAs(district.context.organizationId, 'MAYOR');
    expect(await mayor.post(url('/decision'), { appointedEmployeeId: district.people.ara })).toMatchObject({ status: 422, body: { code: 'DEVIATION_NEEDS_REASON' } });
    expect(await mayor.post(url('/decision'), { appointedEmployeeId: district.people.ara, reason: '업무 연속성' })).toMatchObject({ status: 201, body: { kind: 'DEVIATED' } });
    expect((await (await district.as('garam')).get(url('/decision'))).body).toMatchObject({ kind: 'DEVIATED', reason: '업무 연속성' });
    expect((await (await district.as('garam')).get(url('/history'))).body).toEqual(expect.arrayContaining([expect.objectContaining({ toState: 'DECIDED', reason: '업무 연속성' })]));
  });

  it('fails without decrypting anything when too few have voted', async () => {
    await setUp();
    await vote(['ara', 'bomi', 'chan'], ['ara', 'bomi', 'chan', 'dara']);
    expect(await state()).toBe('FAILED');
    const failed = await board();
    expect(failed.result).toMatchObject({ outcome: 'FAILED', failure: 'MINIMUM_CAST', counted: 4, totals: null });
    expect((await verifyBoard(failed)).findings.filter(({ fault }) => fault !== null)).toEqual([]);
    app.clock.moveTo(CHECKED);
    await expect(endorse(desks[0]!, failed)).rejects.toThrow('UNDER_THRESHOLD');
  });

  it('fails for everybody to see when two endorsements differ', async () => {
    await setUp();
    await vote(['ara', 'bomi', 'chan']);
    app.clock.moveTo(CHECKED);
    const honest = await endorse(desks[0]!, await board());
    await sendEndorsement(0, honest as Endorsement);
    const { electionId, boardHead, counted } = honest as Endorsement;
    const other = signEndorsement({ electionId, boardHead, counted, aggregateHash: boardHead, trustee: 2 }, desks[1]!.keys.signing);
    expect((await sendEndorsement(1, other)).status).toBe(200);
    expect(await state()).toBe('FAILED');
    const failed = await board();
    expect(failed.result).toMatchObject({ outcome: 'FAILED', failure: 'DISAGREEMENT' });
    expect((await verifyBoard(failed)).findings.filter(({ fault }) => fault !== null)).toEqual([]);
    expect(await sendEndorsement(0, honest as Endorsement)).toMatchObject({ status: 409, body: { code: 'BALLOT_WRONG_STATE' } });
  });

  it('is declared failed by HR only for what has failed', async () => {
    await setUp();
    await vote(['ara', 'bomi', 'chan']);
    const fail = (failure: string) => district.hr.post(url('/failure'), { failure, reason: '관리인 부재' });
    expect(await fail('SHARES')).toMatchObject({ status: 409, body: { code: 'FAILURE_UNFOUNDED' } });
    app.clock.moveTo(CHECKED);
    expect(await fail('ENDORSEMENTS')).toMatchObject({ status: 200, body: { state: 'FAILED' } });
    const failed = await board();
    expect((await verifyBoard(failed)).findings.filter(({ fault }) => fault !== null)).toEqual([]);
  });
});
