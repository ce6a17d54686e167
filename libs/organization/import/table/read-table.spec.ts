import { EMPLOYEE_COLUMNS, POSITION_COLUMNS, UNIT_COLUMNS } from '../plans/columns.js';
import { defuse, restore } from './formula.js';
import { readTable } from './read-table.js';

const rows = (...lines: string[][]) => lines.map((cells, index) => ({ row: index + 1, cells }));
const HEADER = ['부서코드', '부서명', '유형', '시행일'];

describe('reading a table', () => {
  it.each([['부서코드'], ['code'], ['부서코드 code'], [' CODE '], ['부서코드*']])('understands the header %p', (name) => {
    expect(readTable(UNIT_COLUMNS, 'code', rows([name, '부서명', 'type', '시행일', '비고'], ['A', '가', '국', '2020-01-01', '가상 데이터'])).rows).toHaveLength(1);
  });

  it('understands decomposed Hangul in headers and cells', () => {
    const table = readTable(UNIT_COLUMNS, 'code', rows(HEADER.map((name) => name.normalize('NFD')), ['A', '가람동'.normalize('NFD'), '동'.normalize('NFD'), '2020-01-01']));
    expect(table.rows).toMatchObject([{ row: 2, record: { code: 'A', name: '가람동', type: 'DONG', parentCode: null, validTo: null } }]);
  });

  it('keeps what can be read of a faulty row', () => {
    const table = readTable(UNIT_COLUMNS, 'code', rows(HEADER, ['A', '', '국', '어제']));
    expect(table.rows).toEqual([]);
    expect(table.partial).toMatchObject([{ row: 2, record: { code: 'A', type: 'BUREAU' } }]);
    expect(table.partial[0]?.record).not.toHaveProperty('name');
    expect(table.faults.map(({ column, code }) => [column, code])).toEqual([['name', 'validation.required'], ['validFrom', 'validation.date']]);
    expect([...table.mentioned]).toEqual(['A']);
  });

  it('does not complain about every row below a wrong header', () => {
    expect(readTable(UNIT_COLUMNS, 'code', rows(['부서코드'], ['A'], ['B'])).faults.map(({ row }) => row)).toEqual([1, 1, 1]);
  });

  it.each<[keyof typeof POSITION_COLUMNS, string, unknown]>([
    ['jobSeries', '행정; 세무;행정;', ['행정', '세무']],
    ['heavyWorkload', 'y', true],
    ['heavyWorkload', '', false],
    ['authorizedHeadcount', '3.0', 3],
    ['headship', '동장', 'DONG_HEAD'],
    ['headship', 'team_lead', 'TEAM_LEAD'],
  ])('reads %s %p as %p', (key, cell, value) => {
    const { kind, empty } = POSITION_COLUMNS[key];
    expect(cell === '' ? empty : kind.read(cell)).toEqual(cell === '' ? value : { value });
  });

  it.each<[keyof typeof EMPLOYEE_COLUMNS, string, string]>([
    ['grade', '7급', 'validation.integer'],
    ['grade', '10', 'validation.range'],
    ['employeeNumber', 'A 1', 'IMPORT_CODE_FORM'],
    ['name', '가\u0007', 'validation.controlCharacter'],
    ['name', '가'.repeat(101), 'IMPORT_TOO_LONG'],
    ['leaveType', '휴가', 'validation.oneOf'],
    ['hiredOn', '2025-02-29', 'validation.date'],
  ])('refuses %s %p', (key, cell, code) => {
    expect(EMPLOYEE_COLUMNS[key].kind.read(cell)).toMatchObject({ code });
  });

  it.each(['=1+1', '+82', '-5', '@SUM(A1)', '\tx', "'=x", "''-x", "'plain", 'plain', ''])('brings %p back from an export', (text) => {
    expect(restore(defuse(text))).toBe(text);
    expect(defuse(text)).not.toMatch(/^[=+\-@\t\r]/);
  });
});
