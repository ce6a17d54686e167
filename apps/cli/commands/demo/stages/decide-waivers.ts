import { each } from '../http/each.js';
import { DAYS } from '../season/calendar.js';
import { employeeId, goTo, hr, type Stage } from '../season/season.js';

interface TakenWish {
  readonly positionId: string;
  readonly ineligible: { readonly code: string } | null;
}

const ASKED = 3;
const TEXT = '어린 자녀를 돌보기 위하여 통근 시간이 짧은 근무지가 필요합니다.';

/** Some whom the minimum tenure stops ask for an exception; HR grants the first and refuses the others, with reasons. */
export const decideWaivers: Stage = async (season) => {
  goTo(season, DAYS.amendment, '14:00');
  const round = `/api/rounds/${season.record.roundId}`;
  const stopped: { number: string; positionId: string }[] = [];
  await season.progress.stage({ ko: '필수보직기간 예외 심사', en: 'exceptions from minimum tenure' }, 0, async () => {
    for (const { employeeNumber } of season.record.participants) {
      if (stopped.length === ASKED) break;
      const list = season.story.lists.find((one) => one.employeeNumber === employeeNumber);
      if (list === undefined || list.displaced) continue;
      const { wishes } = await hr(season).get<{ wishes: TakenWish[] }>(`${round}/participants/${employeeId(season, employeeNumber)}`);
      const wish = wishes.find(({ ineligible }) => ineligible?.code === 'MINIMUM_TENURE');
      if (wish !== undefined) stopped.push({ number: employeeNumber, positionId: wish.positionId });
    }
    await each(stopped, async ({ number, positionId }, index) => {
      const { id } = await season.people.as(number).post<{ id: string }>(`/api/me/rounds/${season.record.roundId}/waivers`, {
        ruleCode: 'MINIMUM_TENURE', groundCode: 'FAMILY_CARE', text: TEXT, positionId,
      });
      const granted = index === 0;
      await hr(season).post(`${round}/waivers/${id}/decision`, {
        granted, committeeResolution: null,
        text: granted ? '돌봄 사정이 증빙으로 확인되어 예외를 인정합니다.' : '제출한 자료만으로는 예외 사유를 인정하기 어렵습니다. 다음 인사에서 다시 신청할 수 있습니다.',
      });
    }, 1);
  });
};
