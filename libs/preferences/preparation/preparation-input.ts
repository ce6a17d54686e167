import type { Fault } from '#contracts';

export const MAX_PREPARATION_ITEMS = 50;
/** A check-in may be written down for today and for this many days before. */
export const CHECK_IN_BACK_DAYS = 7;

export interface PreparationInput {
  readonly positionId?: string | null;
  readonly what: string;
  readonly dueOn?: string | null;
  readonly evidenceUrl?: string | null;
  readonly evidenceNote?: string | null;
  readonly doneOn?: string | null;
}

const isWebAddress = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
};

/** @param postKnown whether `positionId`, if given, is a post @param today YYYY-MM-DD */
export const preparationFaults = (input: PreparationInput, postKnown: boolean, today: string): Fault[] => {
  const faults: Fault[] = [];
  if (input.what.trim() === '') faults.push({ code: 'validation.required', path: 'what' });
  if (!postKnown) faults.push({ code: 'POST_UNKNOWN', path: 'positionId' });
  if (input.evidenceUrl && !isWebAddress(input.evidenceUrl)) faults.push({ code: 'validation.url', path: 'evidenceUrl' });
  if (input.doneOn && input.doneOn > today) faults.push({ code: 'DAY_IN_FUTURE', path: 'doneOn' });
  return faults;
};

const DAY_MS = 86_400_000;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** A check-in is written on its day or soon after; a diary filled in at the end of the year proves nothing. */
export const checkInFaults = (day: string, today: string): Fault[] => {
  const age = dayNumber(today) - dayNumber(day);
  if (age < 0) return [{ code: 'DAY_IN_FUTURE', path: 'day' }];
  return age > CHECK_IN_BACK_DAYS ? [{ code: 'DAY_TOO_LONG_AGO', path: 'day', params: { days: CHECK_IN_BACK_DAYS } }] : [];
};
