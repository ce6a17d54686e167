import type { INestApplicationContext } from '@nestjs/common';
import type { Tx } from '#platform';
import { RoundService } from '#rounds';
import type { RoundCalendar } from './calendar.js';

const at = (day: string, time: string): Date => new Date(`${day}T${time}:00+09:00`);

export const roundName = (effectiveOn: string): string => `${effectiveOn.slice(0, 4)}년 ${effectiveOn.slice(5, 7) === '01' ? '상' : '하'}반기 정기인사`;

/** The coming regular round, which HR is still preparing. */
export const loadRound = async (app: INestApplicationContext, tx: Tx, calendar: RoundCalendar, seed: string): Promise<void> => {
  const { resolvedOn, noticeOn, opensOn, closesOn, resultsOn, cutOffOn, effectiveOn } = calendar;
  await app.get(RoundService).create(tx, {
    name: roundName(effectiveOn), kind: 'REGULAR', resolutionNumber: null, resolvedOn, noticeOn, opensAt: at(opensOn, '09:00'), closesAt: at(closesOn, '18:00'),
    cutOffOn, resultsOn, effectiveOn, seed, criteria: [], criteriaBasis: null,
  });
};
