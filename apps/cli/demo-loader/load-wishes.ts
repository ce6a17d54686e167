import type { INestApplicationContext } from '@nestjs/common';
import { addDays } from '#organization';
import { PreparationService, StaffRequestService, WishListService, recordDemand } from '#preferences';
import type { Tx } from '#platform';
import type { DemoStory } from './cast.js';
import type { Ids } from './import-district.js';

/** Enough lists show preparation; writing all of it would make the first start slow. */
const LISTS_WITH_PREPARATION = 240;
const DRAFT_EVERY = 6;
const WEEK = 7;

/** Standing wish lists, some still drafts, preparation with the check-ins of the last days, and heads' requests. */
export const loadWishes = async (app: INestApplicationContext, tx: Tx, { district, lists, staffRequests }: DemoStory, ids: Ids, keep: ReadonlySet<string>): Promise<void> => {
  const wishes = app.get(WishListService);
  const preparation = app.get(PreparationService);
  const from = addDays(district.referenceDate, -WEEK);
  for (const [index, list] of lists.entries()) {
    const employeeId = ids.employee(list.employeeNumber);
    await wishes.save(tx, employeeId, {
      version: 0, file: keep.has(list.employeeNumber) || index % DRAFT_EVERY !== 0,
      wishes: list.wishes.map(({ positionCode, reasonCode, reasonText }) => ({ positionId: ids.position(positionCode), reasonCode, reasonText })),
    });
    if (index >= LISTS_WITH_PREPARATION && !keep.has(list.employeeNumber)) continue;
    for (const { wishRank, what, dueOn, evidenceNote, checkIns } of list.preparation) {
      const wish = list.wishes.find(({ rank }) => rank === wishRank);
      const item = await preparation.create(tx, employeeId, { positionId: wish ? ids.position(wish.positionCode) : null, what, dueOn, evidenceNote });
      for (const { on, note } of checkIns) if (on > from) await preparation.checkIn(tx, employeeId, item.id, { day: on, note });
    }
  }
  const requests = app.get(StaffRequestService);
  for (const { headEmployeeNumber, requests: own } of staffRequests) {
    for (const code of new Set(own.map(({ positionCode }) => positionCode))) {
      const ofPost = own.filter(({ positionCode }) => positionCode === code).map(({ employeeNumber, reasonText }) => ({ employeeId: ids.employee(employeeNumber), note: reasonText }));
      await requests.save(tx, ids.employee(headEmployeeNumber), ids.position(code), { version: 0, requests: ofPost });
    }
  }
};

/** What an earlier round left behind: banded demand for the catalogue. */
export const loadDemandOfLastRound = async (tx: Tx, { lists }: DemoStory, ids: Ids, { label, recordedOn }: { label: string; recordedOn: string }): Promise<void> => {
  const counts = new Map<string, number>();
  for (const { positionCode } of lists.flatMap(({ wishes }) => wishes.slice(0, 3))) counts.set(positionCode, (counts.get(positionCode) ?? 0) + 1);
  await recordDemand(tx, { label, recordedOn, counts: [...counts].map(([code, applicants]) => ({ positionId: ids.position(code), applicants })) });
};
