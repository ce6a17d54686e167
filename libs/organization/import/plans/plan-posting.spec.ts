import type { AssignmentRow } from '../../employee/employee.query.js';
import type { PositionRow } from '../../position/position.query.js';
import type { EmployeeRecord } from './columns.js';
import { planPosting } from './plan-posting.js';

const post = (code: string, validTo: string | null = null) => ({ id: `id-${code}`, code, highestGrade: 6, lowestGrade: 8, validTo }) as PositionRow;
const positions = new Map(['A', 'B'].map((code) => [code, post(code)])).set('OLD', post('OLD', '2025-01-01'));
const held = (code: string, startedOn: string, endedOn: string | null = null): AssignmentRow => ({
  id: `${code} ${startedOn}`, employeeId: 'e', positionId: `id-${code}`, startedOn, endedOn, cause: 'IMPORT',
});
const plan = (record: Partial<EmployeeRecord>, history: AssignmentRow[] = []) => planPosting({ hiredOn: '2020-01-01', grade: 7, ...record }, 2, 'e', history, positions);
const codes = (record: Partial<EmployeeRecord>, history: AssignmentRow[] = []) => plan(record, history).faults.map(({ column, code }) => `${column} ${code}`);

describe('the posting of a staff list row', () => {
  it('posts somebody without a post', () => {
    expect(plan({ positionCode: 'A', postedOn: '2024-01-01' }).posted).toMatchObject([{ positionId: 'id-A', startedOn: '2024-01-01', endedOn: null }]);
  });

  it('changes nothing when it is stored already', () => {
    expect(plan({ positionCode: 'A', postedOn: '2024-01-01' }, [held('A', '2024-01-01')])).toMatchObject({ faults: [], ended: [], redated: [], posted: [] });
  });

  it('moves on a later day, corrects the day of the same post', () => {
    const moved = plan({ positionCode: 'B', postedOn: '2025-01-01' }, [held('A', '2024-01-01')]);
    expect([moved.ended, moved.posted]).toMatchObject([[{ positionId: 'id-A', endedOn: '2025-01-01' }], [{ positionId: 'id-B', startedOn: '2025-01-01' }]]);
    expect(plan({ positionCode: 'A', postedOn: '2023-07-01' }, [held('A', '2024-01-01')]).redated).toMatchObject([{ startedOn: '2023-07-01' }]);
  });

  it('leaves history to corrections', () => {
    expect(codes({ positionCode: 'B', postedOn: '2024-01-01' }, [held('A', '2024-01-01')])).toEqual(['postedOn IMPORT_POSTING_BEFORE_PRESENT']);
    expect(codes({ positionCode: 'B', postedOn: '2022-07-01' }, [held('A', '2022-01-01', '2023-01-01'), held('B', '2023-01-01')])).toEqual(['postedOn IMPORT_POSTING_BEFORE_PRESENT']);
    expect(codes({ positionCode: 'B', postedOn: '2022-07-01' }, [held('A', '2022-01-01', '2023-01-01')])).toEqual(['postedOn IMPORT_POSTING_BEFORE_PRESENT']);
    expect(codes({ positionCode: 'B', postedOn: '2023-01-01' }, [held('A', '2022-01-01', '2023-01-01')])).toEqual([]);
    expect(codes({ positionCode: null, postedOn: null }, [held('A', '2022-01-01')])).toEqual(['positionCode IMPORT_POST_STILL_HELD']);
  });

  it('finds what does not fit together', () => {
    expect(codes({ positionCode: 'X', postedOn: '2019-12-31' })).toEqual(['positionCode IMPORT_POSITION_UNKNOWN', 'postedOn IMPORT_POSTED_BEFORE_HIRED']);
    expect(codes({ positionCode: 'A', postedOn: null })).toEqual(['postedOn IMPORT_POSTED_ON_MISSING']);
    expect(codes({ positionCode: null, postedOn: '2024-01-01' })).toEqual(['positionCode IMPORT_POST_MISSING']);
    expect(codes({ positionCode: 'OLD', postedOn: '2025-01-01' })).toEqual(['positionCode IMPORT_POSITION_CLOSED']);
    expect(plan({ positionCode: 'A', postedOn: '2024-01-01', grade: 9 }).warnings.map(({ code }) => code)).toEqual(['IMPORT_GRADE_OUTSIDE_BAND']);
  });

  it('says nothing about cells that could not be read', () => {
    expect(codes({ postedOn: '2024-01-01' })).toEqual([]);
    expect(codes({ positionCode: 'A' })).toEqual([]);
    expect(codes({ positionCode: 'X' })).toEqual(['positionCode IMPORT_POSITION_UNKNOWN']);
  });
});
