import { checkInFaults, preparationFaults } from './preparation-input.js';

const TODAY = '2026-03-03';

describe('checkInFaults', () => {
  it.each<[string, string[]]>([
    ['2026-03-04', ['DAY_IN_FUTURE']], ['2026-03-03', []], ['2026-02-24', []], ['2026-02-23', ['DAY_TOO_LONG_AGO']], ['2025-03-03', ['DAY_TOO_LONG_AGO']],
  ])('%s', (day, expected) => {
    expect(checkInFaults(day, TODAY).map(({ code }) => code)).toEqual(expected);
  });
});

describe('preparationFaults', () => {
  const codes = (input: Parameters<typeof preparationFaults>[0], known = true): string[] =>
    preparationFaults(input, known, TODAY).map(({ code, path }) => `${path} ${code}`);

  it('accepts an address, a note and a past day', () => {
    expect(codes({ what: '사회조사분석사 준비', evidenceUrl: 'https://example.kr/a?b=1', doneOn: TODAY, dueOn: '2027-01-01' })).toEqual([]);
  });

  it('reports everything at once', () => {
    expect(codes({ what: ' ', positionId: 'x', evidenceUrl: 'javascript:alert(1)', doneOn: '2026-03-04' }, false)).toEqual([
      'what validation.required', 'positionId POST_UNKNOWN', 'evidenceUrl validation.url', 'doneOn DAY_IN_FUTURE',
    ]);
  });

  it.each(['ftp://example.kr', 'https://user:secret@example.kr', 'no address', '//example.kr'])('refuses %s', (evidenceUrl) => {
    expect(codes({ what: 'x', evidenceUrl })).toEqual(['evidenceUrl validation.url']);
  });
});
