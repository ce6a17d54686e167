import type { Fault } from '#contracts';

/** The parts of a post that must agree with each other. */
export interface PositionFacts {
  readonly authorizedHeadcount: number;
  readonly highestGrade: number;
  readonly lowestGrade: number;
  readonly specialist: boolean;
  readonly specialistTenureMonths: number | null;
  readonly protectionReason: string | null;
  readonly protectedUntil: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Every disagreement inside one post. Paths are field names, which are the column keys of the import too. */
export const positionFaults = (post: PositionFacts): readonly Fault[] => {
  const faults: Fault[] = [];
  if (post.highestGrade > post.lowestGrade || (post.highestGrade === 0 && post.lowestGrade !== 0)) {
    faults.push({ path: 'lowestGrade', code: 'GRADE_BAND_INVERTED' });
  }
  if (post.specialistTenureMonths !== null && !post.specialist) faults.push({ path: 'specialistTenureMonths', code: 'SPECIALIST_MONTHS_WITHOUT_SPECIALIST' });
  if (post.specialist && post.specialistTenureMonths === null) faults.push({ path: 'specialistTenureMonths', code: 'SPECIALIST_MONTHS_MISSING' });
  if (post.protectionReason !== null && post.protectedUntil === null) faults.push({ path: 'protectedUntil', code: 'PROTECTION_INCOMPLETE' });
  if (post.protectionReason === null && post.protectedUntil !== null) faults.push({ path: 'protectionReason', code: 'PROTECTION_INCOMPLETE' });
  if (post.validTo !== null && post.validTo <= post.validFrom) faults.push({ path: 'validTo', code: 'PERIOD_INVERTED' });
  return faults;
};
