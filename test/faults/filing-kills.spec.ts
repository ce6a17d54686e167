import { openFilingBench, type FilingBench } from './support/filing-bench.js';
import { expectNothingLostOrMixed } from './support/filing-audit.js';
import { until } from '../e2e/jobs/support/until.js';
import { chance } from '../support/made-up-requests.js';

const FULL = process.env.JARI_TEST_FULL === '1';
const PEOPLE = FULL ? 40 : 12;
const KILLS = FULL ? 42 : 4;
/** What dies, in turn: the API, the database under it, or both at once. */
const VICTIMS = [['api'], ['database'], ['api', 'database'], ['api'], ['database']] as const;

let bench: FilingBench;

beforeAll(async () => {
  bench = await openFilingBench(PEOPLE);
}, 120_000);
afterAll(() => bench.dispose(), 60_000);

test(`${PEOPLE} people, each with two tabs, file while API and database are killed ${KILLS} times`, async () => {
  const random = chance('filing-kills');
  const tabs = bench.startTabs();
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = tabs.acknowledged();
      const moment = Math.floor(random() * 5 * PEOPLE);
      await until(() => tabs.acknowledged() - before > moment, 60_000);
      for (const victim of VICTIMS[kill % VICTIMS.length] ?? []) await bench[victim].kill();
      await bench.restart();
      expect(bench.internalErrors()).toEqual([]);
      expect(tabs.failures()).toEqual([]);
    }
    await tabs.untilEachSavedAgain();
  } finally {
    await tabs.stop();
  }
  expect(tabs.failures()).toEqual([]);
  // A kill that hits nobody proves nothing.
  expect(tabs.interrupted()).toBeGreaterThan(KILLS);
  await expectNothingLostOrMixed(bench, tabs.attempts());
}, FULL ? 1_200_000 : 180_000);
