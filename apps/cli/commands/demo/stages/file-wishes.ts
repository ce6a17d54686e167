import { addDays } from '#organization';
import type { DemoWishList } from '../../../demo-district/index.js';
import { each } from '../http/each.js';
import { DAYS } from '../season/calendar.js';
import { goTo, hr, type Season, type Stage } from '../season/season.js';
import { activatePeople } from './accounts.js';
import { castVotes } from './cast-votes.js';
import { changePost } from './change-post.js';
import { countBallots } from './count-ballots.js';
import { decideBallots } from './decide-ballots.js';
import { saveList } from './keep-wishes.js';
import { requestStaff } from './request-staff.js';
import { tryToCheat } from './try-to-cheat.js';

/** Every so manieth person changes the order once more before filing. */
const REVISES_EVERY = 9;
/** So many of each thousand wait for the last hour. */
const LAST_HOUR_PERMILLE = 250;
/** On the same days the managers vote, in the afternoon. */
const FILING_DAYS = [['2026-12-07', '첫째 날', 'first day'], ['2026-12-08', '둘째 날', 'second day'], ['2026-12-09', '셋째 날', 'third day']] as const;

const file = async (season: Season, list: DemoWishList, index: number): Promise<void> => {
  const { employeeNumber, wishes } = list;
  const person = season.people.as(employeeNumber);
  const saved = season.record.versions.get(employeeNumber);
  if (saved === undefined || index % REVISES_EVERY === 0) {
    // Tries another order, thinks better of it and files.
    await saveList(season, person, list, [...wishes].reverse(), false);
    await saveList(season, person, list, wishes, true);
  } else {
    const { version } = await person.post<{ version: number }>('/api/me/wish-list/file', { version: saved });
    season.record.versions.set(employeeNumber, version);
  }
  season.record.filed += 1;
};

/** The window of filing: opened by its job, most file in time, many in the last hour; closed by its job at the deadline. The managers' ballots fall into it. */
export const fileWishes: Stage = async (season) => {
  const { lists } = season.story;
  goTo(season, DAYS.opens, '09:00');
  await season.product.runJobs();
  await activatePeople(season, hr(season), lists.map(({ employeeNumber }) => employeeNumber), () => undefined);
  const late = Math.round((lists.length * LAST_HOUR_PERMILLE) / 1000);
  const early = lists.slice(0, lists.length - late);
  for (const [turn, [day, ko, en]] of FILING_DAYS.entries()) {
    const today = early.filter((_, index) => index % FILING_DAYS.length === turn);
    await season.progress.stage({ ko: `희망 제출, ${ko}`, en: `wish lists filed, ${en}` }, today.length, async ({ tick }) => {
      goTo(season, day, '12:30');
      await each(today, async (list, index) => {
        await file(season, list, index);
        tick();
      });
    });
    await castVotes(season, turn);
  }
  await changePost(season);
  await castVotes(season, FILING_DAYS.length);
  await tryToCheat(season);
  await countBallots(season);
  await decideBallots(season);
  await requestStaff(season);
  await season.progress.stage({ ko: '마감 직전 제출', en: 'filed in the last hour' }, late, async ({ tick }) => {
    goTo(season, DAYS.closes, '17:15');
    await each(lists.slice(early.length), async (list, index) => {
      await file(season, list, index);
      tick();
    });
  });
  await season.progress.stage({ ko: '마감과 스냅숏', en: 'deadline and snapshot' }, 0, async () => {
    goTo(season, DAYS.closes, '18:00');
    await season.product.runJobs();
    const { state } = await hr(season).get<{ state: string }>(`/api/rounds/${season.record.roundId}`);
    if (state !== 'CLOSED') throw new Error(`The deadline left the round ${state}`);
  });
  goTo(season, addDays(DAYS.closes, 1), '09:00');
};
