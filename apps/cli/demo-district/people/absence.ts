import { addDays, addMonths, daysBetween } from '../dates.js';
import { type LeaveType } from '../model.js';
import { type Random } from '../random.js';

export interface Leave {
  readonly leaveType: LeaveType;
  readonly leaveFrom: string;
  readonly leaveTo: string | null;
}

/** People on leave at the reference date by ground: 130 in all; `months` is the longest that the law allows at once. */
export const LEAVE_PLAN: readonly { type: LeaveType; people: number; months: number }[] = [
  { type: 'CHILDCARE', people: 96, months: 36 },
  { type: 'ILLNESS', people: 14, months: 12 },
  { type: 'FAMILY_CARE', people: 9, months: 12 },
  { type: 'STUDY', people: 5, months: 36 },
  { type: 'MILITARY', people: 3, months: 21 },
  { type: 'OTHER', people: 3, months: 24 },
];

/** How many of them come back around the January transfer: they have priority as returners. */
export const RETURNERS = 18;

/** Leave that has begun after `postedOn` and covers the reference date. */
export function currentLeave(
  type: LeaveType, months: number, postedOn: string, referenceDate: string, returns: boolean, random: Random,
): Leave {
  const earliest = addDays(addMonths(referenceDate, -months), 110);
  const from = addDays(postedOn, 21) > earliest ? addDays(postedOn, 21) : earliest;
  const span = Math.max(1, daysBetween(from, referenceDate) - 10);
  const leaveFrom = addDays(from, Math.floor(random.next() * Math.min(span, 600)));
  if (returns) return { leaveType: type, leaveFrom, leaveTo: addDays(referenceDate, random.between(12, 60)) };
  const longest = daysBetween(referenceDate, addMonths(leaveFrom, months));
  const open = type === 'OTHER' || (type === 'ILLNESS' && random.chance(0.15));
  return { leaveType: type, leaveFrom, leaveTo: open ? null : addDays(referenceDate, random.between(90, Math.max(91, longest))) };
}

/** Leave of two to five months within the present posting, over before the reference date: tenure excludes it. */
export function pastLeave(postedOn: string, referenceDate: string, random: Random): Leave {
  const latest = Math.max(61, daysBetween(postedOn, referenceDate) - 200);
  const leaveFrom = addDays(postedOn, random.between(60, latest));
  return {
    leaveType: random.pick<LeaveType>(['ILLNESS', 'FAMILY_CARE', 'CHILDCARE']),
    leaveFrom,
    leaveTo: addDays(leaveFrom, random.between(60, 150)),
  };
}

const HOSTS = ['서울특별시', '행정안전부', '국무조정실', '서울특별시 인재개발원', '지방자치인재개발원', '국민권익위원회'];

export interface Secondment {
  readonly secondedTo: string;
  readonly secondedFrom: string;
  readonly secondedUntil: string;
}

export function secondment(postedOn: string, referenceDate: string, random: Random): Secondment {
  const span = Math.min(330, Math.max(2, daysBetween(postedOn, referenceDate) - 30));
  const secondedFrom = addDays(referenceDate, -random.between(1, span));
  return { secondedTo: random.pick(HOSTS), secondedFrom, secondedUntil: addDays(referenceDate, random.between(60, 400)) };
}

/** 정직 lasts one to three months (지방공무원법 §71). */
export function suspension(referenceDate: string, random: Random): { suspendedFrom: string; suspendedUntil: string } {
  const suspendedFrom = addDays(referenceDate, -random.between(5, 25));
  return { suspendedFrom, suspendedUntil: addMonths(suspendedFrom, random.between(2, 3)) };
}
