import { DAYS } from '../season/calendar.js';
import { employeeId, goTo, hr, unitId, type Stage } from '../season/season.js';

const AT_ONCE = 500;

/** Where dong are, where people live and where they served before: from the personnel cards, by HR. */
export const enterRecords: Stage = async (season) => {
  goTo(season, DAYS.secondImport, '15:00');
  const { records, places } = season.story.district.facts;
  await season.progress.stage({ ko: '경력과 거주지 등록', en: 'earlier service and homes entered' }, records.length, async ({ tick }) => {
    await hr(season).put('/api/unit-places', { places: places.map(({ unitCode, ...place }) => ({ ...place, unitId: unitId(season, unitCode) })) });
    for (let at = 0; at < records.length; at += AT_ONCE) {
      const some = records.slice(at, at + AT_ONCE);
      await hr(season).put('/api/placement-records', {
        records: some.map(({ employeeNumber, home, service }) => ({
          employeeId: employeeId(season, employeeNumber), home, service: service.map(({ unitCode, months }) => ({ unitId: unitId(season, unitCode), months })),
        })),
      });
      tick(some.length);
    }
  });
};
