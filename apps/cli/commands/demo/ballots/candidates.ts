import { directoryWithMerger, type DemoEmployee } from '../../../demo-district/index.js';
import type { Cast, DemoStory } from '../../../demo-loader/index.js';

const SERIES = '행정';
const GRADE = 5;

/**
 * Who could stand: heads of grade 5 who are there, have no wish of their own in the round and no other part in the season.
 * Their own post must suit the head who makes room for them.
 */
export const chooseCandidates = ({ district, lists }: DemoStory, cast: Cast): readonly DemoEmployee[] => {
  const lookUp = directoryWithMerger(district);
  const { merger, hardships, couples, ballotPositionCodes } = district.facts;
  const taken = new Set([
    ...lists.map(({ employeeNumber }) => employeeNumber), ...merger.displaced, ...hardships.map(({ employeeNumber }) => employeeNumber),
    ...couples.flatMap(({ employeeNumbers }) => employeeNumbers),
    ...[cast.employee, cast.manager, cast.departmentHead, ...cast.hrOfficers, cast.auditor].map(({ employeeNumber }) => employeeNumber),
  ]);
  const suits = (code: string): boolean => {
    const { headship, jobSeries, highestGrade, lowestGrade, requiredLicences } = lookUp.position(code);
    const heads = headship === 'DEPARTMENT_HEAD' || headship === 'DONG_HEAD';
    return heads && jobSeries.includes(SERIES) && requiredLicences.length === 0 && highestGrade <= GRADE && GRADE <= lowestGrade;
  };
  return district.employees.filter((one) =>
    one.grade === GRADE && one.jobSeries === SERIES && one.appointmentType === 'REGULAR' && one.leaveFrom === null && one.secondedFrom === null && one.suspendedFrom === null
    && !taken.has(one.employeeNumber) && !ballotPositionCodes.includes(one.positionCode) && suits(one.positionCode));
};
