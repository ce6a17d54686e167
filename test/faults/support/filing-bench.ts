import { until } from '../../e2e/jobs/support/until.js';
import { openFaultDatabase, type FaultDatabase } from './fault-database.js';
import { FilingTab, type Attempt, type FilingPerson } from './filing-tab.js';
import { freePort, startApi, type ProductProcess } from './product-process.js';
import { signIn } from './sign-in.js';

export interface Tabs {
  /** Saves that were answered with success so far. */
  acknowledged(): number;
  /** Requests that a kill left without an answer, or with 503. */
  interrupted(): number;
  /** Answers that no client should ever see. */
  failures(): readonly string[];
  attempts(): readonly Attempt[];
  untilEachSavedAgain(): Promise<void>;
  stop(): Promise<void>;
}

/** The API in a process of its own on a database of its own, and people of the demo district with two open tabs each. */
export interface FilingBench {
  readonly database: FaultDatabase;
  readonly api: { kill(): Promise<void> };
  readonly people: readonly FilingPerson[];
  /** Starts again whatever is dead, and waits until the API answers. */
  restart(): Promise<void>;
  startTabs(): Tabs;
  /** Requests that the API itself says it failed at, over all its lives. */
  internalErrors(): readonly string[];
  dispose(): Promise<void>;
}

const TABS_EACH = 2;

/** Regular staff in post with an account that opens with the demo password. */
const choosePeople = async (database: FaultDatabase, count: number): Promise<readonly { readonly employeeId: string; readonly signInName: string; readonly current: string }[]> => {
  const people = await database.ask<{ employeeId: string; signInName: string; current: string; accountId: string }>(
    `SELECT e.id AS "employeeId", c.sign_in_name AS "signInName", a.position_id AS current, c.id AS "accountId"
     FROM employee e JOIN assignment a ON a.employee_id = e.id AND a.ended_on IS NULL JOIN account c ON c.employee_id = e.id
     ORDER BY (SELECT version FROM wish_list l WHERE l.employee_id = e.id) NULLS FIRST, e.employee_number LIMIT $1`, [count],
  );
  await database.ask(
    `UPDATE account SET state = 'ACTIVE', password_hash = (SELECT password_hash FROM account WHERE sign_in_name = 'mayor') WHERE id = ANY($1::uuid[])`,
    [people.map(({ accountId }) => accountId)],
  );
  return people;
};

export const openFilingBench = async (count: number): Promise<FilingBench> => {
  const database = await openFaultDatabase();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const launch = (): Promise<ProductProcess> => startApi({ databaseUrl: database.url }, port);
  const lives: ProductProcess[] = [];
  let api = await launch();
  lives.push(api);
  let databaseRuns = true;
  const isReady = (): Promise<boolean> => fetch(`${origin}/health/ready`).then(({ ok }) => ok, () => false);

  const chosen = await choosePeople(database, count);
  const posts = (await database.ask<{ id: string }>('SELECT id FROM position WHERE valid_to IS NULL ORDER BY code LIMIT 60')).map(({ id }) => id);
  const people: FilingPerson[] = [];
  for (const { employeeId, signInName, current } of chosen) {
    people.push({ employeeId, posts: posts.filter((id) => id !== current), client: await signIn(origin, signInName) });
  }
  return {
    people,
    database: {
      ...database,
      async kill() {
        databaseRuns = false;
        await database.kill();
      },
    },
    api: { kill: () => api.kill() },
    async restart() {
      if (!databaseRuns) await database.restart();
      databaseRuns = true;
      // Only what was killed: an API whose database went away has to find it again by itself.
      if (!api.isRunning()) lives.push((api = await launch()));
      await until(isReady);
    },
    startTabs() {
      const tabs = people.flatMap((person) => Array.from({ length: TABS_EACH }, (_, index) => new FilingTab(person, `${index}`, isReady)));
      const running = tabs.map((tab) => tab.run());
      const attempts = (): Attempt[] => tabs.flatMap((tab) => tab.attempts);
      const sum = (count: (tab: FilingTab) => number): number => tabs.reduce((total, tab) => total + count(tab), 0);
      return {
        acknowledged: () => sum((tab) => tab.acknowledged),
        interrupted: () => sum((tab) => tab.interrupted),
        failures: () => tabs.flatMap((tab) => tab.failures),
        attempts,
        async untilEachSavedAgain() {
          const before = new Map(tabs.map((tab) => [tab, tab.acknowledged]));
          await until(() => tabs.every((tab) => tab.acknowledged > (before.get(tab) ?? 0) || tab.failures.length > 0), 60_000);
        },
        async stop() {
          for (const tab of tabs) tab.stop();
          await Promise.all(running);
        },
      };
    },
    internalErrors: () => lives.flatMap((life) => life.log().split('\n').filter((line) => line.includes('"status":500'))),
    async dispose() {
      await api.kill();
      await database.dispose();
    },
  };
};
