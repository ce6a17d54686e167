import type { DemoWish, DemoWishList } from '../../../demo-district/index.js';
import { each } from '../http/each.js';
import type { Person } from '../http/person.js';
import { DAYS } from '../season/calendar.js';
import { goTo, positionId, type Season, type Stage } from '../season/season.js';
import { mergeDong } from './merge-dong.js';
import { enterFacts } from './protected-facts.js';
import { planWeeks, type Visit, type Week } from './wish-visits.js';

/** Every so manieth person looks around in the catalogue first, and marks a favourite. */
const BROWSES_EVERY = 8;
/** The first and the last Friday before the file of November. */
const FIRST_FRIDAY = '2026-08-07';
const LAST_FRIDAY = '2026-11-20';

export const wishBody = (season: Season, wishes: readonly DemoWish[]) =>
  wishes.map(({ positionCode, reasonCode, reasonText }) => ({ positionId: positionId(season, positionCode), reasonCode, reasonText }));

/** Saves the draft and remembers its version for the next save. */
export const saveList = async (season: Season, person: Person, { employeeNumber }: DemoWishList, wishes: readonly DemoWish[], file: boolean): Promise<void> => {
  const { versions } = season.record;
  const { version } = await person.put<{ version: number }>('/api/me/wish-list', { version: versions.get(employeeNumber) ?? 0, wishes: wishBody(season, wishes), file });
  versions.set(employeeNumber, version);
};

const browse = async (season: Season, person: Person, { wishes: [favourite] }: DemoWishList): Promise<void> => {
  await person.get('/api/catalogue?qualifiesOnly=true&pageSize=20');
  if (favourite !== undefined) await person.put(`/api/me/favourites/${positionId(season, favourite.positionCode)}`, {});
};

const itemKey = (employeeNumber: string, what: string, rank: number): string => `${employeeNumber} ${rank} ${what}`;

const writePreparation = async (season: Season, person: Person, { employeeNumber, wishes, preparation }: DemoWishList, items: Map<string, string>): Promise<void> => {
  for (const { what, wishRank, dueOn, evidenceNote } of preparation) {
    const wish = wishes.find(({ rank }) => rank === wishRank);
    const { id } = await person.post<{ id: string }>('/api/me/preparation-items', { what, dueOn, evidenceNote, positionId: wish ? positionId(season, wish.positionCode) : null });
    items.set(itemKey(employeeNumber, what, wishRank), id);
    season.record.preparationItems += 1;
  }
};

const act = async (season: Season, { list, first, checkIns }: Visit, items: Map<string, string>, browses: boolean): Promise<void> => {
  const person = season.people.as(list.employeeNumber);
  if (first) {
    if (browses) await browse(season, person, list);
    await saveList(season, person, list, list.wishes, false);
    await writePreparation(season, person, list, items);
  }
  for (const { item, on, note } of checkIns) {
    await person.put(`/api/me/preparation-items/${items.get(itemKey(list.employeeNumber, item.what, item.wishRank)) ?? ''}/check-ins`, { day: on, note });
    season.record.checkIns += 1;
  }
};

const playWeeks = async (season: Season, weeks: readonly Week[], items: Map<string, string>, tick: () => void): Promise<void> => {
  for (const { friday, visits } of weeks) {
    goTo(season, friday, '17:30');
    await each(visits, async (visit, index) => {
      await act(season, visit, items, index % BROWSES_EVERY === 0);
      tick();
    });
  }
};

const title = (month: string, en: string) => ({ ko: `희망 목록과 준비작업, ${month}`, en: `wishes and preparation, ${en}` });

/**
 * From August to November everybody keeps their list, writes preparation down and checks in; HR's own work falls between.
 * Whoever is displaced can wish for a post of the new dong once it is decided, newcomers act when the file has named them.
 */
export const keepWishes: Stage = async (season) => {
  const displaced = new Set(season.story.district.facts.merger.displaced);
  const lists = season.story.lists.filter(({ employeeNumber }) => season.codes.employees.has(employeeNumber));
  const weeks = planWeeks(lists, {
    from: FIRST_FRIDAY, until: LAST_FRIDAY, earliest: ({ employeeNumber }) => (displaced.has(employeeNumber) ? DAYS.merger : DAYS.start),
  });
  const items = new Map<string, string>();
  const until = async (before: string, after: string, name: ReturnType<typeof title>): Promise<void> => {
    const part = weeks.filter(({ friday }) => friday >= after && friday < before);
    await season.progress.stage(name, part.reduce((sum, { visits }) => sum + visits.length, 0), ({ tick }) => playWeeks(season, part, items, tick));
  };
  await until('2026-09-01', '', title('8월', 'August'));
  await enterFacts(season);
  await until('2026-10-01', '2026-09-01', title('9월', 'September'));
  await mergeDong(season);
  await until('2026-11-01', '2026-10-01', title('10월', 'October'));
  await until('2027-01-01', '2026-11-01', title('11월', 'November'));
};

