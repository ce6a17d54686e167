import { DAYS } from '../season/calendar.js';
import { employeeId, goTo, hr, type Stage } from '../season/season.js';

/** Couples and hardship cases, entered by HR under a case number; nobody else ever reads them. */
export const enterFacts: Stage = async (season) => {
  goTo(season, DAYS.facts);
  const { couples, hardships } = season.story.district.facts;
  await season.progress.stage({ ko: '분리 배치·고충 사정 등록', en: 'relations and hardships entered' }, couples.length + hardships.length, async ({ tick }) => {
    for (const { employeeNumbers: [first, second], kind } of couples) {
      await hr(season).post('/api/relations', { employeeId: employeeId(season, first), otherEmployeeId: employeeId(season, second), kind, note: null });
      tick();
    }
    for (const [index, { employeeNumber, kind, text }] of hardships.entries()) {
      await hr(season).post(`/api/employees/${employeeId(season, employeeNumber)}/circumstances`, {
        kind, validFrom: DAYS.facts, validUntil: null, caseNumber: `2026-고충-${String(index + 1).padStart(3, '0')}`, note: text,
      });
      tick();
    }
  });
};
