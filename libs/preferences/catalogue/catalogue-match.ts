import type { CatalogueFilter } from './catalogue-filter.js';
import { vacanciesOf, type CatalogueRow } from './catalogue-post.js';
import type { UnitStep } from './unit-paths.js';

/** A post with what the filters ask about it. */
export interface Candidacy {
  readonly row: CatalogueRow;
  readonly path: readonly UnitStep[];
  /** The place of the unit in the list of all units. */
  readonly unitRank: number;
  /** null when nobody's fit is asked for */
  readonly qualifies: boolean | null;
}

type Test = (candidacy: Candidacy) => boolean;

const folded = (text: string): string => text.normalize('NFC').toLowerCase();

const contains = (wanted: string): Test => {
  const needle = folded(wanted.trim());
  const matches = (text: string | null): boolean => text !== null && folded(text).includes(needle);
  // Many posts share a path, which is the same list for all of them.
  const paths = new Map<readonly UnitStep[], boolean>();
  const pathMatches = (path: readonly UnitStep[]): boolean => {
    const known = paths.get(path);
    if (known !== undefined) return known;
    const found = path.some((unit) => matches(unit.name) || matches(unit.nameEn));
    paths.set(path, found);
    return found;
  };
  return ({ row, path }) => pathMatches(path) || matches(row.duty) || matches(row.dutyEn) || matches(row.code);
};

/** One test for the whole filter; parts that are not given narrow nothing. */
export const catalogueTest = (filter: CatalogueFilter): Test => {
  const { unitId, unitType, grade, jobSeries, headship, heavyWorkload, specialist, text } = filter;
  const tests: Test[] = [];
  if (unitId !== undefined) tests.push(({ path }) => path.some(({ id }) => id === unitId));
  if (unitType !== undefined) tests.push(({ path }) => path.some(({ type }) => type === unitType));
  if (grade !== undefined) tests.push(({ row }) => grade >= row.highestGrade && grade <= row.lowestGrade);
  if (jobSeries !== undefined) tests.push(({ row }) => row.jobSeries.length === 0 || row.jobSeries.includes(jobSeries));
  if (headship !== undefined) tests.push(({ row }) => (row.headship ?? 'NONE') === headship);
  if (heavyWorkload !== undefined) tests.push(({ row }) => row.heavyWorkload === heavyWorkload);
  if (specialist !== undefined) tests.push(({ row }) => row.specialist === specialist);
  if (filter.vacantOnly === true) tests.push(({ row }) => vacanciesOf(row) > 0);
  if (filter.favouritesOnly === true) tests.push(({ row }) => row.favourite);
  if (filter.qualifiesOnly === true) tests.push(({ qualifies }) => qualifies === true);
  if (text !== undefined && text.trim() !== '') tests.push(contains(text));
  return (candidacy) => tests.every((test) => test(candidacy));
};

/** There is no order by demand: a public ranking of unwanted posts would shame the people in them. */
export const CATALOGUE_SORTS = ['UNIT', 'DUTY', 'GRADE', 'VACANCIES'] as const;
export type CatalogueSort = (typeof CATALOGUE_SORTS)[number];

const collator = new Intl.Collator('ko', { numeric: true });

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Every order ends in the post's code, so that pages never overlap. */
export const CATALOGUE_ORDERS: Readonly<Record<CatalogueSort, (a: Candidacy, b: Candidacy) => number>> = {
  UNIT: (a, b) => a.unitRank - b.unitRank || byCode(a.row.code, b.row.code),
  DUTY: (a, b) => collator.compare(a.row.duty, b.row.duty) || byCode(a.row.code, b.row.code),
  GRADE: (a, b) => a.row.highestGrade - b.row.highestGrade || a.row.lowestGrade - b.row.lowestGrade || byCode(a.row.code, b.row.code),
  VACANCIES: (a, b) => vacanciesOf(b.row) - vacanciesOf(a.row) || byCode(a.row.code, b.row.code),
};
