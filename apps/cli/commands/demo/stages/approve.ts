import { OUTSIDE } from '../../../demo-loader/index.js';
import { DAYS } from '../season/calendar.js';
import { goTo, type Stage } from '../season/season.js';

interface EarlyMoves {
  readonly used: number;
  readonly byGround: readonly { readonly proposed: number; readonly effected: number }[];
}

/** The committee reads its pack and endorses; the mayor looks at counter and pack and approves. */
export const approve: Stage = async (season) => {
  const { people, record } = season;
  const round = `/api/rounds/${record.roundId}`;
  const [committee, mayor] = [people.as(OUTSIDE.COMMITTEE_MEMBER), people.as(OUTSIDE.MAYOR)];
  goTo(season, DAYS.committee, '14:00');
  await season.progress.stage({ ko: '인사위원회 의결', en: 'committee endorses' }, 0, async () => {
    record.pages.set('committee-pack.json', `${JSON.stringify({ label: '가상 데이터', ...(await committee.get<object>(`${round}/committee-pack`)) }, null, 2)}\n`);
    record.pages.set('committee-pack.html', await committee.text('GET', `${round}/committee-pack/page`));
    await committee.post(`${round}/reviews`, {
      decision: 'ENDORSED', resolutionNumber: '인사위원회 2026-제15호', heldOn: DAYS.committee, opinion: '예고한 기준에 따라 배치되었고 조정 사유가 타당하므로 원안대로 의결함.',
    });
  });
  goTo(season, DAYS.approval, '10:00');
  await season.progress.stage({ ko: '구청장 승인', en: 'mayor approves' }, 0, async () => {
    await mayor.get(`${round}/committee-pack`);
    const { byGround } = await mayor.get<EarlyMoves>('/api/early-moves?year=2027');
    record.earlyMoves = byGround.reduce((sum, { proposed, effected }) => sum + proposed + effected, 0);
    await mayor.post(`${round}/approval`, {});
  });
};
