import { DAYS } from '../season/calendar.js';
import { goTo, hr, type Stage } from '../season/season.js';
import type { RoundSeat } from './free-places.js';

const ASKED = 4;
const GRANTED = 2;
const TEXT = '어린 자녀를 돌보기 위하여 통근 시간이 짧은 근무지가 필요합니다.';

/**
 * Some whom the minimum tenure stops ask for an exception, those first whose wish has most places that nobody may keep; HR
 * grants two and refuses the others, with reasons.
 */
export const decideWaivers: Stage = async (season) => {
  goTo(season, DAYS.amendment, '14:00');
  const { roundId, stopped } = season.record;
  await season.progress.stage({ ko: '필수보직기간 예외 심사', en: 'exceptions from minimum tenure' }, Math.min(ASKED, stopped.size), async ({ tick }) => {
    const seats = await hr(season).get<(RoundSeat & { vacancies: number | null })[]>(`/api/rounds/${roundId}/seats`);
    const vacancies = new Map(seats.map(({ positionId, vacancies: free }) => [positionId, free ?? 0]));
    const chances = [...stopped].sort(([a, first], [b, second]) => (vacancies.get(second) ?? 0) - (vacancies.get(first) ?? 0) || (a < b ? -1 : 1));
    for (const [index, [number, positionId]] of chances.slice(0, ASKED).entries()) {
      const { id } = await season.people.as(number).post<{ id: string }>(`/api/me/rounds/${roundId}/waivers`, {
        ruleCode: 'MINIMUM_TENURE', groundCode: 'FAMILY_CARE', text: TEXT, positionId,
      });
      const granted = index < GRANTED;
      await hr(season).post(`/api/rounds/${roundId}/waivers/${id}/decision`, {
        granted, committeeResolution: null,
        text: granted ? '돌봄 사정이 증빙으로 확인되어 예외를 인정합니다.' : '제출한 자료만으로는 예외 사유를 인정하기 어렵습니다. 다음 인사에서 다시 신청할 수 있습니다.',
      });
      tick();
    }
  });
};
