import type { Bilingual } from '#contracts';

const repeats = (duty: string, unit: string): boolean => duty.startsWith(unit) || duty.endsWith(unit);

/**
 * A post in one phrase: 세무관리과 부과팀 지방소득세 부과; Local income tax, Assessment Team, Tax Division. A duty that names its
 * own unit is not told it twice: 위생과 총괄, not 위생과 위생과 총괄.
 * @param units from the top to the post's own
 */
export const postName = (units: readonly Bilingual[], duty: Bilingual): Bilingual => {
  const own = units.at(-1);
  const above = units.slice(0, -1);
  const named = (language: 'ko' | 'en'): string[] => (own === undefined || repeats(duty[language], own[language]) ? above : units).map((unit) => unit[language]);
  return { ko: [...named('ko'), duty.ko].join(' '), en: [duty.en, ...named('en').reverse()].join(', ') };
};
