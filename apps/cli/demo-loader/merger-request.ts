import { type DemoMerger } from '../demo-district/index.js';

/** The merger in the product's terms; the body of the route and the input of the service are one. */
export const mergerRequest = ({ effectiveOn, newUnit, newPositions, oldUnitCodes, reason }: DemoMerger, unitId: (code: string) => string) => ({
  name: `${newUnit.name} 통합`,
  reason,
  effectiveOn,
  sourceUnitIds: oldUnitCodes.map(unitId),
  target: { code: newUnit.code, name: newUnit.name, nameEn: newUnit.nameEn, parentId: null },
  teams: [],
  positions: newPositions.map(({ code, unitCode, duty, dutyEn, description, authorizedHeadcount, highestGrade, lowestGrade, jobSeries, requiredLicences, headship, heavyWorkload, specialist, specialistTenureMonths, protectionReason, protectedUntil }) => ({
    code, unitCode, duty, dutyEn, description, authorizedHeadcount, highestGrade, lowestGrade, jobSeries: [...jobSeries], requiredLicences: [...requiredLicences],
    headship, heavyWorkload, specialist, specialistTenureMonths, protectionReason, protectedUntil,
  })),
});
