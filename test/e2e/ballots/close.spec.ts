import { verifyBoard, type Board, type Receipt } from '#ballot-box';
import pg from 'pg';
import { asSuperuser, databaseUrl } from '../../support/cluster.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { until } from '../jobs/support/until.js';
import { BALLOT, createBallotDistrict, type BallotDistrict } from './ballot-district.js';
import { openBallot, type OpenBallot } from './open-ballot.js';

const BALLOTS = 500;
const VOTERS = ['ara', 'bomi', 'chan', 'dara', 'eun'] as const;

describe('the deadline of a ballot', () => {
  let app: TestApp;
  let district: BallotDistrict;
  let ballot: OpenBallot;

  beforeEach(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createBallotDistrict(app);
    ballot = await openBallot(app, district, { method: 'plurality' });
  }, 90_000);
  afterEach(() => app.dispose(), 60_000);

  const published = async (): Promise<Board> => (await district.hr.get<Board>(`/api/ballots/${ballot.id}/board`)).body;

  it(`${BALLOTS} ballots across it: each has a receipt and stands on the board, or has neither`, async () => {
    const booths = await Promise.all(VOTERS.map((voter) => ballot.booth(voter)));
    const receipts: Receipt[] = [];
    const refusals: string[] = [];
    let sent = 0;
    let closing: Promise<unknown> = Promise.resolve();
    // Five voters vote again and again, each ballot from two tabs at once; the deadline comes when half are sent.
    await Promise.all(booths.map(async (booth, at) => {
      const content = [booth.encrypt([[at % 4]]), booth.encrypt([[(at + 1) % 4]])] as const;
      for (let time = 0; time < BALLOTS / VOTERS.length; time++) {
        const chosen = content[time % 2 === 0 ? 0 : 1];
        const envelope = await booth.envelope(chosen);
        if (++sent === BALLOTS / 2) {
          app.clock.moveTo(BALLOT.closesAt);
          closing = app.runJobs();
        }
        const [one, other] = await Promise.all([booth.send(envelope, chosen), booth.send(envelope, chosen)]);
        for (const { status, body } of [one, other]) {
          if (status === 201) receipts.push(body);
          else refusals.push(`${status} ${body.code}`);
        }
        if (one.status === 201 && other.status === 201) expect(other.body).toEqual(one.body);
      }
    }));
    await closing;
    await app.runJobs();
    const board = await published();
    const trackers = new Set(receipts.map(({ tracker }) => tracker));
    expect(sent).toBe(BALLOTS);
    expect([...new Set(refusals)]).toEqual(['409 BALLOT_NOT_OPEN']);
    expect(trackers.size).toBeGreaterThanOrEqual(BALLOTS / 2 - VOTERS.length);
    expect(trackers.size).toBeLessThanOrEqual(BALLOTS / 2 + VOTERS.length);
    expect(board.close).toMatchObject({ entries: trackers.size, intakeCount: trackers.size });
    const { holds, aggregate } = await verifyBoard(board, { stage: 'closed', receipts });
    expect([holds, aggregate?.counted]).toEqual([true, VOTERS.length]);
  }, 300_000);

  it('the close waits for a ballot that came in time and is still being taken', async () => {
    await (await ballot.booth('ara')).cast([[0]]);
    await app.runJobs();
    const booth = await ballot.booth('bomi');
    const content = booth.encrypt([[1]]);
    const envelope = await booth.envelope(content);
    const waiting = async (): Promise<number> => (await asSuperuser<{ count: number }>(app.name, `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`))[0]!.count;
    // Somebody else has the number that the ballot needs.
    const holder = new pg.Client({ connectionString: databaseUrl(app.name) });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT taken FROM ballot_intake_counter FOR UPDATE');
    const casting = booth.send(envelope, content);
    await until(async () => (await waiting()) === 1);
    app.clock.moveTo(BALLOT.closesAt);
    const closing = app.runJobs();
    await Promise.race([closing, until(async () => (await waiting()) === 2)]);
    await holder.query('COMMIT');
    await holder.end();
    const answer = await casting;
    await closing;
    await app.runJobs();
    const board = await published();
    expect([answer.status, board.close?.intakeCount]).toEqual([201, 2]);
    expect((await verifyBoard(board, { stage: 'closed', receipts: [answer.body] })).findings.filter(({ fault }) => fault !== null)).toEqual([]);
  });

  it('nothing is endorsed while a ballot that was taken does not stand on the board', async () => {
    for (const voter of VOTERS) await (await ballot.booth(voter)).cast([[0]]);
    await asSuperuser(app.name, `DELETE FROM job WHERE type = 'ballot.check'`);
    await asSuperuser(app.name, `UPDATE job SET run_at = '2027-01-01' WHERE type = 'ballot.sweep' AND state = 'WAITING'`);
    app.clock.moveTo('2026-12-10T00:00:00Z');
    await app.runJobs();
    expect((await published()).close).toBeNull();
    const hash = ballot.open.electionId;
    const answer = await ballot.trustees[0]!.client.post(`/api/me/ballots/${ballot.id}/endorsement`, { boardHead: hash, aggregateHash: hash, counted: 5, signature: 'A'.repeat(86) });
    expect(answer).toMatchObject({ status: 409, body: { code: 'BOARD_NOT_CLOSED' } });
    expect(await asSuperuser(app.name, 'SELECT count(*)::int AS pending FROM ballot_intake WHERE NOT entered')).toEqual([{ pending: 5 }]);
  });
});
