import { mergerRequest } from '../../../demo-loader/index.js';
import { DAYS } from '../season/calendar.js';
import { goTo, hr, unitId, type Stage } from '../season/season.js';
import { learnIds } from './import-staff.js';

/** Two dong become one on the first of January; 24 people lose their posts with them. */
export const mergeDong: Stage = async (season) => {
  const { merger } = season.story.district.facts;
  goTo(season, DAYS.merger);
  await season.progress.stage({ ko: '동 통폐합', en: 'two dong merged' }, 0, async () => {
    const { id } = await hr(season).post<{ id: string }>('/api/reorganizations/dong-mergers', mergerRequest(merger, (code) => unitId(season, code)));
    const { displaced } = await hr(season).get<{ displaced: unknown[] }>(`/api/reorganizations/${id}`);
    if (displaced.length !== merger.displaced.length) throw new Error(`${displaced.length} people were displaced instead of ${merger.displaced.length}`);
    await learnIds(season, hr(season), merger.effectiveOn);
  });
};
