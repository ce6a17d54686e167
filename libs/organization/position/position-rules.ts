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

/** Every disagreement inside one post; what is left out is not judged. Paths are field names, which are the column keys of the import too. */
export const positionFaults = (post: Partial<PositionFacts>): readonly Fault[] => {
  const faults: Fault[] = [];
  const { highestGrade, lowestGrade, specialist, specialistTenureMonths, protectionReason, protectedUntil, validFrom, validTo } = post;
  if (highestGrade !== undefined && lowestGrade !== undefined && (highestGrade > lowestGrade || (highestGrade === 0 && lowestGrade !== 0))) {
    faults.push({ path: 'lowestGrade', code: 'GRADE_BAND_INVERTED' });
  }
  if (typeof specialistTenureMonths === 'number' && specialist === false) faults.push({ path: 'specialistTenureMonths', code: 'SPECIALIST_MONTHS_WITHOUT_SPECIALIST' });
  if (specialist === true && specialistTenureMonths === null) faults.push({ path: 'specialistTenureMonths', code: 'SPECIALIST_MONTHS_MISSING' });
  if (typeof protectionReason === 'string' && protectedUntil === null) faults.push({ path: 'protectedUntil', code: 'PROTECTION_INCOMPLETE' });
  if (protectionReason === null && typeof protectedUntil === 'string') faults.push({ path: 'protectionReason', code: 'PROTECTION_INCOMPLETE' });
  if (typeof validTo === 'string' && validFrom !== undefined && validTo <= validFrom) faults.push({ path: 'validTo', code: 'PERIOD_INVERTED' });
  return faults;
};
