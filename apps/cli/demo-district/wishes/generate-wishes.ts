import { yearEnd } from '../dates.js';
import { directory, type Directory } from '../directory.js';
import { type DemoDistrict, type DemoEmployee, type DemoPosition } from '../model.js';
import { type Random, stream } from '../random.js';
import { chooseCodes } from './choose-codes.js';
import { displacedCodes, placesForDisplaced, vacancies } from './displaced.js';
import { planExchanges } from './exchange-plan.js';
import { type DemoWishList, type WishOptions } from './model.js';
import { popularity } from './popularity.js';
import { preparationFor } from './preparation.js';
import { fits } from './qualify.js';
import { dutyLabel, reason } from './reasons.js';
import { chooseWilling, isLikelyEligible, tenureMonths } from './willing.js';

/** With 180 and the standard criteria, `da-star` places about 280 people by wish, as many as a January round of the district. */
const PLANNED = 180;
/** Who has served so long has to move, as the criteria of the demo round say. */
const LONG_TENURE_MONTHS = 36;

/** The look-ups with the new dong included, as wishes may name its posts. */
export function directoryWithMerger(district: DemoDistrict): Directory {
  const { newUnit, newPositions } = district.facts.merger;
  return directory({
    units: [...district.units, newUnit],
    positions: [...district.positions, ...newPositions],
    employees: district.employees,
  });
}

/** Posts open to wishes of people who are not displaced: no headship above a team, none frozen, none that closes. */
function catalogueFor(district: DemoDistrict, lookUp: Directory, grade: number): DemoPosition[] {
  const closing = new Set(district.facts.merger.oldUnitCodes);
  const balloted = new Set(district.facts.ballotPositionCodes);
  return district.positions.filter((position) =>
    !closing.has(position.unitCode) && !balloted.has(position.code) && lookUp.unit(position.unitCode).type !== 'BUREAU'
    && (grade === 5 || (position.headship !== 'DEPARTMENT_HEAD' && position.headship !== 'DONG_HEAD')));
}

function displacedWishes(district: DemoDistrict, people: readonly DemoEmployee[], lookUp: Directory, random: Random): {
  codes: Map<string, string[]>; used: Map<string, number>;
} {
  const { newPositions, newUnit } = district.facts.merger;
  const free = vacancies(district);
  const open = [
    ...newPositions.map((position) => ({ position, places: position.authorizedHeadcount })),
    ...random.shuffle([...free]).map(([code, places]) => ({ position: lookUp.position(code), places })),
  ];
  const planned = placesForDisplaced(people, open);
  const used = new Map<string, number>();
  const codes = new Map<string, string[]>();
  for (const person of people) {
    const place = planned.get(person.employeeNumber) ?? '';
    used.set(place, (used.get(place) ?? 0) + 1);
    codes.set(person.employeeNumber, displacedCodes(person, place, open.map((one) => one.position), newUnit.code, random));
  }
  return { codes, used };
}

/**
 * Wish lists of 560 people with reasons, preparation and check-ins, in order of employee numbers (가상 데이터).
 * The same district and seed give the same lists. Wishes of displaced people name posts of the merged dong too.
 */
export function generateWishes(district: DemoDistrict, options: WishOptions): DemoWishList[] {
  const { seed } = options;
  const lookUp = directoryWithMerger(district);
  const catalogues = new Map([5, 6].map((grade) => [grade, catalogueFor(district, lookUp, grade)]));
  const catalogueOf = (one: DemoEmployee): readonly DemoPosition[] => catalogues.get(one.grade === 5 ? 5 : 6) ?? [];
  const inBureau = (person: DemoEmployee, position: DemoPosition): boolean =>
    lookUp.bureauCode(position.unitCode) === lookUp.bureauCode(lookUp.position(person.positionCode).unitCode);
  const hasChoice = (person: DemoEmployee, isEarly: boolean): boolean => catalogueOf(person).some((position) =>
    fits(person, position) && (isEarly ? inBureau(person, position) : true)
    && lookUp.division(position.unitCode) !== lookUp.divisionOfPosition(person.positionCode));
  const { willing, early } = chooseWilling(district, lookUp, stream(seed, 'willing'), hasChoice, options.eligibleFilter);
  const isEligible = options.eligibleFilter ?? ((one: DemoEmployee) => isLikelyEligible(one, lookUp, district.referenceDate));
  const allows = (person: DemoEmployee, position: DemoPosition): boolean => !early.has(person.employeeNumber) || inBureau(person, position);
  const { displaced, newUnit } = district.facts.merger;
  const isDisplaced = new Set(displaced);
  const moved = displacedWishes(district, willing.filter((one) => isDisplaced.has(one.employeeNumber)), lookUp, stream(seed, 'displaced'));
  const others = willing.filter((one) => !isDisplaced.has(one.employeeNumber));
  const cutOff = yearEnd(district.referenceDate);
  const catalogueSets = new Map([...catalogues].map(([grade, list]) => [grade, new Set(list)]));
  const plan = planExchanges({
    people: others.filter((one) => !early.has(one.employeeNumber) && isEligible(one)),
    vacancies: [...vacancies(district)].flatMap(([code, places]) =>
      Array.from({ length: Math.max(0, places - (moved.used.get(code) ?? 0)) }, () => code)),
    wanted: options.plannedMoves ?? PLANNED,
    lookUp,
    random: stream(seed, 'plan'),
    mustMove: (person) => tenureMonths(person, cutOff) >= LONG_TENURE_MONTHS,
    allows: (person, position) => catalogueSets.get(person.grade === 5 ? 5 : 6)?.has(position) === true,
  });
  const weight = popularity(district, lookUp, stream(seed, 'popularity'));
  const random = stream(seed, 'wishes');
  const texts = stream(seed, 'texts');
  return willing.map((employee) => {
    const number = employee.employeeNumber;
    const codes = moved.codes.get(number)
      ?? chooseCodes({ employee, planned: plan.get(number) ?? null, catalogue: catalogueOf(employee), weight, lookUp, random, allows });
    const hardship = district.facts.hardships.find((one) => one.employeeNumber === number);
    const months = tenureMonths(employee, cutOff);
    const targets = codes.map((code) => lookUp.position(code));
    return {
      employeeNumber: number,
      displaced: isDisplaced.has(number),
      wishes: targets.map((target, index) => ({
        rank: index + 1,
        positionCode: target.code,
        ...reason({ employee, target, months, hardship, displaced: isDisplaced.has(number) }, lookUp, texts),
      })),
      preparation: preparationFor(
        targets.map((target, index) => ({
          rank: index + 1, duty: dutyLabel(target), division: target.unitCode === newUnit.code ? newUnit.name : lookUp.division(target.unitCode).name,
        })),
        district.referenceDate, texts,
      ),
    };
  });
}
