import type { UnitVersion } from '#organization';
import { collectFacts, departmentsOf, type PostIndex } from './collect-facts.js';
import type { Records } from '../record/record-rows.js';
import type { StaffLinks, StaffRow } from '../snapshot/staff-rows.js';

const UNIT = { team: 'fin', fin: 'fin', tax: 'tax', n1: 'n1', gone: 'gone' } as const;
const posts: PostIndex = {
  codeOf: (id) => `P-${id}`, isInDong: () => false, seatOf: () => undefined,
  departmentOf: (id) => ({ p1: 'fin', p2: 'tax' })[id] ?? null,
  departmentOfUnit: (id) => UNIT[id as keyof typeof UNIT] ?? null,
};
const links: StaffLinks = { relations: [], displaced: new Map(), planned: new Map(), outOfWishBefore: new Set(), requests: [], waivers: [] };
const staff = (postings: StaffRow['postings']): StaffRow => ({
  employeeId: 'e', employeeNumber: 'E1', grade: 7, jobSeries: '행정', licences: [], appointmentType: 'REGULAR', postings, absences: [], circumstances: [],
});
const dates = { cutOffOn: '2026-12-31', effectiveOn: '2027-01-11', returnerMonths: 6 };
const facts = (postings: StaffRow['postings'], records: Partial<Records> = {}) => collectFacts(staff(postings), links, posts, dates, { people: new Map(), places: new Map(), ...records });

describe('what the rules know from the records', () => {
  it('adds months in a department up: here, before, and from the personnel card', () => {
    const { experience } = facts(
      [{ positionId: 'p1', startedOn: '2026-01-01', endedOn: null }, { positionId: 'p2', startedOn: '2024-01-01', endedOn: '2026-01-01' }],
      { people: new Map([['e', { home: null, service: [{ unitId: 'team', months: 10 }, { unitId: 'nowhere', months: 9 }] }]]) });
    expect(experience).toEqual({ fin: 12 + 10, tax: 24 });
  });

  it('knows the way to each dong where the home is known, and none otherwise', () => {
    const places = new Map([['n1', { latitude: 37, longitude: 125 }]]);
    const home = { latitude: 37.09, longitude: 125 };
    expect(facts([], { places, people: new Map([['e', { home, service: [] }]]) }).commuteKm).toEqual({ n1: 10 });
    expect(facts([], { places }).commuteKm).toEqual({});
  });

  it('finds the department of a unit, also of one that is no more', () => {
    const version = (unitId: string, type: UnitVersion['type'], parentId: string | null): UnitVersion => ({ unitId, type, parentId }) as UnitVersion;
    const found = departmentsOf([version('bureau', 'BUREAU', null), version('fin', 'DEPARTMENT', 'bureau'), version('team', 'TEAM', 'fin'), version('n1', 'DONG', null), version('loop', 'TEAM', 'loop')]);
    expect([...found].sort()).toEqual([['bureau', 'bureau'], ['fin', 'fin'], ['n1', 'n1'], ['team', 'fin']]);
  });
});
