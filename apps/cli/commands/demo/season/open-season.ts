import { mkdirSync, writeFileSync, appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { SimulatedClock } from '#platform';
import { DEMO_REFERENCE_DATE } from '../../../demo-district/index.js';
import { castOf, DEMO_PASSWORD, storyOn, type DemoStory } from '../../../demo-loader/index.js';
import { Booths } from '../ballots/booths.js';
import { FULL_TURNOUT, planElections, type Turnout } from '../ballots/election-plan.js';
import { newElection } from '../ballots/election.js';
import { Offices } from '../ballots/offices.js';
import { People } from '../http/people.js';
import type { Progress } from '../terminal/progress.js';
import { DAYS } from './calendar.js';
import { openDemoDatabase } from './demo-database.js';
import { startProduct } from './demo-product.js';
import type { Season } from './season.js';
import { emptyRecord } from './season-record.js';

export interface OpenSeason {
  readonly season: Season;
  /** Where the season's database can be looked at. */
  readonly place: string;
  /** A second call awaits the first. */
  close(): Promise<void>;
}

export interface SeasonSettings {
  readonly root: string;
  readonly databaseUrl: string | undefined;
  readonly seed: number;
  readonly progress: Progress;
}

export interface NewSeason {
  /** A migrated database without organisations. */
  readonly databaseUrl: string;
  readonly story: DemoStory;
  readonly seed: number;
  readonly progress: Progress;
  readonly log: (line: string) => void;
  /** Of the clone: the offices' commands stand below it. */
  readonly root: string;
  /** Where trustees and audit office keep their key folders. */
  readonly folder: string;
  /** Who votes; nine in ten without it. */
  readonly turnout?: Turnout;
}

/** The product on a database, on the morning of the first day. Close `product` after use. */
export const startSeason = async ({ databaseUrl, story, seed, progress, log, root, folder, turnout = FULL_TURNOUT }: NewSeason): Promise<Season> => {
  const clock = new SimulatedClock(`${DAYS.start}T08:00:00+09:00`);
  const cast = castOf(story);
  const elections = planElections(story, seed, turnout).map(newElection);
  const product = await startProduct(databaseUrl, clock, log);
  const people = new People(product.origin, clock, DEMO_PASSWORD);
  const booths = new Booths();
  const offices = new Offices({ root, folder, server: product.origin, password: DEMO_PASSWORD, auditor: cast.auditor.employeeNumber, now: () => clock.now() });
  const close = async (): Promise<void> => {
    offices.close();
    await booths.close();
    await product.close();
  };
  return {
    story, clock, product: { ...product, close }, progress, cast, people, elections, booths, offices,
    codes: { units: new Map(), positions: new Map(), employees: new Map() }, record: emptyRecord(), seed: String(seed),
  };
};

/** Database, product and people, ready for the first day. Whatever fails later, `close` leaves no process behind. */
export const openSeason = async ({ root, databaseUrl, seed, progress }: SeasonSettings): Promise<OpenSeason> => {
  const folder = join(root, 'var', 'demo');
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, 'api.log');
  writeFileSync(logFile, '');
  const log = (line: string): void => appendFileSync(logFile, line);
  const database = await progress.stage({ ko: '데이터베이스 준비', en: 'database made anew' }, 0, () => openDemoDatabase(root, databaseUrl, log));
  try {
    const season = await startSeason({ databaseUrl: database.url, story: storyOn(DEMO_REFERENCE_DATE, seed), seed, progress, log, root, folder });
    let closing: Promise<void> | undefined;
    const close = async (): Promise<void> => {
      try {
        await season.product.close();
      } finally {
        await database.close();
      }
    };
    return { season, place: database.place, close: () => (closing ??= close()) };
  } catch (error) {
    await database.close();
    throw error;
  }
};
