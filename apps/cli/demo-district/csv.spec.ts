import { parse } from 'csv-parse/sync';
import { EMPLOYEE_COLUMNS, POSITION_COLUMNS, toCsv, UNIT_COLUMNS } from './csv.js';
import { DEMO_REFERENCE_DATE, DEMO_SEED, generateDemoDistrict } from './index.js';

const district = generateDemoDistrict({ seed: DEMO_SEED, referenceDate: DEMO_REFERENCE_DATE });

/** Reads a file with a parser that shares nothing with the writer. */
function read(csv: string): Record<string, string>[] {
  return parse(csv, { bom: true, columns: true }) as Record<string, string>[];
}

const asText = (cell: unknown): string =>
  (cell === null ? '' : typeof cell === 'boolean' ? (cell ? 'Y' : 'N') : Array.isArray(cell) ? cell.join(';') : String(cell));

describe('files of the invented district', () => {
  it('starts with a byte order mark and the Korean headings of the format', () => {
    const heading = (csv: string): string | undefined => csv.slice(1).split('\r\n')[0];
    for (const csv of [district.unitsCsv, district.positionsCsv, district.employeesCsv]) expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(heading(district.unitsCsv)).toBe('부서코드,부서명,영문명,유형,상위부서코드,시행일,폐지일');
    expect(heading(district.positionsCsv)).toBe('직위코드,부서코드,담당업무,업무영문명,업무내용,정원,상위직급,하위직급,직렬,자격증,보직유형,격무,전문직위,필수보직개월,보호사유,보호만료일,시행일,폐지일');
    expect(heading(district.employeesCsv)).toBe('사번,성명,직급,직렬,임용형태,임용일,직위코드,보직일,자격증,휴직종류,휴직시작일,휴직종료일,파견기관,파견시작일,파견종료일,정직시작일,정직종료일');
  });

  it('comes back row by row as it was', () => {
    const compare = <T>(csv: string, rows: readonly T[], columns: readonly (readonly [string, (row: T) => unknown])[]): void => {
      const expected = rows.map((row) => Object.fromEntries(columns.map(([name, cell]) => [name, asText(cell(row))])));
      expect(read(csv)).toEqual(expected);
    };
    compare(district.unitsCsv, district.units, UNIT_COLUMNS);
    compare(district.positionsCsv, district.positions, POSITION_COLUMNS);
    compare(district.employeesCsv, district.employees, EMPLOYEE_COLUMNS);
  });

  it('quotes commas, quotes and line breaks', () => {
    const csv = toCsv([['이름', (row: { name: string }) => row.name]], [{ name: '가, "나"\n다' }]);
    expect(read(csv)).toEqual([{ 이름: '가, "나"\n다' }]);
  });
});
