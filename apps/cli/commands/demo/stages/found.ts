import { DAYS } from '../season/calendar.js';
import { goTo, type Stage } from '../season/season.js';

/** The deployment's own work: organisation and administrator, who then sets the first password. */
export const found: Stage = async (season) => {
  goTo(season, DAYS.start, '08:30');
  const { name, nameEn } = season.story.district;
  await season.progress.stage({ ko: '기관 개설', en: 'organisation founded' }, 0, async () => {
    const { signInName, code } = await season.product.found({ name, nameEn });
    await season.people.activate(signInName, code);
  });
};
