import type { Person } from '../http/person.js';
import { DAYS } from '../season/calendar.js';
import { auditor, goTo, hr, type Season, type Stage } from '../season/season.js';
import type { RunMetrics, Scenario } from '../season/season-record.js';

interface Run {
  readonly id: string;
  readonly label: string;
  readonly state: string;
  readonly mechanism: string;
  readonly seed: string;
  readonly hash: string | null;
  readonly solveMs: number | null;
  readonly metrics: RunMetrics | null;
  readonly certificate: { readonly holds: boolean } | null;
  readonly failureCode: string | null;
}

const perform = async ({ product, record }: Season, officer: Person, request: { label: string; mechanism?: string; criteria?: readonly object[] }): Promise<Scenario> => {
  const path = `/api/rounds/${record.roundId}/runs`;
  const { id } = await officer.post<Run>(path, request);
  await product.runJobs();
  const { state, hash, metrics, certificate, solveMs, label, mechanism, seed, failureCode } = await officer.get<Run>(`${path}/${id}`);
  if (state !== 'DONE' || hash === null || metrics === null) throw new Error(`The run ended ${state} ${failureCode ?? ''}`);
  return { id, label, mechanism, seed, hash, metrics, solveMs: solveMs ?? 0, certificateHolds: certificate?.holds === true };
};

/** The criteria as noticed, and beside them what other weights and another mechanism would give. */
export const runScenarios: Stage = async (season) => {
  goTo(season, DAYS.runs, '10:00');
  const officer = hr(season);
  await season.progress.stage({ ko: '배치안 산출(세 가지)', en: 'three scenarios computed' }, 3, async ({ tick }) => {
    for (const request of [
      { label: '예고한 기준' },
      { label: '근속 가중치 두 배', criteria: [{ code: 'SCORE_TENURE', value: { pointsPerMonth: 200, capMonths: 60 } }] },
      { label: '교환 방식(ttc-star)', mechanism: 'ttc-star' },
    ]) {
      season.record.scenarios.push(await perform(season, officer, request));
      tick();
    }
  });
  const [proposed] = season.record.scenarios;
  if (proposed === undefined) throw new Error('No scenario was computed');
  const run = `/api/rounds/${season.record.roundId}/runs/${proposed.id}`;
  await season.progress.stage({ ko: '감사관의 재현 검증', en: 'auditor replays the run' }, 0, async () => {
    const { same, replayedHash } = await auditor(season).post<{ same: boolean; replayedHash: string }>(`${run}/replay`);
    if (!same || replayedHash !== proposed.hash) throw new Error('The replay gave another result');
    season.record.instance = await officer.get<object>(`${run}/instance`);
    season.record.assignment = await officer.get<Readonly<Record<string, string | null>>>(`${run}/assignment`);
  });
  goTo(season, DAYS.adoption, '10:00');
  await season.progress.stage({ ko: '배치안 채택', en: 'proposal adopted' }, 0, async () => {
    await officer.post(`${run}/adoption`, { reason: '예고한 기준 그대로이며 희망 반영과 정당한 서열이 함께 지켜진 안이므로 채택함.' });
    season.record.adopted = proposed;
  });
};
