import type { Receipt } from '#ballot-box';
import { asSuperuser, databaseUrl } from '../../support/cluster.js';
import { createTestApp, type Answer, type TestApp } from '../../support/test-app.js';
import { until } from '../jobs/support/until.js';
import { createBallotDistrict, type BallotDistrict } from './ballot-district.js';
import { openBallot, ranking, type OpenBallot } from './open-ballot.js';
import pg from 'pg';

const VOTERS = ['ara', 'bomi', 'chan', 'dara', 'eun'] as const;

describe('casts that come at one moment', () => {
  let app: TestApp;
  let district: BallotDistrict;
  let ballot: OpenBallot;
  let holder: pg.Client;

  beforeEach(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createBallotDistrict(app);
    ballot = await openBallot(app, district);
    holder = new pg.Client({ connectionString: databaseUrl(app.name) });
    await holder.connect();
  }, 90_000);
  afterEach(async () => {
    await holder.end();
    await app.dispose();
  }, 60_000);

  type CastAnswer = Answer<Receipt & { code: string }>;
  const indexes = async (): Promise<number[]> => (await asSuperuser<{ index: number }>(app.name, 'SELECT intake_index AS index FROM ballot_intake ORDER BY 1')).map(({ index }) => index);
  const commits = async (): Promise<number> => Number((await asSuperuser<{ commits: string }>(app.name, 'SELECT count(DISTINCT xmin::text) AS commits FROM ballot_intake'))[0]?.commits);
  /** Who is in a transaction of intake and waits for a lock of the holder. */
  const waitingForLocks = async (): Promise<number> =>
    (await asSuperuser(app.name, `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).length;
  /** Sends one vote of each, of which the first has its receipt signed and waits to write its row; the others wait for it. */
  const sendAll = async (): Promise<{ answers: Promise<CastAnswer>[]; answered: () => number }> => {
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE ballot_intake IN SHARE MODE');
    let answered = 0;
    const answers: Promise<CastAnswer>[] = [];
    for (const name of VOTERS) {
      const booth = await ballot.booth(name);
      const content = booth.encrypt(ranking(0, 1, 2, 3));
      const answer = booth.send(await booth.envelope(content), content);
      void answer.then(() => { answered += 1; }, () => undefined);
      answers.push(answer);
      if (name === 'ara') await until(async () => (await waitingForLocks()) === 1);
    }
    return { answers, answered: () => answered };
  };

  it('are committed together, and nobody has a receipt before the commit', async () => {
    const { answers, answered } = await sendAll();
    expect([answered(), await indexes()]).toEqual([0, []]);
    await holder.query('ROLLBACK');
    const all = await Promise.all(answers);
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(all.map(({ body }) => body.intakeIndex).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(await indexes()).toEqual([1, 2, 3, 4, 5]);
    expect(await commits()).toBeLessThan(5);
    await app.runJobs();
    expect(await asSuperuser(app.name, 'SELECT 1 FROM ballot_board_entry')).toHaveLength(5);
  });

  it('do not share the fault of one of them', async () => {
    const { body } = await (await district.as('chan')).get<{ slot: number }>(`/api/me/ballots/${ballot.id}/credential`);
    await asSuperuser(app.name, `CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.slot = ${body.slot} THEN RAISE EXCEPTION 'no' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$`);
    await asSuperuser(app.name, 'CREATE TRIGGER refuse_one BEFORE INSERT ON ballot_intake FOR EACH ROW EXECUTE FUNCTION refuse_one()');
    const { answers } = await sendAll();
    await holder.query('ROLLBACK');
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([201, 201, 500, 201, 201]);
    expect(await indexes()).toEqual([1, 2, 3, 4]);
  });

  it('are told to try again when the connection goes away under them, and are taken once then', async () => {
    const { answers } = await sendAll();
    await asSuperuser(app.name, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
    await holder.query('ROLLBACK');
    const all = await Promise.all(answers);
    expect(all[0]).toMatchObject({ status: 503 });
    expect(await indexes()).toEqual(Array.from({ length: all.filter(({ status }) => status === 201).length }, (_, at) => at + 1));
  });
});
