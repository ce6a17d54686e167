import { staffRequestFaults, type StaffRequestFacts } from './staff-request-faults.js';

const facts: StaffRequestFacts = { headEmployeeId: 'head', knownEmployees: new Set(['a', 'b', 'head', 'holder']), holders: new Set(['holder']) };

describe('staffRequestFaults', () => {
  it('accepts people and needs in words', () => {
    expect(staffRequestFaults([{ employeeId: 'a' }, { note: '토목 경력자' }, { employeeId: 'b', note: '공동 사업 경험' }], facts)).toEqual([]);
  });

  it('reports everything at once', () => {
    const requests = [
      { employeeId: 'a' }, { employeeId: 'a' }, { employeeId: 'nobody' }, { employeeId: 'head' }, { employeeId: 'holder' }, { note: '  ' },
      { employeeId: 'b', note: '가'.repeat(501) }, ...Array.from({ length: 4 }, () => ({ note: '인력' })),
    ];
    expect(staffRequestFaults(requests, facts).map(({ code, path }) => `${path} ${code}`)).toEqual([
      'requests validation.listSize',
      'requests[1].employeeId validation.duplicate',
      'requests[2].employeeId EMPLOYEE_UNKNOWN',
      'requests[3].employeeId REQUEST_FOR_ONESELF',
      'requests[4].employeeId REQUEST_FOR_HOLDER',
      'requests[5] REQUEST_EMPTY',
      'requests[6].note validation.length',
    ]);
  });
});
