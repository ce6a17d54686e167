import type { ParticipantLine, ComparedScenario } from '../season/season-record.js';
import { DAYS } from '../season/calendar.js';
import { goTo, hr, type Stage } from '../season/season.js';

const firstChoices = ({ metrics }: ComparedScenario): number => metrics.byRank[0] ?? 0;

/** What HR writes down: the proposal's own merits, and why not one that grants more first choices. */
const reasonFor = (proposed: ComparedScenario, scenarios: readonly ComparedScenario[]): string => {
  const { envy } = proposed.metrics.reading;
  const order = envy === 0 ? '점수가 앞서는데도 밀린 경우가 없는' : `점수가 앞서는데도 밀린 경우가 ${envy}건에 그치는`;
  const tempting = scenarios
    .filter((scenario) => scenario.adoptable && scenario.metrics.reading.envy > envy && firstChoices(scenario) > firstChoices(proposed))
    .sort((a, b) => firstChoices(b) - firstChoices(a))[0];
  const instead = tempting === undefined ? '' : ` 1지망이 ${firstChoices(tempting)}명으로 가장 많은 ‘${tempting.title.ko}’ 방식은 점수 순서를 거스르는 경우가 ${tempting.metrics.reading.envy}건 생기므로 채택하지 아니함.`;
  return `예고한 기준과 방식 그대로이며 현재 보직을 잃는 사람이 없고 ${order} 안이므로 채택함.${instead}`;
};

/** One scenario becomes the proposal, with its reason; nobody who may stay may end worse off. */
export const adoptScenario: Stage = async (season) => {
  const { record, progress } = season;
  const proposed = record.proposed;
  if (proposed === null) throw new Error('No scenario was proposed');
  goTo(season, DAYS.adoption, '10:00');
  await progress.stage({ ko: '배치안 채택', en: 'proposal adopted' }, 0, async () => {
    record.adoptionReason = reasonFor(proposed, record.scenarios);
    await hr(season).post(`/api/rounds/${record.roundId}/runs/${proposed.runId}/adoption`, { reason: record.adoptionReason });
    const lines = await hr(season).get<ParticipantLine[]>(`/api/rounds/${record.roundId}/participants`);
    const worseOff = lines.filter(({ state, mustMove, currentPositionId }) => !mustMove && currentPositionId !== null && (state === 'OUT_OF_WISH' || state === 'UNMET'));
    if (proposed.metrics.worseOff > 0 || worseOff.length > 0) throw new Error('Somebody who may stay ends worse off');
    record.adopted = proposed;
  });
};
