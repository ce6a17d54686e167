import { countPosts, DEMO_REFERENCE_DATE, DEMO_SEED, directory, generateDemoDistrict, HEADCOUNT_PLAN } from '../index.js';

const referenceDate = DEMO_REFERENCE_DATE;
const district = generateDemoDistrict({ seed: DEMO_SEED, referenceDate });
const { units, positions, employees, facts } = district;
const lookUp = directory(district);

const unique = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

describe('further facts', () => {
  it('has five couples in different divisions and twelve hardship cases', () => {
    expect(facts.couples).toHaveLength(5);
    for (const { employeeNumbers: [first, second] } of facts.couples) {
      const division = (number: string): string => lookUp.divisionOfPosition(lookUp.employee(number).positionCode).code;
      expect(division(first)).not.toBe(division(second));
    }
    expect(facts.hardships).toHaveLength(12);
    expect(new Set(facts.hardships.map((one) => one.kind)).size).toBe(6);
    const named = [...facts.couples.flatMap((one) => one.employeeNumbers), ...facts.hardships.map((one) => one.employeeNumber), ...facts.merger.displaced];
    expect(unique(named)).toBe(true);
  });

  it('merges two dongs with 24 displaced and 14 places in the new one', () => {
    const { merger } = facts;
    expect(merger.oldUnitCodes.map((code) => lookUp.unit(code).name)).toEqual(['반포본동', '반포2동']);
    const inPost = employees.filter((one) => merger.oldUnitCodes.includes(lookUp.position(one.positionCode).unitCode));
    expect(merger.displaced).toEqual(inPost.map((one) => one.employeeNumber));
    expect(merger.displaced).toHaveLength(24);
    expect(merger.newPositions.reduce((sum, position) => sum + position.authorizedHeadcount, 0)).toBe(14);
    expect(unique([...positions, ...merger.newPositions].map((position) => position.code))).toBe(true);
    expect(units.map((unit) => unit.code)).not.toContain(merger.newUnit.code);
    expect(merger.effectiveOn).toBe('2027-01-01');
  });

  it('names the two headships that are filled after a ballot', () => {
    expect(facts.ballotPositionCodes.map((code) => lookUp.divisionOfPosition(code).name)).toEqual(['행정지원과', '기획예산과']);
  });
});

describe('generateDemoDistrict', () => {
  it('gives the same bytes for the same seed and others for another', () => {
    const again = generateDemoDistrict({ seed: DEMO_SEED, referenceDate });
    expect(JSON.stringify(again)).toBe(JSON.stringify(district));
    expect(generateDemoDistrict({ seed: DEMO_SEED + 1, referenceDate }).employeesCsv).not.toBe(district.employeesCsv);
  });

  it('meets the plan with any seed and date', () => {
    for (const [seed, date] of [[1, '2026-11-20'], [2, '2027-05-31'], [3, '2028-02-29']] as const) {
      const other = generateDemoDistrict({ seed, referenceDate: date });
      expect(countPosts(other.positions)).toEqual(HEADCOUNT_PLAN);
      expect(other.employees).toHaveLength(1435);
    }
  });

  it('refuses a date that is none', () => {
    expect(() => generateDemoDistrict({ seed: 1, referenceDate: '2026-02-30' })).toThrow(RangeError);
  });
});
