import { CATALOGUE_ORDERS, catalogueTest, type Candidacy } from './catalogue-match.js';
import type { CatalogueFilter } from './catalogue-filter.js';
import type { CatalogueRow } from './catalogue-post.js';
import { UnitPaths } from './unit-paths.js';

const paths = new UnitPaths([
  { id: 'finance', code: 'B1', name: '기획재정국', nameEn: 'Planning and Finance Bureau', type: 'BUREAU', parentId: null },
  { id: 'tax', code: 'D2', name: '세무관리과', nameEn: null, type: 'DEPARTMENT', parentId: 'finance' },
  { id: 'levy', code: 'T3', name: '부과팀', nameEn: 'Levy Team', type: 'TEAM', parentId: 'tax' },
  { id: 'yangjae', code: 'D9', name: '양재1동', nameEn: 'Yangjae 1-dong', type: 'DONG', parentId: null },
]);

const row = (over: Partial<CatalogueRow>): CatalogueRow => ({
  id: 'p', code: 'P1', unitId: 'levy', duty: '지방소득세 부과', dutyEn: 'Local income tax', headship: null, heavyWorkload: false, specialist: false,
  specialistTenureMonths: null, authorizedHeadcount: 1, holders: 1, supernumerary: 0, favourite: false, applicants: 0,
  highestGrade: 7, lowestGrade: 8, jobSeries: ['세무'], requiredLicences: [], protectionReason: null, protectedUntil: null,
  validFrom: '2020-01-01', validTo: null, ...over,
});
const candidacy = (over: Partial<CatalogueRow> = {}, qualifies: boolean | null = true): Candidacy => {
  const made = row(over);
  return { row: made, path: paths.of(made.unitId), unitRank: paths.rank(made.unitId), qualifies };
};

describe('UnitPaths', () => {
  it('leads from the top down to the unit', () => {
    expect(paths.of('levy').map(({ name }) => name)).toEqual(['기획재정국', '세무관리과', '부과팀']);
    expect(paths.of('nowhere')).toEqual([]);
  });

  it('does not follow a circle', () => {
    const circle = new UnitPaths([
      { id: 'a', code: 'A', name: 'A', nameEn: null, type: 'TEAM', parentId: 'b' },
      { id: 'b', code: 'B', name: 'B', nameEn: null, type: 'TEAM', parentId: 'a' },
    ]);
    expect(circle.of('a').map(({ id }) => id)).toEqual(['a', 'b', 'a']);
  });
});

describe('catalogueTest', () => {
  it.each<[string, CatalogueFilter, Candidacy, boolean]>([
    ['no filter', {}, candidacy(), true],
    ['the bureau above', { unitId: 'finance' }, candidacy(), true],
    ['another unit', { unitId: 'yangjae' }, candidacy(), false],
    ['a type above', { unitType: 'DEPARTMENT' }, candidacy(), true],
    ['another type', { unitType: 'DONG' }, candidacy(), false],
    ['a grade inside the band', { grade: 8 }, candidacy(), true],
    ['a grade outside the band', { grade: 9 }, candidacy(), false],
    ['the series', { jobSeries: '세무' }, candidacy(), true],
    ['another series', { jobSeries: '행정' }, candidacy(), false],
    ['a post open to every series', { jobSeries: '행정' }, candidacy({ jobSeries: [] }), true],
    ['no headship', { headship: 'NONE' }, candidacy(), true],
    ['a headship', { headship: 'TEAM_LEAD' }, candidacy({ headship: 'TEAM_LEAD' }), true],
    ['another headship', { headship: 'DONG_HEAD' }, candidacy({ headship: 'TEAM_LEAD' }), false],
    ['not heavy, asked for', { heavyWorkload: false }, candidacy({ heavyWorkload: true }), false],
    ['specialist', { specialist: true }, candidacy({ specialist: true }), true],
    ['a full post', { vacantOnly: true }, candidacy(), false],
    ['an open place', { vacantOnly: true }, candidacy({ authorizedHeadcount: 2 }), true],
    ['a surplus', { vacantOnly: true }, candidacy({ holders: 3 }), false],
    ['a holder on long leave', { vacantOnly: true }, candidacy({ supernumerary: 1 }), true],
    ['posts one qualifies for', { qualifiesOnly: true }, candidacy({}, false), false],
    ['nobody to qualify', { qualifiesOnly: true }, candidacy({}, null), false],
    ['favourites', { favouritesOnly: true }, candidacy({ favourite: true }), true],
    ['part of the duty', { text: '소득세' }, candidacy(), true],
    ['part of the English duty in capitals', { text: 'INCOME' }, candidacy(), true],
    ['part of a unit above', { text: '기획재정' }, candidacy(), true],
    ['part of an English unit name', { text: 'levy team' }, candidacy(), true],
    ['decomposed Hangul', { text: '부과'.normalize('NFD') }, candidacy(), true],
    ['a wildcard is only a character', { text: '%' }, candidacy(), false],
    ['all parts together, one failing', { unitId: 'tax', grade: 8, text: '없는 말' }, candidacy(), false],
  ])('%s', (_, filter, given, expected) => {
    expect(catalogueTest(filter)(given)).toBe(expected);
  });
});

describe('CATALOGUE_ORDERS', () => {
  it('orders by path, duty, grade or open places, always ending in the code', () => {
    const posts = [
      candidacy({ code: 'P4', unitId: 'yangjae', duty: '가족관계', highestGrade: 9, lowestGrade: 9, holders: 0 }),
      candidacy({ code: 'P3', duty: '나', highestGrade: 6 }),
      candidacy({ code: 'P2', unitId: 'tax', duty: '다', authorizedHeadcount: 3 }),
      candidacy({ code: 'P1', duty: '나' }),
    ];
    const codes = (sort: keyof typeof CATALOGUE_ORDERS): string => [...posts].sort(CATALOGUE_ORDERS[sort]).map(({ row: { code } }) => code).join(' ');
    expect(codes('UNIT')).toBe('P2 P1 P3 P4');
    expect(codes('DUTY')).toBe('P4 P1 P3 P2');
    expect(codes('GRADE')).toBe('P3 P1 P2 P4');
    expect(codes('VACANCIES')).toBe('P2 P4 P1 P3');
  });
});
