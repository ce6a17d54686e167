import { regularOrderDay, roundCalendar } from './calendar.js';

describe('the calendar of a demo round', () => {
  it.each([
    ['2026-11-20', '2027-01-11'],
    ['2027-01-11', '2027-01-11'],
    ['2027-01-12', '2027-07-12'],
    ['2028-07-11', '2029-01-08'],
  ])('after %s the next regular order day is %s', (day, expected) => {
    expect(regularOrderDay(day)).toBe(expected);
  });

  it('is in order on every day of a year', () => {
    for (let day = 0; day < 366; day += 1) {
      const today = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
      const { resolvedOn, noticeOn, opensOn, closesOn, resultsOn, cutOffOn, effectiveOn } = roundCalendar(today);
      const sequence = [today, resolvedOn, noticeOn, opensOn, closesOn, resultsOn, effectiveOn];
      expect(sequence).toEqual([...sequence].sort());
      expect(cutOffOn < effectiveOn && cutOffOn > today).toBe(true);
    }
  });
});
