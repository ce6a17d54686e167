import type { Bilingual, Fault } from '#contracts';
import { refuseIfFaulty } from '#platform';
import type { CriterionInput } from '../criteria/criteria.service.js';

/** What HR decides about a round before its notice. */
export interface RoundInput {
  readonly name: string;
  readonly kind: 'REGULAR' | 'AD_HOC';
  readonly resolutionNumber: string | null;
  readonly resolvedOn: string | null;
  readonly noticeOn: string | null;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly cutOffOn: string;
  /** When people learn their result. */
  readonly resultsOn: string;
  /** When the orders take effect. */
  readonly effectiveOn: string;
  /** Published with the notice; without one a random text is drawn. */
  readonly seed: string | null;
  readonly criteria: readonly CriterionInput[];
  readonly criteriaBasis: Bilingual | null;
}

/** Refuses a timetable that is out of order, naming every fault. The dates are Korean civil dates. */
export const requireOrderedDates = ({ opensAt, closesAt, resolvedOn, noticeOn, resultsOn, effectiveOn, cutOffOn }: RoundInput, civil: (moment: Date) => string): void => {
  const faults: Fault[] = [];
  const disordered = (path: string): void => void faults.push({ path, code: 'ROUND_DATES_DISORDERED' });
  if (closesAt <= opensAt) disordered('closesAt');
  if (resolvedOn !== null && noticeOn !== null && noticeOn < resolvedOn) disordered('noticeOn');
  if (noticeOn !== null && civil(opensAt) < noticeOn) disordered('opensAt');
  if (resultsOn < civil(closesAt)) disordered('resultsOn');
  if (effectiveOn < resultsOn) disordered('effectiveOn');
  if (cutOffOn > effectiveOn) disordered('cutOffOn');
  refuseIfFaulty(faults);
};

/** What a draft lacks for its notice today. */
export const noticeFaults = ({ resolutionNumber, resolvedOn, noticeOn }: Pick<RoundInput, 'resolutionNumber' | 'resolvedOn' | 'noticeOn'>, today: string): readonly Fault[] => [
  ...(resolutionNumber === null ? [{ path: 'resolutionNumber', code: 'ROUND_NEEDS_RESOLUTION' }] : []),
  ...(resolvedOn === null ? [{ path: 'resolvedOn', code: 'ROUND_NEEDS_RESOLUTION' }] : []),
  ...(noticeOn === null ? [{ path: 'noticeOn', code: 'ROUND_NEEDS_NOTICE_DATE' }] : []),
  ...(noticeOn !== null && today < noticeOn ? [{ path: 'noticeOn', code: 'ROUND_NOTICE_DATE_AHEAD', params: { date: noticeOn } }] : []),
];
