import { addDays, addMonths } from '#organization';

/** The timetable of a round that HR prepares today, as dates of Korea. */
export interface RoundCalendar {
  readonly resolvedOn: string;
  readonly noticeOn: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly resultsOn: string;
  readonly cutOffOn: string;
  readonly effectiveOn: string;
}

const MONDAY = 1;
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The second Monday of the next January or July on or after `day`: the days of the regular transfers. */
export const regularOrderDay = (day: string): string => {
  for (let month = `${day.slice(0, 7)}-01`; ; month = addMonths(month, 1)) {
    if (!['01', '07'].includes(month.slice(5, 7))) continue;
    const monday = addDays(month, ((MONDAY - weekday(month) + 7) % 7) + 7);
    if (monday >= day) return monday;
  }
};

/** Whatever the day, a timetable that still lies ahead and is in order. */
export const roundCalendar = (today: string): RoundCalendar => {
  const effectiveOn = regularOrderDay(addDays(today, 45));
  return {
    resolvedOn: addDays(today, 3), noticeOn: addDays(today, 5), opensOn: addDays(today, 7), closesOn: addDays(today, 25), resultsOn: addDays(today, 40),
    cutOffOn: addDays(`${effectiveOn.slice(0, 7)}-01`, -1), effectiveOn,
  };
};
