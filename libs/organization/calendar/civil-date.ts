const DAY_MS = 86_400_000;

const toUtc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const fromUtc = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Whether the text is a date that exists, written YYYY-MM-DD, in the years 1900–2199. */
export const isCivilDate = (text: string): boolean => {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const ms = toUtc(text);
  return !Number.isNaN(ms) && fromUtc(ms) === text;
};

export const addDays = (date: string, days: number): string => fromUtc(toUtc(date) + days * DAY_MS);

/** Days from `from` up to, not including, `until`; negative when `until` lies before. */
export const daysBetween = (from: string, until: string): number => Math.round((toUtc(until) - toUtc(from)) / DAY_MS);

/**
 * The day on which `months` months counted from the start of `from` are over: the day with the same number, or the
 * first of the following month where the month has no such day (민법 §160: it then ends with its last day).
 */
export const addMonths = (from: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const target = new Date(Date.UTC(year, month - 1 + months, day));
  const overflown = target.getUTCDate() !== day;
  return fromUtc(overflown ? Date.UTC(target.getUTCFullYear(), target.getUTCMonth(), 1) : target.getTime());
};

/** Whole calendar months from the start of `from` to the start of `until` (민법 §160); 0 when `until` lies before. */
export const wholeMonths = (from: string, until: string): number => {
  if (until <= from) return 0;
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [year = 0, month = 0] = until.split('-').map(Number);
  const guess = (year - fromYear) * 12 + (month - fromMonth);
  return addMonths(from, guess) <= until ? guess : guess - 1;
};

/** Whether a stretch of time that ends before `until` (null = open) contains the day. */
export const covers = (from: string, until: string | null, day: string): boolean => from <= day && (until === null || until > day);

/** The moment at which a Korean civil date begins. */
export const startOfKoreanDay = (date: string): Date => new Date(`${date}T00:00:00+09:00`);
