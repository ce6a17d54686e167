import type { AwayPeriod, Posting } from './tenure.js';
import { tenureAt, tenureMonths } from './tenure.js';

const post = (startedOn: string, endedOn: string | null = null, positionId = 'p'): Posting => ({ positionId, startedOn, endedOn });
const leave = (absentFrom: string, absentUntil: string | null): AwayPeriod => ({ kind: 'LEAVE', absentFrom, absentUntil });

describe('tenure', () => {
  it('completes 24 months with the last day of the second year', () => {
    expect(tenureMonths([post('2025-01-01')], [], '2026-12-31')).toBe(24);
    expect(tenureMonths([post('2025-01-01')], [], '2026-12-30')).toBe(23);
  });

  it('counts nothing before the posting and none without a post', () => {
    expect(tenureMonths([post('2025-01-01')], [], '2024-12-31')).toBe(0);
    expect(tenureMonths([post('2025-01-01', '2026-01-01')], [], '2026-01-01')).toBe(0);
    expect(tenureMonths([], [], '2026-01-01')).toBe(0);
  });

  it('takes a leave of 31 days out of the service', () => {
    // Posted 1 January 2025, away all of March (31 days): as if posted on 1 February 2025.
    const away = [leave('2025-03-01', '2025-04-01')];
    expect(tenureAt([post('2025-01-01')], away, '2026-12-31')).toEqual({ positionId: 'p', postedOn: '2025-01-01', excludedDays: 31, months: 23 });
    expect(tenureMonths([post('2025-01-01')], away, '2027-01-31')).toBe(24);
  });

  it('takes out an open leave up to the day itself and days covered twice only once', () => {
    expect(tenureAt([post('2025-01-01')], [leave('2025-02-01', null)], '2026-12-31')).toMatchObject({ months: 1 });
    const twice: AwayPeriod[] = [leave('2025-03-01', '2025-04-01'), { kind: 'SUSPENSION', absentFrom: '2025-03-11', absentUntil: '2025-04-11' }];
    expect(tenureAt([post('2025-01-01')], twice, '2026-12-31')).toMatchObject({ excludedDays: 41 });
  });

  it('leaves secondment and absence before the posting in', () => {
    const away: AwayPeriod[] = [{ kind: 'SECONDMENT', absentFrom: '2025-03-01', absentUntil: '2025-09-01' }, leave('2024-01-01', '2025-01-01')];
    expect(tenureMonths([post('2025-01-01')], away, '2026-12-31')).toBe(24);
  });

  it('joins postings to the same post without a gap, and no others', () => {
    expect(tenureAt([post('2024-01-01', '2025-01-01'), post('2025-01-01')], [], '2025-12-31')).toMatchObject({ postedOn: '2024-01-01', months: 24 });
    expect(tenureMonths([post('2024-01-01', '2024-12-31'), post('2025-01-01')], [], '2025-12-31')).toBe(12);
    expect(tenureMonths([post('2024-01-01', '2025-01-01', 'q'), post('2025-01-01')], [], '2025-12-31')).toBe(12);
  });
});
