import { addMonths, daysBetween, isCivilDate, wholeMonths } from './civil-date.js';

describe('civil dates', () => {
  it.each(['2026-02-28', '2024-02-29', '1999-12-31'])('accepts %s', (text) => expect(isCivilDate(text)).toBe(true));
  it.each(['2026-02-29', '2026-2-1', '2026-13-01', '26-01-01', '', '2026-01-01T00:00', '1899-12-31'])('refuses %p', (text) => expect(isCivilDate(text)).toBe(false));

  it('ends a month that lacks the day with its last day', () => {
    expect(addMonths('2025-01-31', 1)).toBe('2025-03-01');
    expect(addMonths('2024-01-29', 1)).toBe('2024-02-29');
    expect(addMonths('2025-11-15', 3)).toBe('2026-02-15');
  });

  it.each([
    ['2025-01-01', '2027-01-01', 24], ['2025-01-02', '2027-01-01', 23], ['2025-01-31', '2025-02-28', 0], ['2025-01-31', '2025-03-01', 1],
    ['2026-01-01', '2025-01-01', 0],
  ])('counts whole months from %s to %s as %i', (from, until, months) => expect(wholeMonths(from, until)).toBe(months));

  it('counts days', () => expect(daysBetween('2024-02-01', '2024-03-01')).toBe(29));
});
