/** Calendar days as `YYYY-MM-DD` texts; arithmetic in UTC, so that no time zone and no clock takes part. */
const DAY = 86_400_000;

function toUtc(day: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const time = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : Number.NaN;
  if (Number.isNaN(time) || fromUtc(time) !== day) throw new RangeError(`not a calendar day: ${day}`);
  return time;
}

function fromUtc(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** @throws RangeError when the text is no day of the calendar. */
export function assertDay(day: string): void {
  toUtc(day);
}

export function addDays(day: string, days: number): string {
  return fromUtc(toUtc(day) + days * DAY);
}

/** Adds months; a day that the target month lacks becomes its last day (민법 §160 ③). */
export function addMonths(day: string, months: number): string {
  const from = new Date(toUtc(day));
  const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  const target = new Date(first);
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  return fromUtc(first + (Math.min(from.getUTCDate(), last) - 1) * DAY);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY);
}

/** Full months from the first day to the end of the second day. */
export function fullMonths(from: string, through: string): number {
  const end = addDays(through, 1);
  let months = (yearOf(end) - yearOf(from)) * 12 + (monthOf(end) - monthOf(from));
  while (addMonths(from, months) > end) months -= 1;
  return months;
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: string): number {
  return Number(day.slice(5, 7));
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: string): number {
  return new Date(toUtc(day)).getUTCDay();
}

/** The same day, or the Monday after a weekend. */
export function toWorkday(day: string): string {
  const of = weekday(day);
  return of === 6 ? addDays(day, 2) : of === 0 ? addDays(day, 1) : day;
}

/** The days of the regular transfers before `before`, newest first: second Mondays of January and July. */
export function regularOrderDays(before: string, count: number): string[] {
  const days: string[] = [];
  for (let year = yearOf(before); days.length < count; year -= 1) {
    for (const month of ['07', '01']) {
      const first = `${year}-${month}-01`;
      const monday = addDays(first, ((8 - weekday(first)) % 7) + 7);
      if (monday < before && days.length < count) days.push(monday);
    }
  }
  return days;
}

/** The 31 December that closes the year of `day`: the cut-off of the January round after it. */
export function yearEnd(day: string): string {
  return `${yearOf(day)}-12-31`;
}
