import { type DemoEmployee, type DemoPosition, type DemoUnit } from './model.js';

type Cell = string | number | boolean | null | readonly string[];
/** Column heading in Korean and the cell of a row. */
type Column<T> = readonly [heading: string, cell: (row: T) => Cell];

export const UNIT_COLUMNS: readonly Column<DemoUnit>[] = [
  ['부서코드', (row) => row.code],
  ['부서명', (row) => row.name],
  ['영문명', (row) => row.nameEn],
  ['유형', (row) => row.type],
  ['상위부서코드', (row) => row.parentCode],
  ['시행일', (row) => row.validFrom],
  ['폐지일', (row) => row.validTo],
];

export const POSITION_COLUMNS: readonly Column<DemoPosition>[] = [
  ['직위코드', (row) => row.code],
  ['부서코드', (row) => row.unitCode],
  ['담당업무', (row) => row.duty],
  ['업무영문명', (row) => row.dutyEn],
  ['업무내용', (row) => row.description],
  ['정원', (row) => row.authorizedHeadcount],
  ['상위직급', (row) => row.highestGrade],
  ['하위직급', (row) => row.lowestGrade],
  ['직렬', (row) => row.jobSeries],
  ['자격증', (row) => row.requiredLicences],
  ['보직유형', (row) => row.headship],
  ['격무', (row) => row.heavyWorkload],
  ['전문직위', (row) => row.specialist],
  ['필수보직개월', (row) => row.specialistTenureMonths],
  ['보호사유', (row) => row.protectionReason],
  ['보호만료일', (row) => row.protectedUntil],
  ['시행일', (row) => row.validFrom],
  ['폐지일', (row) => row.validTo],
];

export const EMPLOYEE_COLUMNS: readonly Column<DemoEmployee>[] = [
  ['사번', (row) => row.employeeNumber],
  ['성명', (row) => row.name],
  ['직급', (row) => row.grade],
  ['직렬', (row) => row.jobSeries],
  ['임용형태', (row) => row.appointmentType],
  ['임용일', (row) => row.hiredOn],
  ['직위코드', (row) => row.positionCode],
  ['보직일', (row) => row.postedOn],
  ['자격증', (row) => row.licences],
  ['휴직종류', (row) => row.leaveType],
  ['휴직시작일', (row) => row.leaveFrom],
  ['휴직종료일', (row) => row.leaveTo],
  ['파견기관', (row) => row.secondedTo],
  ['파견시작일', (row) => row.secondedFrom],
  ['파견종료일', (row) => row.secondedUntil],
  ['정직시작일', (row) => row.suspendedFrom],
  ['정직종료일', (row) => row.suspendedUntil],
];

function text(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'Y' : 'N';
  return typeof cell === 'object' ? cell.join(';') : String(cell);
}

const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** RFC 4180 with a byte order mark, so that a spreadsheet opens the Korean as UTF-8. */
export function toCsv<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  const lines = [columns.map(([heading]) => heading), ...rows.map((row) => columns.map(([, cell]) => text(cell(row))))];
  return `\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
}
