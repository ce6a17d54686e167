import { refused } from '../http/refused.js';
import { DAYS, CLOSES_AT, OPENS_AT, RESOLUTION, ROUND_NAME } from '../season/calendar.js';
import { goTo, hr, type Stage } from '../season/season.js';

const BASIS = { ko: '자리구 보직관리 기준 제7조(가상 데이터)', en: 'Jari District Posting Standards, art. 7 (invented data)' };

/** Criteria, draft, resolution, notice; without the resolution the product must refuse it. */
export const announceRound: Stage = async (season) => {
  const officer = hr(season);
  goTo(season, DAYS.resolved);
  await season.progress.stage({ ko: '배치 기준과 인사예고', en: 'criteria, resolution and notice' }, 0, async () => {
    const criteria = await officer.get<{ code: string; value: object }[]>(`/api/criteria?on=${DAYS.cutOff}`);
    const longTenure = criteria.find(({ code }) => code === 'LONG_TENURE');
    // The organisation takes the standard over as its own rule, from the day of the committee's resolution on.
    await officer.put('/api/criteria/LONG_TENURE', { value: longTenure?.value ?? {}, validFrom: DAYS.resolved, validTo: null, legalBasis: BASIS });
    const draft = {
      name: ROUND_NAME, kind: 'REGULAR', noticeOn: DAYS.notice, opensAt: OPENS_AT, closesAt: CLOSES_AT, cutOffOn: DAYS.cutOff,
      resultsOn: DAYS.results, effectiveOn: DAYS.orders, seed: season.seed, criteria: [], criteriaBasis: null,
    };
    const { id, version } = await officer.post<{ id: string; version: number }>('/api/rounds', { ...draft, resolutionNumber: null, resolvedOn: null });
    season.record.roundId = id;
    goTo(season, DAYS.notice);
    await refused('ROUND_NOT_READY', () => officer.post(`/api/rounds/${id}/notice`));
    await officer.put(`/api/rounds/${id}`, { ...draft, version, resolutionNumber: RESOLUTION, resolvedOn: DAYS.resolved });
    await officer.post(`/api/rounds/${id}/notice`);
  });
};
