import { countPosts, DEMO_REFERENCE_DATE, DEMO_SEED, directory, generateDemoDistrict, HEADCOUNT_PLAN } from './index.js';
import { fullMonths } from './dates.js';
import { type DemoEmployee } from './model.js';
import { fits } from './wishes/qualify.js';

const referenceDate = DEMO_REFERENCE_DATE;
const district = generateDemoDistrict({ seed: DEMO_SEED, referenceDate });
const { units, positions, employees } = district;
const lookUp = directory(district);

const count = <T>(rows: readonly T[], of: (row: T) => boolean): number => rows.filter(of).length;
const unique = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;
const onLeave = (one: DemoEmployee): boolean =>
  one.leaveFrom !== null && one.leaveFrom <= referenceDate && (one.leaveTo === null || one.leaveTo > referenceDate);

describe('units of the invented district', () => {
  it('has the bureaus, divisions, teams and dongs of the product', () => {
    expect(units.filter((unit) => unit.type === 'BUREAU').map((unit) => unit.name)).toEqual([
      '문화행정국', '밝은미래국', '주민생활국', '기획재정국', '공간혁신국', '도시관리국', '안전건설국', '보건소',
    ]);
    const ofBureau = count(units, (unit) => unit.type === 'DEPARTMENT' && unit.parentCode !== null && lookUp.unit(unit.parentCode).name !== '보건소');
    expect(ofBureau).toBe(33);
    expect(units.filter((unit) => unit.type === 'DEPARTMENT' && unit.parentCode === null).map((unit) => unit.name)).toEqual(['감사담당관', '홍보담당관', '의회사무국']);
    expect(units.filter((unit) => unit.parentCode === 'B80').map((unit) => unit.name)).toEqual([
      '보건정책과', '건강관리과', '위생과', '의료지원과', '방배보건지소', '양재보건지소',
    ]);
    expect(count(units, (unit) => unit.type === 'TEAM')).toBe(190);
    expect(count(units, (unit) => unit.type === 'DONG')).toBe(18);
  });

  it('has unique codes and names in both languages, and every parent exists', () => {
    expect(unique(units.map((unit) => unit.code))).toBe(true);
    expect(unique(units.map((unit) => unit.name))).toBe(true);
    for (const unit of units) {
      expect(unit.nameEn).toMatch(/^[\x20-\x7e’]+$/);
      if (unit.parentCode !== null) expect(lookUp.unit(unit.parentCode).code).toBe(unit.parentCode);
    }
  });
});

describe('positions of the invented district', () => {
  it('has 1,480 posts by grade as planned', () => {
    expect(countPosts(positions)).toEqual(HEADCOUNT_PLAN);
    expect(countPosts(positions)).toEqual({ 4: 9, 5: 70, 6: 400, 7: 474, 8: 320, 9: 190, 0: 17 });
    expect(positions.reduce((sum, position) => sum + position.authorizedHeadcount, 0)).toBe(1480);
  });

  it('is a set of distinct unit and duty pairs with one to four places', () => {
    expect(unique(positions.map((position) => position.code))).toBe(true);
    expect(unique(positions.map((position) => `${position.unitCode}/${position.duty}`))).toBe(true);
    for (const position of positions) {
      expect(lookUp.unit(position.unitCode).code).toBe(position.unitCode);
      expect(position.authorizedHeadcount).toBeGreaterThanOrEqual(1);
      expect(position.authorizedHeadcount).toBeLessThanOrEqual(position.headship === null ? 4 : 1);
      expect(position.highestGrade).toBeLessThanOrEqual(position.lowestGrade);
      expect(position.lowestGrade - position.highestGrade).toBeLessThanOrEqual(1);
      expect([position.highestGrade, position.lowestGrade]).toContain(position.nominalGrade);
      expect(position.description.length).toBeGreaterThan(10);
      expect((position.protectionReason === null) === (position.protectedUntil === null)).toBe(true);
      expect(position.specialist).toBe(position.specialistTenureMonths !== null);
      if (position.protectedUntil !== null) expect(position.protectedUntil > referenceDate).toBe(true);
    }
  });

  it('has one head for each division, team and dong', () => {
    for (const [type, headship] of [['DEPARTMENT', 'DEPARTMENT_HEAD'], ['TEAM', 'TEAM_LEAD'], ['DONG', 'DONG_HEAD']] as const) {
      const headed = positions.filter((position) => position.headship === headship && lookUp.unit(position.unitCode).type === type);
      expect(headed.map((position) => position.unitCode).sort()).toEqual(units.filter((unit) => unit.type === type).map((unit) => unit.code).sort());
    }
  });

  it.each([
    ['heavy workload', 0.05, 0.07, (position: (typeof positions)[number]) => position.heavyWorkload],
    ['specialist', 0.025, 0.04, (position: (typeof positions)[number]) => position.specialist],
    ['protected', 0.015, 0.025, (position: (typeof positions)[number]) => position.protectedUntil !== null],
  ] as const)('flags the planned share of posts: %s', (_, low, high, flag) => {
    const share = count(positions, flag) / positions.length;
    expect(share).toBeGreaterThanOrEqual(low);
    expect(share).toBeLessThanOrEqual(high);
  });
});

describe('staff of the invented district', () => {
  it('counts 1,435 people, 479 of them managers in service', () => {
    expect(employees).toHaveLength(1435);
    const managers = employees.filter((one) => one.grade >= 4 && one.grade <= 6);
    expect(managers).toHaveLength(479);
    expect(count(managers, (one) => one.appointmentType !== 'REGULAR' || one.leaveType !== null || one.secondedTo !== null || one.suspendedFrom !== null)).toBe(0);
  });

  it('has the planned absences', () => {
    expect(count(employees, onLeave)).toBe(130);
    expect(count(employees, (one) => one.appointmentType === 'PROBATION')).toBe(20);
    expect(count(employees, (one) => one.appointmentType === 'TERM')).toBe(25);
    expect(count(employees, (one) => one.secondedTo !== null)).toBe(12);
    expect(count(employees, (one) => one.suspendedFrom !== null)).toBe(3);
  });

  it('has unique numbers, and names that only a few share', () => {
    expect(unique(employees.map((one) => one.employeeNumber))).toBe(true);
    expect(new Set(employees.map((one) => one.name)).size).toBe(1430);
    for (const one of employees) expect(one.name).toMatch(/^[가-힣]{2,5}$/);
  });

  it.each([
    ['행정', 50], ['사회복지', 15], ['시설', 10], ['세무', 7], ['보건+간호+의료기술', 6], ['공업', 3], ['전산+방송통신', 3], ['녹지', 2], ['환경', 2],
    ['사서+방재안전+운전+시설관리+전문경력관', 2],
  ])('has about the planned share of the series %s: %d percent', (names, percent) => {
    const share = (100 * count(employees, (one) => names.split('+').includes(one.jobSeries))) / employees.length;
    expect(Math.abs(share - percent)).toBeLessThan(1);
  });

  it('puts everyone on a post that fits, and no post above its headcount', () => {
    for (const one of employees) {
      const position = lookUp.position(one.positionCode);
      expect(position.nominalGrade).toBe(one.grade);
      expect(fits(one, { ...position, protectedUntil: null })).toBe(true);
    }
    let vacant = 0;
    for (const position of positions) {
      const free = position.authorizedHeadcount - lookUp.holders(position.code).length;
      expect(free === 0 || free === 1).toBe(true);
      vacant += free;
    }
    expect(vacant).toBe(45);
  });

  it('has plausible days', () => {
    for (const one of employees) {
      expect(one.hiredOn <= one.postedOn).toBe(true);
      expect(one.postedOn < referenceDate).toBe(true);
      expect(one.postedOn >= lookUp.position(one.positionCode).validFrom).toBe(true);
      if (one.appointmentType === 'PROBATION') expect(fullMonths(one.hiredOn, referenceDate)).toBeLessThan(6);
      if (one.leaveFrom !== null) {
        expect(one.leaveType).not.toBeNull();
        expect(one.leaveFrom > one.postedOn && one.leaveFrom < referenceDate).toBe(true);
        expect(one.leaveTo === null || one.leaveTo > one.leaveFrom).toBe(true);
        if (one.leaveTo !== null) expect(fullMonths(one.leaveFrom, one.leaveTo)).toBeLessThanOrEqual(36);
      }
      if (one.secondedFrom !== null) expect(one.secondedFrom >= one.postedOn && (one.secondedUntil ?? '') > referenceDate).toBe(true);
      if (one.suspendedFrom !== null) expect(fullMonths(one.suspendedFrom, one.suspendedUntil ?? '')).toBeLessThanOrEqual(3);
    }
  });

  it('has served as long as staff of a district do', () => {
    const months = employees.map((one) => fullMonths(one.postedOn, '2026-12-31'));
    const over24 = count(months, (served) => served >= 24) / months.length;
    const over36 = count(months, (served) => served >= 36) / months.length;
    expect(over24).toBeGreaterThan(0.38);
    expect(over24).toBeLessThan(0.5);
    expect(over36).toBeGreaterThan(0.09);
    expect(over36).toBeLessThan(0.15);
  });
});
