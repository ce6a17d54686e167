import { addDays, daysBetween, fullMonths, yearEnd } from '../dates.js';
import { type Directory } from '../directory.js';
import { type DemoDistrict, type DemoEmployee } from '../model.js';
import { type Random } from '../random.js';

/** People who file a wish list, the displaced among them. */
export const WILLING = 560;
/** Of these, managers of grade 5, whose wishes are few because heads are chosen otherwise. */
const FIFTH = 6;
/** People who have 12 to 24 months and wish for similar duties in their bureau. */
const EARLY = 24;
/** People who have served too short a time for a wish outside their bureau. */
const SHORT = 14;
/** People who take no part in the round: on leave, on probation or on a term contract. */
const OUTSIDE = 10;

/** Served months at the year's end, without a leave within the posting. */
export function tenureMonths(employee: DemoEmployee, through: string): number {
  const { postedOn, leaveFrom, leaveTo } = employee;
  const away = leaveFrom === null || leaveFrom > through ? 0 : daysBetween(leaveFrom, leaveTo ?? addDays(through, 1));
  return fullMonths(addDays(postedOn, Math.max(0, away)), through);
}

export function isPresent(employee: DemoEmployee, cutOff: string): boolean {
  return employee.appointmentType === 'REGULAR'
    && (employee.leaveFrom === null || (employee.leaveTo !== null && employee.leaveTo <= cutOff))
    && employee.secondedTo === null
    && (employee.suspendedUntil === null || employee.suspendedUntil <= cutOff);
}

/** In post, regular, grades 5 to 9, minimum tenure served at the year's end, the post neither frozen nor specialist. */
export function isLikelyEligible(employee: DemoEmployee, lookUp: Directory, referenceDate: string): boolean {
  const cutOff = yearEnd(referenceDate);
  const position = lookUp.position(employee.positionCode);
  return isPresent(employee, cutOff) && employee.grade >= 5 && position.protectedUntil === null
    && tenureMonths(employee, cutOff) >= (position.specialistTenureMonths ?? 24);
}

/**
 * The people who file: everyone displaced and in hardship, some who ask for similar duties early, some who will be
 * excluded or refused with a reason, as happens every season, and for the rest of 560 the eligible.
 * `hasChoice` says whether there is any post that the person could wish for.
 */
export function chooseWilling(
  district: DemoDistrict, lookUp: Directory, random: Random,
  hasChoice: (employee: DemoEmployee, early: boolean) => boolean, filter?: (employee: DemoEmployee) => boolean,
): { willing: DemoEmployee[]; early: ReadonlySet<string> } {
  const cutOff = yearEnd(district.referenceDate);
  const eligible = filter ?? ((employee: DemoEmployee) => isLikelyEligible(employee, lookUp, district.referenceDate));
  const displaced = new Set(district.facts.merger.displaced);
  const balloted = new Set(district.facts.ballotPositionCodes);
  const special = new Set(district.facts.hardships.map((one) => one.employeeNumber));
  const willing = district.employees.filter((one) => displaced.has(one.employeeNumber) || special.has(one.employeeNumber));
  const taken = new Set(willing.map((one) => one.employeeNumber));
  const others = random.shuffle(district.employees.filter((one) => !taken.has(one.employeeNumber) && !balloted.has(one.positionCode) && hasChoice(one, false)));
  const add = (limit: number, fits: (one: DemoEmployee) => boolean): DemoEmployee[] => {
    const added = others.filter((one) => !taken.has(one.employeeNumber) && fits(one)).slice(0, Math.max(0, limit));
    for (const one of added) taken.add(one.employeeNumber);
    willing.push(...added);
    return added;
  };
  const tenure = (one: DemoEmployee): number => tenureMonths(one, cutOff);
  const early = add(EARLY, (one) => hasChoice(one, true) && isPresent(one, cutOff) && one.grade >= 6 && tenure(one) >= 12 && tenure(one) < 24
    && lookUp.position(one.positionCode).protectedUntil === null && !lookUp.position(one.positionCode).specialist);
  add(SHORT, (one) => isPresent(one, cutOff) && one.grade >= 7 && tenure(one) < 24);
  add(OUTSIDE, (one) => one.grade >= 7 && (one.appointmentType !== 'REGULAR' || (one.leaveFrom !== null && !isPresent(one, cutOff))));
  add(FIFTH, (one) => one.grade === 5 && eligible(one) && lookUp.position(one.positionCode).headship !== null);
  add(WILLING - willing.length, (one) => one.grade >= 6 && eligible(one));
  // Where a seed leaves too few eligible, others file all the same and are told why they cannot move.
  if (filter === undefined) add(WILLING - willing.length, (one) => one.grade >= 6 && isPresent(one, cutOff));
  return {
    willing: willing.sort((a, b) => (a.employeeNumber < b.employeeNumber ? -1 : 1)),
    early: new Set(early.map((one) => one.employeeNumber)),
  };
}
