import { DEMO_REFERENCE_DATE, DEMO_SEED, generateDemoDistrict, generateWishes } from '../../../demo-district/index.js';
import { DAYS } from '../season/calendar.js';
import { readSheet } from './accounts.js';
import { staffFileOn } from './import-staff.js';
import { byPreparation } from './request-staff.js';
import { planWeeks } from './wish-visits.js';

const district = generateDemoDistrict({ seed: DEMO_SEED, referenceDate: DEMO_REFERENCE_DATE });
const lists = generateWishes(district, { seed: DEMO_SEED });

describe('the staff file of a day', () => {
  const file = staffFileOn(district.employees, DAYS.start);
  const days = file.match(/\d{4}-\d{2}-\d{2}/g) ?? [];

  it('names nobody hired or posted later, and everybody else', () => {
    const lines = file.trim().split('\r\n').length - 1;
    expect(lines).toBe(district.employees.filter(({ postedOn, hiredOn }) => postedOn <= DAYS.start && hiredOn <= DAYS.start).length);
    expect(lines).toBeLessThan(district.employees.length);
  });

  it('knows no absence that begins later', () => {
    const later = district.employees.find(({ leaveFrom, postedOn }) => leaveFrom !== null && leaveFrom > DAYS.start && postedOn <= DAYS.start);
    expect(later).toBeDefined();
    expect(file).toContain(later?.employeeNumber);
    expect(days).not.toContain(later?.leaveFrom);
  });
});

describe('the weeks of the season', () => {
  const displaced = new Set(district.facts.merger.displaced);
  const weeks = planWeeks(lists, { from: '2026-08-07', until: '2026-11-20', earliest: ({ employeeNumber }) => (displaced.has(employeeNumber) ? DAYS.merger : DAYS.start) });

  it('let everybody begin once, before anything else of theirs', () => {
    const firsts = weeks.flatMap(({ visits }) => visits.filter(({ first }) => first).map(({ list }) => list.employeeNumber));
    expect(firsts.sort()).toEqual(lists.map(({ employeeNumber }) => employeeNumber).sort());
    const begun = new Set<string>();
    for (const { visits } of weeks) {
      for (const { list, first } of visits) {
        if (first) begun.add(list.employeeNumber);
        expect(begun.has(list.employeeNumber)).toBe(true);
      }
    }
  });

  it('hold each check-in in the week in which the product accepts it', () => {
    for (const { friday, visits } of weeks) {
      for (const { checkIns } of visits) {
        for (const { on } of checkIns) {
          const age = (Date.parse(friday) - Date.parse(on)) / 86_400_000;
          expect(age).toBeGreaterThanOrEqual(0);
          expect(age).toBeLessThan(7);
        }
      }
    }
    expect(weeks.flatMap(({ visits }) => visits.flatMap(({ checkIns }) => checkIns)).length).toBeGreaterThan(1500);
  });

  it('let displaced people act only once the new dong is decided', () => {
    for (const { friday, visits } of weeks) {
      for (const { list } of visits) if (displaced.has(list.employeeNumber)) expect(friday >= DAYS.merger).toBe(true);
    }
  });
});

describe('what people do with paper', () => {
  it('everybody finds number and code on the own slip, with or without a name', () => {
    const slip = (number: string, name: string, code: string): string =>
      `<section class="slip">\n<dl>\n<dt>사번</dt><dd>${number}</dd>${name === '' ? '' : `\n<dt>성명</dt><dd>${name}</dd>`}\n<dt>코드</dt><dd class="code">${code}</dd></dl></section>`;
    expect(readSheet(slip('2019-0417', '김가상', '7KQ2M-XW9RB') + slip('mayor', '', 'AAAAA-BBBBB'))).toEqual([
      { employeeNumber: '2019-0417', code: '7KQ2M-XW9RB' }, { employeeNumber: 'mayor', code: 'AAAAA-BBBBB' },
    ]);
  });

  it('heads put the best prepared first, then the lower number', () => {
    const applicant = (employeeNumber: string, ...days: number[]) => ({
      applicant: { employeeId: employeeNumber, employeeNumber }, preparation: days.map((count) => ({ checkInDays: Array.from({ length: count }, () => '2026-10-01') })),
    });
    const order = byPreparation([applicant('c', 1), applicant('b', 2), applicant('a', 1), applicant('d', 1, 3)]);
    expect(order.map((one) => one.applicant.employeeNumber)).toEqual(['d', 'b', 'a', 'c']);
  });
});
