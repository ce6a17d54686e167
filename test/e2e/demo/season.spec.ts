import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyBoard } from '#ballot-box';
import { mechanismCodes } from '#matching';
import { DEMO_REFERENCE_DATE, DEMO_SEED } from '../../../apps/cli/demo-district/index.js';
import { castOf, storyOn } from '../../../apps/cli/demo-loader/index.js';
import { startSeason } from '../../../apps/cli/commands/demo/season/open-season.js';
import { playSeason } from '../../../apps/cli/commands/demo/season/play.js';
import { searchSeason } from '../../../apps/cli/commands/demo/stages/search-choices.js';
import type { Season } from '../../../apps/cli/commands/demo/season/season.js';
import { ballotFigures } from '../../../apps/cli/commands/demo/summary/ballot-figures.js';
import { summarise, type Summary } from '../../../apps/cli/commands/demo/summary/summary.js';
import { Progress } from '../../../apps/cli/commands/demo/terminal/progress.js';
import { asSuperuser } from '../../support/cluster.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

/** Every so manieth of the lists beside those of the displaced, and hardly any preparation: the season in a minute. */
const LISTS_EVERY = 12;
const PREPARATION_EVERY = 40;
/** Few managers vote. */
const TURNOUT = { share: 0.06, quorum: 20 };

describe('a small season', () => {
  let db: TestDatabase;
  let folder: string;
  let season: Season;
  let summary: Summary;
  const written: string[] = [];
  const logged: string[] = [];

  beforeAll(async () => {
    db = await createTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'jari-season-'));
    const whole = storyOn(DEMO_REFERENCE_DATE, DEMO_SEED);
    const lists = whole.lists
      .filter(({ displaced }, index) => displaced || index % LISTS_EVERY === 0)
      .map((list, index) => (index % PREPARATION_EVERY === 0 ? list : { ...list, preparation: [] }));
    const progress = new Progress({ write: (text) => void written.push(text) });
    season = await startSeason({ databaseUrl: db.url, story: { ...whole, lists }, seed: DEMO_SEED, progress, log: (line) => void logged.push(line), root: process.cwd(), folder, turnout: TURNOUT });
    await playSeason(season);
    summary = summarise(season.record, lists.length, season.elections.map(ballotFigures));
  }, 600_000);
  afterAll(async () => {
    await season?.product.close();
    await db.dispose();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const count = async (sql: string): Promise<number> => (await asSuperuser<{ n: number }>(db.name, `SELECT count(*)::int AS n FROM ${sql}`))[0]?.n ?? -1;

  it('leaves nobody without an outcome and places everybody displaced', async () => {
    const { participants, placed, byRank, stayed, unmet, outOfWish, excluded, displaced } = summary.round;
    expect(placed + stayed + unmet + outOfWish + excluded).toBe(participants);
    expect(byRank.reduce((sum, people) => sum + people, 0)).toBe(placed);
    expect(unmet).toBe(0);
    expect(displaced).toEqual({ people: 24, placed: 24 });
    expect(await count(`round_participant WHERE state = 'PLACED'`)).toBe(placed);
    expect(await count(`round_participant WHERE state = 'OUT_OF_WISH'`)).toBe(outOfWish);
  });

  it('stands in the database as the summary says', async () => {
    expect(await count(`placement_round WHERE state = 'ORDERED'`)).toBe(1);
    expect(await count('order_item')).toBe(summary.orders.issued);
    expect(summary.orders.issued).toBe(summary.round.placed + summary.round.outOfWish + summary.orders.planned);
    expect(await count('check_in')).toBe(summary.wishes.checkIns);
    expect(summary.wishes.checkIns).toBeGreaterThan(0);
    expect(await count(`wish_list WHERE state = 'FILED'`)).toBe(summary.wishes.filed);
    expect(await count(`placement_override WHERE state = 'APPROVED'`)).toBe(summary.round.overrides);
    expect(await count(`round_violation WHERE state = 'OPEN'`)).toBe(0);
    expect(await count(`grievance WHERE state = 'ANSWERED'`)).toBe(summary.grievances.answered);
    expect(summary.grievances.opened).toBe(summary.grievances.answered);
    expect(summary.grievances.opened).toBeGreaterThan(0);
    expect(await count(`placement_run WHERE state = 'DONE'`)).toBe(summary.scenarios.length);
    expect(summary.scenarios.length + season.record.refused.length).toBe(mechanismCodes().length + 2);
    expect(summary.adoption).toMatchObject({ mechanism: 'da-star', worseOff: 0 });
    expect(await count(`placement_run WHERE hash = '${summary.round.hash}'`)).toBe(1);
  });

  it('chooses two heads by ballots that a stranger recounts', async () => {
    const [ranked, plain] = summary.ballots;
    expect(summary.ballots).toHaveLength(2);
    expect(ranked).toMatchObject({ position: '행정지원과장', eligible: 479, cast: 29, rejected: 2, method: 'schulze', outcome: expect.stringMatching(/^(ELECTED|TIED)$/) });
    expect(plain).toMatchObject({ position: '기획예산과장', eligible: 479, cast: 29, rejected: 2, method: 'plurality', outcome: expect.stringMatching(/^(ELECTED|TIED)$/) });
    for (const { board, receipts, plan } of season.elections) {
      const { findings } = await verifyBoard(board, { receipts });
      expect(findings.filter(({ fault }) => fault !== null)).toEqual([]);
      expect(board?.entries.filter(({ type }) => type === 'rejected')).toMatchObject([{ reason: 'BAD_PROOF' }, { reason: 'BAD_PROOF' }]);
      expect(board?.endorsements.map(({ trustee }) => trustee)).toEqual([1, 2, 4, 5]);
      expect(board?.spec).toMatchObject({ registrar: 'separate', n: 5, k: 3, e: 4, quorum: TURNOUT.quorum });
      expect(receipts).toHaveLength(plan.votes.length + 2);
    }
  });

  it('leaves no choice in the database or the log, and would have found one', async () => {
    expect(season.record.searched?.rows).toBeGreaterThan(10_000);
    expect((await searchSeason(season)).findings).toEqual([]);
    const [election] = season.elections;
    const vote = election?.plan.votes[0];
    const names = election?.plan.candidates.map(({ employeeNumber }) => employeeNumber) ?? [];
    await asSuperuser(db.name, `UPDATE account SET sign_in_name = sign_in_name || ' ${vote?.choice.join(' > ')}' WHERE sign_in_name = '${names[0]}'`);
    expect((await searchSeason(season)).findings).toEqual([{ place: 'account', leak: 'RANKING' }]);
    await asSuperuser(db.name, `UPDATE account SET sign_in_name = '${names[0]}' WHERE sign_in_name LIKE '${names[0]} %'`);
  });

  it('carries out what the mayor decided after each ballot, and lets the heads of before change places', async () => {
    expect(season.elections.map(({ decision }) => decision?.kind)).toEqual(['COUNTERSIGNED', 'DEVIATED']);
    expect(await count(`ballot WHERE state = 'DECIDED'`)).toBe(2);
    expect(summary.orders.planned).toBe(4);
    expect(await count(`planned_assignment WHERE state = 'TAKEN_UP'`)).toBe(4);
    for (const { plan, decision } of season.elections) {
      const holders = await asSuperuser<{ number: string }>(db.name,
        `SELECT e.employee_number AS number FROM assignment a JOIN employee e ON e.id = a.employee_id JOIN position p ON p.id = a.position_id WHERE p.code = '${plan.positionCode}' AND a.ended_on IS NULL`);
      expect(holders).toEqual([{ number: decision?.appointed }]);
    }
  });

  it('ends with an audit log that is whole, and without a failure of the product', () => {
    expect(season.record.audit?.intact).toBe(true);
    expect(logged).toEqual([]);
  });

  it('told each person why, in both languages', () => {
    expect(season.record.results).toHaveLength(summary.round.participants);
    for (const { sentence } of season.record.results) {
      expect(sentence?.ko.length).toBeGreaterThan(5);
      expect(sentence?.en.length).toBeGreaterThan(5);
    }
  });

  it('says 가상 데이터 on every export', () => {
    expect([...season.record.pages.keys()]).toEqual(expect.arrayContaining(['committee-pack.html', 'committee-pack.json', 'order.html', 'order.csv', 'season-report.json', 'season-report.csv']));
    for (const [name, page] of season.record.pages) expect([name, page.includes('가상 데이터')]).toEqual([name, true]);
  });

  it('wrote one line of progress a stage', () => {
    expect(written.length).toBe(season.progress.times.length);
    expect(season.progress.times.length).toBeGreaterThan(25);
  });
});

describe('the cast', () => {
  it('is made of different people, none of whom decides about a round of theirs', () => {
    const story = storyOn(DEMO_REFERENCE_DATE, DEMO_SEED);
    const { employee, manager, departmentHead, hrOfficers, auditor } = castOf(story);
    const numbers = [employee, manager, departmentHead, ...hrOfficers, auditor].map(({ employeeNumber }) => employeeNumber);
    expect(new Set(numbers).size).toBe(6);
    const listed = new Set(story.lists.map(({ employeeNumber }) => employeeNumber));
    for (const officer of [...hrOfficers, auditor]) expect(listed.has(officer.employeeNumber)).toBe(false);
    expect(listed.has(employee.employeeNumber)).toBe(true);
  });
});
