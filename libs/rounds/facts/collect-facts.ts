import { addMonths, covers, tenureAt, type UnitVersion } from '#organization';
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

/** Everything the rules know of one person, except who of their relations stays where (that depends on who takes part). */
export const collectFacts = (staff: StaffRow, links: StaffLinks, posts: PostIndex, dates: FactDates): PersonFacts => {
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
  };
};
