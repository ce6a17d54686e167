import { addDays, addMonths, covers, tenureAt, wholeMonths, type UnitVersion } from '#organization';
import { commutes, type Records } from '../record/record-rows.js';
import type { StaffLinks, StaffRow } from '../snapshot/staff-rows.js';
import type { PersonFacts } from './person-facts.js';
import type { SeatFacts } from './seat-facts.js';
import { sideMonths } from './side-months.js';

export interface FactDates {
  readonly cutOffOn: string;
  readonly effectiveOn: string;
  /** How many months before the cut-off date a return still counts. */
  readonly returnerMonths: number;
}

/** Posts of all times: code and place in the organisation, by row id. */
export interface PostIndex {
  codeOf(positionId: string): string | null;
  isInDong(positionId: string): boolean;
  /** Code of the department (or dong) that a post, or a unit, is or was part of; null = none. */
  departmentOf(positionId: string): string | null;
  departmentOfUnit(unitId: string): string | null;
  /** The post as a seat of the round, if it is one. */
  seatOf(positionId: string): SeatFacts | undefined;
}

/** Whether a unit is or was part of a dong, whatever the day: abolished units keep their side in people's histories. */
export const dongUnits = (versions: readonly UnitVersion[]): ReadonlySet<string> => {
  const found = new Set(versions.filter(({ type }) => type === 'DONG').map(({ unitId }) => unitId));
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const { unitId, parentId } of versions) if (parentId !== null && found.has(parentId)) found.add(unitId);
  }
  return found;
};

/** The department or dong that each unit is or was part of, whatever the day: itself, or the nearest above it; by unit id. */
export const departmentsOf = (versions: readonly UnitVersion[]): ReadonlyMap<string, string> => {
  const latest = new Map(versions.map((version) => [version.unitId, version]));
  const above = (unitId: string, steps = 0): string | null => {
    const unit = latest.get(unitId);
    if (unit === undefined || steps > latest.size) return null;
    if (unit.type === 'DEPARTMENT' || unit.type === 'DONG') return unitId;
    return unit.parentId === null ? unitId : above(unit.parentId, steps + 1);
  };
  return new Map([...latest.keys()].flatMap((unitId) => {
    const found = above(unitId);
    return found === null ? [] : [[unitId, found] as const];
  }));
};

/** Months of service by department, now and before, and the way to each dong, both by code in their order. */
const recordedFacts = ({ employeeId, postings }: StaffRow, posts: PostIndex, on: string, records: Records): Pick<PersonFacts, 'experience' | 'commuteKm'> => {
  const record = records.people.get(employeeId);
  const months = new Map<string, number>();
  const count = (code: string | null, more: number): void => {
    if (code !== null && more > 0) months.set(code, (months.get(code) ?? 0) + more);
  };
  for (const { positionId, startedOn, endedOn } of postings) {
    const until = endedOn === null || endedOn > on ? addDays(on, 1) : endedOn;
    if (startedOn < until) count(posts.departmentOf(positionId), wholeMonths(startedOn, until));
  }
  for (const { unitId, months: before } of record?.service ?? []) count(posts.departmentOfUnit(unitId), before);
  const ways = [...commutes(records, record)].flatMap(([unitId, km]) => {
    const code = posts.departmentOfUnit(unitId);
    return code === null ? [] : [[code, km] as const];
  });
  const ordered = (entries: Iterable<readonly [string, number]>): Record<string, number> => Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { experience: ordered(months), commuteKm: ordered(ways) };
};

/** Everything the rules know of one person, except who of their relations stays where (that depends on who takes part). */
export const collectFacts = (staff: StaffRow, links: StaffLinks, posts: PostIndex, dates: FactDates, records: Records): PersonFacts => {
  const { postings, absences, employeeId } = staff;
  const { cutOffOn, effectiveOn, returnerMonths } = dates;
  const tenure = tenureAt(postings, absences, cutOffOn);
  const positionId = tenure?.positionId ?? null;
  const months = tenure?.months ?? 0;
  const seat = positionId === null ? undefined : posts.seatOf(positionId);
  const from = links.displaced.get(employeeId);
  const since = addMonths(cutOffOn, -returnerMonths);
  return {
    employeeNumber: staff.employeeNumber, grade: staff.grade, jobSeries: staff.jobSeries,
    licences: [...staff.licences].sort(), appointmentType: staff.appointmentType,
    postCode: positionId === null ? null : posts.codeOf(positionId),
    tenureMonths: months,
    sideMonths: sideMonths(postings, (id) => posts.isInDong(id), cutOffOn),
    inDong: positionId !== null && posts.isInDong(positionId),
    heavyWorkloadMonths: seat?.heavyWorkload === true ? months : 0,
    specialistTermMonths: seat?.specialist === true ? seat.specialistTenureMonths : null,
    away: absences.find(({ absentFrom, absentUntil }) => covers(absentFrom, absentUntil, effectiveOn))?.kind ?? null,
    returner: absences.some(({ kind, absentUntil }) => kind !== 'SUSPENSION' && absentUntil !== null && absentUntil > since && absentUntil <= effectiveOn),
    // Whoever has meanwhile got another post is displaced no longer.
    displaced: from !== undefined && (positionId === null || positionId === from),
    plannedElsewhere: links.planned.has(employeeId),
    hardship: [...new Set(staff.circumstances.filter(({ validFrom, validUntil }) => covers(validFrom, validUntil, effectiveOn)).map(({ kind }) => kind))].sort(),
    priorityFromLastRound: links.outOfWishBefore.has(employeeId),
    requestedFor: links.requests.filter((request) => request.employeeId === employeeId).flatMap((request) => posts.codeOf(request.positionId) ?? []).sort(),
    separatedFrom: [],
    waivers: links.waivers.filter((waiver) => waiver.employeeId === employeeId)
      .map(({ ruleCode, positionId: post, ground }) => ({ ruleCode, ground, seatCode: post === null ? null : posts.codeOf(post) })),
    ...recordedFacts(staff, posts, cutOffOn, records),
  };
};
