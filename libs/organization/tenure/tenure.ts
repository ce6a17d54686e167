import type { AbsenceKind } from '../absence/absence-kind.js';
import { addDays, covers, daysBetween, wholeMonths } from '../calendar/civil-date.js';

/** A stretch of holding one post; `endedOn` is exclusive, null = still held. */
export interface Posting {
  readonly positionId: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
}

/** A stretch of not serving; `absentUntil` is the day of return, null = open. */
export interface AwayPeriod {
  readonly kind: AbsenceKind;
  readonly absentFrom: string;
  readonly absentUntil: string | null;
}

export interface Tenure {
  readonly positionId: string;
  /** First day in this post without interruption by another one. */
  readonly postedOn: string;
  /** Whole months served in it, leave and suspension taken out. */
  readonly months: number;
  /** Days taken out. */
  readonly excludedDays: number;
}

/** Nobody serves in the post on leave (휴직) or under suspension (정직); a secondment (파견) is service. */
const NOT_SERVED: readonly AbsenceKind[] = ['LEAVE', 'SUSPENSION'];

/** Days of `periods` within [from, until), each day once however many periods cover it. */
const daysAway = (periods: readonly AwayPeriod[], from: string, until: string): number => {
  const clipped = periods
    .filter(({ kind }) => NOT_SERVED.includes(kind))
    .map(({ absentFrom, absentUntil }) => ({
      from: absentFrom > from ? absentFrom : from,
      until: absentUntil === null || absentUntil > until ? until : absentUntil,
    }))
    .filter((period) => period.from < period.until)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  let days = 0;
  let counted = from;
  for (const period of clipped) {
    const start = period.from > counted ? period.from : counted;
    if (period.until > start) {
      days += daysBetween(start, period.until);
      counted = period.until;
    }
  }
  return days;
};

/**
 * Time in the present post (필수보직기간 is measured against it) at the end of the day `on`. The excluded days are
 * added to the day of posting, then whole calendar months are counted as 민법 §160 does.
 * Postings to the same post that follow each other without a gap count as one.
 * @returns undefined when no post is held on that day
 */
export const tenureAt = (postings: readonly Posting[], absences: readonly AwayPeriod[], on: string): Tenure | undefined => {
  const present = postings.find(({ startedOn, endedOn }) => covers(startedOn, endedOn, on));
  if (!present) return undefined;
  let postedOn = present.startedOn;
  for (;;) {
    const before = postings.find(({ positionId, endedOn }) => positionId === present.positionId && endedOn === postedOn);
    if (!before) break;
    postedOn = before.startedOn;
  }
  const end = addDays(on, 1);
  const excludedDays = daysAway(absences, postedOn, end);
  return { positionId: present.positionId, postedOn, excludedDays, months: wholeMonths(addDays(postedOn, excludedDays), end) };
};

/** Whole months in the present post at the end of the day `on`, leave and suspension excluded; 0 without a post. */
export const tenureMonths = (postings: readonly Posting[], absences: readonly AwayPeriod[], on: string): number =>
  tenureAt(postings, absences, on)?.months ?? 0;
