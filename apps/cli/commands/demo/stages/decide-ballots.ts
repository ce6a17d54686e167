import { OUTSIDE } from '../../../demo-loader/index.js';
import { countedBoard, type Decision, type Election } from '../ballots/election.js';
import { winnerOf } from '../ballots/outcome.js';
import { refused } from '../http/refused.js';
import { DAYS } from '../season/calendar.js';
import { employeeId, goTo, hr, positionId, type Season, type Stage } from '../season/season.js';

/** The result, or the runner-up with a published reason; without a reason the product must refuse it. */
const decide = async (season: Season, election: Election): Promise<Decision> => {
  const mayor = season.people.as(OUTSIDE.MAYOR);
  const { candidates, deviation } = election.plan;
  const winner = winnerOf(election);
  if (winner === null) throw new Error(`Nobody was chosen as ${election.plan.position}`);
  await mayor.get(`/api/ballots/${election.id}/board`);
  const url = `/api/ballots/${election.id}/decision`;
  const appointed = deviation === null ? winner : candidates.find(({ employeeNumber }) => employeeNumber !== winner)?.employeeNumber ?? '';
  const body = { appointedEmployeeId: employeeId(season, appointed) };
  if (deviation !== null) await refused('DEVIATION_NEEDS_REASON', () => mayor.post(url, body));
  const { kind, reason } = await mayor.post<Omit<Decision, 'appointed'>>(url, { ...body, reason: deviation });
  return { kind, reason, appointed };
};

/** Whoever headed the department so far takes over the post that becomes free. */
const makeRoom = async (season: Season, { plan: { incumbent }, decision }: Election): Promise<void> => {
  const left = season.story.district.employees.find(({ employeeNumber }) => employeeNumber === decision?.appointed);
  if (left === undefined) return;
  await hr(season).post('/api/planned-assignments', { employeeId: employeeId(season, incumbent.employeeNumber), positionId: positionId(season, left.positionCode), effectiveOn: DAYS.orders });
};

/** The mayor countersigns one result and departs from the other; both appointments wait for the orders of the round. */
export const decideBallots = async (season: Season): Promise<void> => {
  goTo(season, DAYS.count, '11:00');
  await season.progress.stage({ ko: '구청장의 서명과 결정', en: 'mayor countersigns, or departs' }, season.elections.length, async ({ tick }) => {
    for (const election of season.elections) {
      countedBoard(election);
      election.decision = await decide(season, election);
      await makeRoom(season, election);
      tick();
    }
    const planned = await hr(season).get<unknown[]>('/api/planned-assignments');
    if (planned.length !== 2 * season.elections.length) throw new Error('The appointments are not planned');
  });
};

/** On the day of the orders those appointed hold the posts; the round has kept the places for them. */
export const takeOffice: Stage = async (season) => {
  for (const { plan, decision } of season.elections) {
    const { positionId: held } = await season.people.as(decision?.appointed ?? '').get<{ positionId: string }>('/api/me/employee');
    if (held !== positionId(season, plan.positionCode)) throw new Error(`The appointment as ${plan.position} did not take effect`);
    if (season.record.participants.some(({ outcomePositionId }) => outcomePositionId === held)) throw new Error(`The round placed somebody as ${plan.position}`);
  }
};
