import type { InstanceInput } from '#matching';
import type { Person } from '../http/person.js';
import { DAYS } from '../season/calendar.js';
import { auditor, goTo, hr, type Season, type Stage } from '../season/season.js';
import type { ComparedScenario, RefusedScenario } from '../season/season-record.js';
import { scenarioFile } from '../summary/scenario-file.js';

interface Run {
  readonly id: string;
  readonly mechanism: string;
  readonly label: string;
  readonly state: string;
  readonly failureCode: string | null;
}

interface Comparison {
  readonly baseRunId: string;
  readonly scenarios: readonly ComparedScenario[];
}

/** What HR weighs beside the mechanisms: another weight under the mechanism noticed. */
const OTHER_WEIGHTS = { label: '근속 가중치 두 배', criteria: [{ code: 'SCORE_TENURE', value: { pointsPerMonth: 200, capMonths: 60 } }] };
const AS_NOTICED = { label: '예고한 기준' };
const NOTICED = 'da-star';

/** How a scenario may end without a result: the round is no input for it, or the constraints contradict each other. */
const UNUSABLE: readonly string[] = ['RUN_MECHANISM_REFUSED', 'RUN_CONSTRAINTS_CONFLICT', 'RUN_CONSTRAINTS_UNDECIDED'];

const runsUrl = ({ record }: Season): string => `/api/rounds/${record.roundId}/runs`;

/** The run as noticed, every other mechanism by one request, and other weights: one run each, all on the same snapshot. */
const requestAll = async (season: Season, officer: Person): Promise<readonly Run[]> => {
  const mechanisms = await officer.get<{ code: string }[]>('/api/mechanisms');
  const others = mechanisms.map(({ code }) => code).filter((code) => code !== NOTICED);
  const noticed = await officer.post<Run>(runsUrl(season), AS_NOTICED);
  const requested = await officer.post<Run[]>(`/api/rounds/${season.record.roundId}/scenarios`, { mechanisms: others });
  return [noticed, ...requested, await officer.post<Run>(runsUrl(season), OTHER_WEIGHTS)];
};

const refusedOf = (runs: readonly Run[]): readonly RefusedScenario[] =>
  runs.filter(({ state }) => state !== 'DONE').map(({ mechanism, label, failureCode }) => {
    if (failureCode === null || !UNUSABLE.includes(failureCode)) throw new Error(`The run by ${mechanism} ended with ${failureCode ?? 'nothing'}`);
    return { mechanism, label };
  });

/**
 * Each scenario as a file that a third person can check: the mechanism on the instance of the run as noticed, beside the
 * figures of the whole round. The weights differ in one of them, and so would its instance.
 */
const writeScenarios = async (season: Season, officer: Person, { scenarios }: Comparison): Promise<void> => {
  const { record } = season;
  const instance = record.instance as InstanceInput;
  for (const scenario of scenarios.filter(({ label }) => label !== OTHER_WEIGHTS.label)) {
    const open = await officer.get<Readonly<Record<string, string | null>>>(`${runsUrl(season)}/${scenario.runId}/assignment`);
    record.pages.set(`scenarios/${scenario.mechanism}.json`, scenarioFile(scenario, instance, season.seed, open));
  }
};

export const runScenarios: Stage = async (season) => {
  const { record, progress } = season;
  goTo(season, DAYS.runs, '10:00');
  const officer = hr(season);
  const round = `/api/rounds/${record.roundId}`;
  const comparison = await progress.stage({ ko: '배치안 산출(모든 방식)', en: 'scenarios computed by every mechanism' }, 0, async () => {
    await requestAll(season, officer);
    await season.product.runJobs();
    record.refused = refusedOf(await officer.get<Run[]>(runsUrl(season)));
    return officer.get<Comparison>(`${round}/comparison`);
  });
  record.scenarios = comparison.scenarios;
  const proposed = comparison.scenarios.find(({ runId }) => runId === comparison.baseRunId);
  if (proposed === undefined || proposed.mechanism !== NOTICED) throw new Error('The run as noticed is not among the scenarios');
  const run = `${runsUrl(season)}/${proposed.runId}`;
  await progress.stage({ ko: '감사관의 재현 검증', en: 'auditor replays the run' }, 0, async () => {
    const { same, replayedHash } = await auditor(season).post<{ same: boolean; replayedHash: string }>(`${run}/replay`);
    if (!same || replayedHash !== proposed.hash) throw new Error('The replay gave another result');
    record.instance = await officer.get<object>(`${run}/instance`);
    record.assignment = await officer.get<Readonly<Record<string, string | null>>>(`${run}/assignment`);
  });
  await progress.stage({ ko: '배치안 비교와 기록', en: 'scenarios compared and written' }, 0, () => writeScenarios(season, officer, comparison));
  record.proposed = proposed;
};
