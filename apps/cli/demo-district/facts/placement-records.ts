import { addMonths } from '../dates.js';
import { type Directory } from '../directory.js';
import { type DemoEmployee, type DemoPlace, type DemoRecord, type DemoUnit } from '../model.js';
import { stream, type Random } from '../random.js';

const CENTRE: DemoPlace = { latitude: 37, longitude: 125 };
const COLUMNS = 5;
/** About two kilometres. */
const GRID = 0.02;
/** Half of the staff live in the district, the others up to some fifteen kilometres away. */
const LIVE_INSIDE = 0.5;
const OUTSIDE = 0.13;

const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;
const around = (place: DemoPlace, spread: number, random: Random): DemoPlace => ({
  latitude: round(place.latitude + (random.next() - 0.5) * 2 * spread), longitude: round(place.longitude + (random.next() - 0.5) * 2 * spread),
});

/** The dong on a grid, in the order of their codes. */
export const dongPlaces = (units: readonly DemoUnit[]): ReadonlyMap<string, DemoPlace> =>
  new Map(units.filter(({ type }) => type === 'DONG').map(({ code }) => code).sort().map((code, index) => [code, {
    latitude: round(CENTRE.latitude + Math.floor(index / COLUMNS) * GRID), longitude: round(CENTRE.longitude + (index % COLUMNS) * GRID),
  }]));

/** Months between two days, roughly; a personnel card knows no better for the years before. */
const monthsBetween = (from: string, until: string): number => {
  let months = 0;
  while (months < 480 && addMonths(from, months + 1) <= until) months += 1;
  return months;
};

/**
 * Where everybody lives and in which divisions they served before the present post: a post or two a decade, mostly
 * elsewhere, as long as the time since they entered the service allows.
 */
export function buildRecords(units: readonly DemoUnit[], employees: readonly DemoEmployee[], lookUp: Directory, seed: number): DemoRecord[] {
  const random = stream(seed, 'records');
  const dongs = [...dongPlaces(units).values()];
  const divisions = [...new Set(units.filter(({ type }) => type === 'DEPARTMENT' || type === 'DONG').map(({ code }) => code))].sort();
  return employees.map(({ employeeNumber, hiredOn, postedOn, positionCode }) => {
    const home = random.chance(LIVE_INSIDE) ? around(random.pick(dongs), GRID / 2, random) : around(random.pick(dongs), OUTSIDE, random);
    const present = lookUp.division(lookUp.position(positionCode).unitCode).code;
    const service: { unitCode: string; months: number }[] = [];
    for (let left = monthsBetween(hiredOn, postedOn); left >= 12 && service.length < 4;) {
      const months = Math.min(left, random.between(12, 36));
      const unitCode = random.pick(divisions);
      if (unitCode !== present && !service.some((one) => one.unitCode === unitCode)) service.push({ unitCode, months });
      left -= months;
    }
    return { employeeNumber, home, service };
  });
}
