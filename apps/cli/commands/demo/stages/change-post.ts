import { DAYS, CLOSES_AT } from '../season/calendar.js';
import { goTo, hr, positionId, type Stage } from '../season/season.js';

/** A post whose duties change after the notice: everyone who wished for it reads why and may choose again. */
export const changePost: Stage = async (season) => {
  goTo(season, DAYS.postChange, '10:00');
  const officer = hr(season);
  const counts = new Map<string, number>();
  for (const { wishes } of season.story.lists) for (const { positionCode } of wishes) counts.set(positionCode, (counts.get(positionCode) ?? 0) + 1);
  const code = [...counts].filter(([, count]) => count >= 3).map(([found]) => found).sort()[0] ?? '';
  await season.progress.stage({ ko: '공고 뒤 직위 변경과 안내', en: 'a post changed after the notice' }, 0, async () => {
    const post = await officer.get<{ version: number; description: string | null }>(`/api/positions/${positionId(season, code)}`);
    await officer.patch(`/api/positions/${positionId(season, code)}`, { version: post.version, description: `${post.description ?? ''} 2027년부터 야간 민원 창구를 함께 맡는다.`.trim() });
    const { affectedPeople } = await officer.post<{ affectedPeople: number }>(`/api/rounds/${season.record.roundId}/post-changes`, {
      positionId: positionId(season, code), kind: 'CHANGED', reason: '야간 민원 창구가 신설되어 담당업무가 늘어났습니다.', closesAt: CLOSES_AT,
    });
    if (affectedPeople === 0) throw new Error('Nobody was told about the changed post');
  });
};
