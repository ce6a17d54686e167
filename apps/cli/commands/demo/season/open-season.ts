import { mkdirSync, writeFileSync, appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { SimulatedClock } from '#platform';
import { DEMO_REFERENCE_DATE } from '../../../demo-district/index.js';
import { castOf, DEMO_PASSWORD, storyOn } from '../../../demo-loader/index.js';
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
  close(): Promise<void>;
}

export interface SeasonSettings {
  readonly root: string;
  readonly databaseUrl: string | undefined;
  readonly seed: number;
  readonly progress: Progress;
}

/** Database, product and people, ready for the first day. Whatever fails later, `close` leaves no process behind. */
export const openSeason = async ({ root, databaseUrl, seed, progress }: SeasonSettings): Promise<OpenSeason> => {
  const folder = join(root, 'var', 'demo');
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, 'api.log');
  writeFileSync(logFile, '');
  const log = (line: string): void => appendFileSync(logFile, line);
  const clock = new SimulatedClock(`${DAYS.start}T08:00:00+09:00`);
  const database = await progress.stage({ ko: '데이터베이스 준비', en: 'database made anew' }, 0, () => openDemoDatabase(root, databaseUrl, log));
  try {
    const product = await startProduct(database.url, clock, log);
    const story = storyOn(DEMO_REFERENCE_DATE, seed);
    const season: Season = {
      story, clock, product, progress, cast: castOf(story), people: new People(product.origin, clock, DEMO_PASSWORD),
      codes: { units: new Map(), positions: new Map(), employees: new Map() }, record: emptyRecord(), seed: String(seed),
    };
    return {
      season, place: database.place,
      close: async () => {
        await product.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
};
