import { addDays } from '#organization';
import { grievanceClocks } from '../rules/setting/grievance-clocks.js';
import type { Grievance } from './grievance.entity.js';

export type Clocks = ReturnType<typeof grievanceClocks.of>;

/** The last day for the answer. The day of receipt does not count (민법 §157). */
export const dueOn = (kind: Grievance['kind'], receivedOn: string, { consultationDays, reviewDays }: Clocks): string =>
  addDays(receivedOn, kind === 'CONSULTATION' ? consultationDays : reviewDays);

/** The last day for asking for a rehearing; one that falls on a Saturday or Sunday moves to the Monday (민법 §161). */
export const rehearingUntil = (toldOn: string, { rehearingRequestDays }: Clocks): string => {
  const last = addDays(toldOn, rehearingRequestDays);
  const weekday = new Date(`${last}T00:00:00Z`).getUTCDay();
  return addDays(last, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
};

/** When officers get to their desks on that day. */
export const morningOf = (day: string): Date => new Date(`${day}T09:00:00+09:00`);
