import {
  DEMO_REFERENCE_DATE, DEMO_SEED, directoryWithMerger, generateDemoDistrict, generateStaffRequests, generateWishes, GRIEVANCES, REASON_CODES,
} from '../index.js';
import { yearEnd } from '../dates.js';
import { vacancies } from './displaced.js';
import { fits } from './qualify.js';
import { REASON_TEXTS } from './reason-texts.js';
import { proposeAndStay } from './season.fixture.js';
import { isLikelyEligible, isPresent, tenureMonths } from './willing.js';

const referenceDate = DEMO_REFERENCE_DATE;
const district = generateDemoDistrict({ seed: DEMO_SEED, referenceDate });
const lists = generateWishes(district, { seed: DEMO_SEED });
const lookUp = directoryWithMerger(district);
const { merger } = district.facts;
const displaced = new Set(merger.displaced);
const wishes = lists.flatMap((list) => list.wishes.map((wish) => ({ ...wish, employee: lookUp.employee(list.employeeNumber) })));

describe('wish lists', () => {
  it('come from 560 people, all displaced among them, of whom about 520 are eligible', () => {
    expect(lists).toHaveLength(560);
    expect(new Set(lists.map((list) => list.employeeNumber)).size).toBe(560);
    expect(lists.filter((list) => list.displaced).map((list) => list.employeeNumber)).toEqual(merger.displaced);
    const eligible = lists.filter((list) => list.displaced || isLikelyEligible(lookUp.employee(list.employeeNumber), lookUp, referenceDate));
    expect(eligible.length).toBeGreaterThanOrEqual(505);
    expect(eligible.length).toBeLessThanOrEqual(535);
    const outside = lists.filter((list) => !isPresent(lookUp.employee(list.employeeNumber), yearEnd(referenceDate)));
    expect(outside).toHaveLength(10);
  });

  it('hold one to five distinct posts, ranked from one, never the own or one that closes', () => {
    for (const { employeeNumber, wishes: own } of lists) {
      expect(own.length).toBeGreaterThanOrEqual(1);
      expect(own.length).toBeLessThanOrEqual(5);
      expect(own.map((wish) => wish.rank)).toEqual(own.map((_, index) => index + 1));
      expect(new Set(own.map((wish) => wish.positionCode)).size).toBe(own.length);
      expect(own.map((wish) => wish.positionCode)).not.toContain(lookUp.employee(employeeNumber).positionCode);
      for (const wish of own) expect(merger.oldUnitCodes).not.toContain(lookUp.position(wish.positionCode).unitCode);
    }
  });

  it('name a post that does not fit in about five percent', () => {
    const share = wishes.filter(({ employee, positionCode }) => !fits(employee, lookUp.position(positionCode))).length / wishes.length;
    expect(share).toBeGreaterThan(0.035);
    expect(share).toBeLessThan(0.065);
  });

  it('crowd a few divisions: a tenth of the divisions draws more than a quarter of the wishes', () => {
    const demand = new Map<string, number>();
    for (const { positionCode } of wishes) {
      const { code } = lookUp.divisionOfPosition(positionCode);
      demand.set(code, (demand.get(code) ?? 0) + 1);
    }
    const sorted = [...demand.values()].sort((a, b) => b - a);
    expect(sorted.slice(0, 6).reduce((sum, value) => sum + value, 0)).toBeGreaterThan(wishes.length / 4);
  });

  it('name posts of the new dong only where the person is displaced', () => {
    const newCodes = new Set(merger.newPositions.map((position) => position.code));
    for (const { employee, positionCode } of wishes) {
      if (newCodes.has(positionCode)) expect(displaced.has(employee.employeeNumber)).toBe(true);
      if (displaced.has(employee.employeeNumber)) expect(newCodes.has(positionCode) || vacancies(district).has(positionCode)).toBe(true);
    }
  });

  it('use every reason code, and at least sixty templates in all', () => {
    expect(new Set(wishes.map((wish) => wish.reasonCode))).toEqual(new Set(REASON_CODES));
    const templates = Object.values(REASON_TEXTS).flat();
    expect(new Set(templates).size).toBe(templates.length);
    expect(templates.length).toBeGreaterThanOrEqual(60);
    expect(new Set(wishes.map((wish) => wish.reasonText)).size).toBeGreaterThan(900);
  });

  it('hold complete Korean sentences without a word the product avoids', () => {
    const texts = [
      ...wishes.map((wish) => wish.reasonText),
      ...lists.flatMap((list) => list.preparation.flatMap((item) => [item.what, item.evidenceNote, ...item.checkIns.map((day) => day.note)])),
      ...GRIEVANCES.flatMap((one) => [one.title, one.text, one.answer]),
      ...district.positions.map((position) => position.description),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(/기피|업무 업무|[{}]|undefined/u);
      expect(text.trim().length).toBeGreaterThan(1);
    }
    for (const { reasonText } of wishes) expect(reasonText).toMatch(/(니다)\.$/u);
  });

  it('check in on days up to the reference date, in order', () => {
    let days = 0;
    for (const { preparation, wishes: own } of lists) {
      for (const item of preparation) {
        expect(own.map((wish) => wish.rank)).toContain(item.wishRank);
        const on = item.checkIns.map((day) => day.on);
        expect(on).toEqual([...new Set(on)].sort());
        for (const day of on) expect(day <= referenceDate && day <= item.dueOn).toBe(true);
        days += on.length;
      }
    }
    expect(days).toBeGreaterThan(2000);
  });

  it('repeat with the same seed, differ with another, and heed the caller’s filter', () => {
    expect(JSON.stringify(generateWishes(district, { seed: DEMO_SEED }))).toBe(JSON.stringify(lists));
    expect(JSON.stringify(generateWishes(district, { seed: 5 }))).not.toBe(JSON.stringify(lists));
    const long = generateWishes(district, { seed: DEMO_SEED, eligibleFilter: (one) => one.grade === 7 && tenureMonths(one, yearEnd(referenceDate)) >= 30 });
    const share = (of: typeof lists): number => of.filter((list) => lookUp.employee(list.employeeNumber).grade === 6).length;
    expect(share(long)).toBeLessThan(share(lists) / 4);
  });
});

describe('the season that the wishes make', () => {
  it.each([['keep their places', false, 150, 250], ['free them', true, 210, 310]] as const)(
    'places all displaced and moves as many as planned when holders on long leave %s', (_, frees, low, high) => {
      const season = proposeAndStay(district, lists, frees);
      expect(season.displacedPlaced).toBe(24);
      expect(season.moved + season.displacedPlaced).toBeGreaterThanOrEqual(low);
      expect(season.moved + season.displacedPlaced).toBeLessThanOrEqual(high);
      expect(season.firstChoices).toBeGreaterThan(season.moved / 2);
    },
  );
});

describe('staff requests', () => {
  const requests = generateStaffRequests(district, lists, { seed: DEMO_SEED });

  it('come from heads for applicants to their own division', () => {
    expect(requests).toHaveLength(24);
    for (const request of requests) {
      const head = lookUp.position(lookUp.employee(request.headEmployeeNumber).positionCode);
      expect(head.headship === 'DEPARTMENT_HEAD' || head.headship === 'DONG_HEAD').toBe(true);
      expect(head.unitCode).toBe(request.unitCode);
      expect(new Set(request.requests.map((one) => one.employeeNumber)).size).toBe(request.requests.length);
      for (const one of request.requests) {
        expect(lookUp.divisionOfPosition(one.positionCode).code).toBe(request.unitCode);
        const list = lists.find((candidate) => candidate.employeeNumber === one.employeeNumber);
        expect(list?.wishes.map((wish) => wish.positionCode)).toContain(one.positionCode);
      }
    }
  });

  it('do not change when the ranks of the wishes do', () => {
    const reversed = lists.map((list) => ({
      ...list, wishes: [...list.wishes].reverse().map((wish, index) => ({ ...wish, rank: index + 1 })),
    }));
    expect(generateStaffRequests(district, reversed, { seed: DEMO_SEED })).toEqual(requests);
  });
});
