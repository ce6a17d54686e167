import type { SimulatedClock } from '#platform';
import type { Cast, DemoStory } from '../../../demo-loader/index.js';
import type { Booths } from '../ballots/booths.js';
import type { Election } from '../ballots/election.js';
import type { Offices } from '../ballots/offices.js';
import { ApiError } from '../http/api-error.js';
import type { People } from '../http/people.js';
import type { Person } from '../http/person.js';
import type { Progress } from '../terminal/progress.js';
import type { DemoProduct } from './demo-product.js';
import type { SeasonRecord } from './season-record.js';

/** Ids by code, read from the product once the files are in. */
export interface Codes {
  readonly units: Map<string, string>;
  readonly positions: Map<string, string>;
  readonly employees: Map<string, string>;
}

/** What every stage works with. */
export interface Season {
  readonly story: DemoStory;
  readonly cast: Cast;
  readonly clock: SimulatedClock;
  readonly product: DemoProduct;
  readonly people: People;
  readonly progress: Progress;
  readonly codes: Codes;
  readonly record: SeasonRecord;
  /** The ballots on two headships, and who runs them beside HR: voters' machines, trustees, audit office. */
  readonly elections: readonly Election[];
  readonly booths: Booths;
  readonly offices: Offices;
  /** Published with the notice. */
  readonly seed: string;
}

/** One step of the season, in the order of the calendar. */
export type Stage = (season: Season) => Promise<void>;

const find = (map: ReadonlyMap<string, string>, code: string): string => {
  const id = map.get(code);
  if (id === undefined) throw new RangeError(`The product knows nothing called ${code}`);
  return id;
};

export const unitId = ({ codes }: Season, code: string): string => find(codes.units, code);
export const positionId = ({ codes }: Season, code: string): string => find(codes.positions, code);
export const employeeId = ({ codes }: Season, number: string): string => find(codes.employees, number);

export const hr = ({ people, cast }: Season): Person => people.as(cast.hrOfficers[0].employeeNumber);
/** The second pair of eyes. */
export const secondHr = ({ people, cast }: Season): Person => people.as(cast.hrOfficers[1].employeeNumber);
export const auditor = ({ people, cast }: Season): Person => people.as(cast.auditor.employeeNumber);

/** Moves the season's clock to a moment of Korea; a moment that has passed is none. */
export const goTo = ({ clock }: Season, day: string, time = '09:00'): void => {
  const moment = new Date(`${day}T${time}:00+09:00`);
  if (moment > clock.now()) clock.moveTo(moment);
};

/** Work of HR: by the first officer, and by the second where the first has stood aside. */
export const byAnOfficer = async <T>(season: Season, work: (officer: Person) => Promise<T>): Promise<T> => {
  try {
    return await work(hr(season));
  } catch (error) {
    if (error instanceof ApiError && error.code === 'OFFICER_RECUSED') return work(secondHr(season));
    throw error;
  }
};
