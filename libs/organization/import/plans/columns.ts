import type { LeaveType } from '../../absence/absence-kind.js';
import type { AppointmentType } from '../../employee/appointment-type.js';
import type { Headship } from '../../position/headship.js';
import type { UnitType } from '../../unit/unit-type.js';
import type { ImportKind } from '../import-kind.js';
import { choice, code, date, flag, integer, list, optional, required, text, withDefault, type Columns, type RecordOf } from '../table/column.js';

const unitType = choice<UnitType>({ BUREAU: '국', DEPARTMENT: '과', TEAM: '팀', DONG: '동' });
const headship = choice<Headship>({ DEPARTMENT_HEAD: '부서장', TEAM_LEAD: '팀장', DONG_HEAD: '동장' });
const appointmentType = choice<AppointmentType>({ REGULAR: '정규', PROBATION: '시보', TERM: '임기제' });
const leaveType = choice<LeaveType>({ CHILDCARE: '육아', ILLNESS: '질병', FAMILY_CARE: '가족돌봄', STUDY: '유학', MILITARY: '병역', OTHER: '기타' });

/** Grades 4–9; 0 stands for posts and people outside the grades. */
const grade = integer(0, 9);

export const UNIT_COLUMNS = {
  code: required('부서코드', code),
  name: required('부서명', text(100)),
  nameEn: optional('영문명', text(200)),
  type: required('유형', unitType),
  parentCode: optional('상위부서코드', code),
  validFrom: required('시행일', date),
  validTo: optional('폐지일', date),
} satisfies Columns;

export const POSITION_COLUMNS = {
  code: required('직위코드', code),
  unitCode: required('부서코드', code),
  duty: required('담당업무', text(200)),
  dutyEn: optional('업무영문명', text(300)),
  description: optional('업무내용', text(2000)),
  authorizedHeadcount: required('정원', integer(0, 1000)),
  highestGrade: required('상위직급', grade),
  lowestGrade: required('하위직급', grade),
  jobSeries: withDefault('직렬', list, []),
  requiredLicences: withDefault('자격증', list, []),
  headship: optional('보직유형', headship),
  heavyWorkload: withDefault('격무', flag, false),
  specialist: withDefault('전문직위', flag, false),
  specialistTenureMonths: optional('필수보직개월', integer(1, 120)),
  protectionReason: optional('보호사유', text(500)),
  protectedUntil: optional('보호만료일', date),
  validFrom: required('시행일', date),
  validTo: optional('폐지일', date),
} satisfies Columns;

export const EMPLOYEE_COLUMNS = {
  employeeNumber: required('사번', code),
  name: required('성명', text(100)),
  grade: required('직급', grade),
  jobSeries: required('직렬', text(60)),
  appointmentType: required('임용형태', appointmentType),
  hiredOn: required('임용일', date),
  positionCode: optional('직위코드', code),
  postedOn: optional('보직일', date),
  licences: withDefault('자격증', list, []),
  leaveType: optional('휴직종류', leaveType),
  leaveFrom: optional('휴직시작일', date),
  leaveTo: optional('휴직종료일', date),
  secondedTo: optional('파견기관', text(200)),
  secondedFrom: optional('파견시작일', date),
  secondedUntil: optional('파견종료일', date),
  suspendedFrom: optional('정직시작일', date),
  suspendedUntil: optional('정직종료일', date),
} satisfies Columns;

export type UnitRecord = RecordOf<typeof UNIT_COLUMNS>;
export type PositionRecord = RecordOf<typeof POSITION_COLUMNS>;
export type EmployeeRecord = RecordOf<typeof EMPLOYEE_COLUMNS>;

/** The columns of each kind of file, in the order in which they are exported. */
export const COLUMNS_OF: Readonly<Record<ImportKind, Columns>> = {
  UNITS: UNIT_COLUMNS, POSITIONS: POSITION_COLUMNS, EMPLOYEES: EMPLOYEE_COLUMNS,
};
