import type { Bilingual, Role } from '#contracts';
import { addMonths } from '#organization';
import { directoryWithMerger, type DemoDistrict, type DemoEmployee, type DemoStaffRequest, type DemoWishList } from '../demo-district/index.js';

/** The district as generated, with everything its people will do. */
export interface DemoStory {
  readonly district: DemoDistrict;
  readonly lists: readonly DemoWishList[];
  readonly staffRequests: readonly DemoStaffRequest[];
}

export const ROLE_NAMES: Readonly<Record<Exclude<Role, 'TRUSTEE'>, Bilingual>> = {
  EMPLOYEE: { ko: '직원', en: 'Employee' },
  MANAGER: { ko: '관리자(4~6급)', en: 'Manager (grade 4–6)' },
  DEPARTMENT_HEAD: { ko: '부서장', en: 'Department head' },
  HR_OFFICER: { ko: '인사담당자', en: 'HR officer' },
  MAYOR: { ko: '구청장', en: 'Mayor' },
  AUDITOR: { ko: '감사담당자', en: 'Auditor' },
  COMMITTEE_MEMBER: { ko: '인사위원', en: 'Personnel committee member' },
  SYSTEM_ADMIN: { ko: '시스템 관리자', en: 'System administrator' },
};

/** Accounts of people who are no employees of the district. */
export const OUTSIDE = { MAYOR: 'mayor', COMMITTEE_MEMBER: 'committee', SYSTEM_ADMIN: 'sysadmin' } as const;

/** Who acts in the season and for whom `npm start` prints an account; all but those of `OUTSIDE` by employee number. */
export interface Cast {
  readonly employee: DemoEmployee;
  readonly manager: DemoEmployee;
  readonly departmentHead: DemoEmployee;
  readonly hrOfficers: readonly [DemoEmployee, DemoEmployee];
  readonly auditor: DemoEmployee;
}

/** Long service takes people into the round without a wish of theirs: an officer has served less. */
const OFFICER_MONTHS = 28;

/** @throws RangeError when the district has nobody for a part */
export const castOf = ({ district, lists, staffRequests }: DemoStory): Cast => {
  const lookUp = directoryWithMerger(district);
  const listed = new Map(lists.map((list) => [list.employeeNumber, list]));
  const special = new Set([
    ...district.facts.merger.displaced, ...district.facts.hardships.map(({ employeeNumber }) => employeeNumber),
    ...district.facts.couples.flatMap(({ employeeNumbers }) => employeeNumbers),
  ]);
  const pathOf = (one: DemoEmployee): readonly string[] => {
    const { unitCode } = lookUp.position(one.positionCode);
    return [lookUp.unit(unitCode).name, lookUp.division(unitCode).name];
  };
  const present = district.employees.filter((one) =>
    one.appointmentType === 'REGULAR' && one.leaveFrom === null && one.secondedFrom === null && one.suspendedFrom === null && !special.has(one.employeeNumber));
  const headshipOf = (one: DemoEmployee) => lookUp.position(one.positionCode).headship;
  const need = <T>(found: T | undefined, part: string): T => {
    if (found === undefined) throw new RangeError(`nobody can play the ${part}`);
    return found;
  };
  // An officer who takes part in the round has an interest in it and may not decide on it.
  const settled = addMonths(district.referenceDate, -OFFICER_MONTHS);
  const idle = (one: DemoEmployee): boolean => !listed.has(one.employeeNumber) && headshipOf(one) !== 'DEPARTMENT_HEAD' && one.postedOn > settled;
  const [first, second] = present.filter((one) => idle(one) && pathOf(one).includes('행정지원과')).sort((a, b) =>
    Number(pathOf(b).includes('인사팀')) - Number(pathOf(a).includes('인사팀')) || (a.employeeNumber < b.employeeNumber ? -1 : 1));
  const requesting = new Set(staffRequests.map(({ headEmployeeNumber }) => headEmployeeNumber));
  return {
    employee: need(present.find((one) => {
      const list = listed.get(one.employeeNumber);
      return one.grade === 7 && list !== undefined && list.wishes.length >= 4 && list.preparation.length > 0;
    }) ?? present.find(({ employeeNumber }) => listed.has(employeeNumber)), 'employee'),
    manager: need(present.find((one) => one.grade === 6 && headshipOf(one) === 'TEAM_LEAD' && !listed.has(one.employeeNumber)), 'manager'),
    departmentHead: need(present.find((one) => requesting.has(one.employeeNumber) && headshipOf(one) === 'DEPARTMENT_HEAD'), 'department head'),
    hrOfficers: [need(first, 'HR officer'), need(second, 'second HR officer')],
    auditor: need(present.find((one) => idle(one) && pathOf(one).includes('감사담당관')), 'auditor'),
  };
};
