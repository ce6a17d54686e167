import { openSpec, type OpenSpec } from '#ballot-box';
import { choiceOf } from '../ballots/booth.js';
import type { Election } from '../ballots/election.js';
import { NOTA } from '../ballots/vote-plan.js';
import { DAYS } from '../season/calendar.js';
import { goTo, hr, type Season, type Stage } from '../season/season.js';

/** Employee number → its number on the ballot. */
const optionsOf = async ({ people, codes }: Season, { id, plan }: Election, { nota }: OpenSpec): Promise<ReadonlyMap<string, number>> => {
  const numbers = new Map([...codes.employees].map(([number, employeeId]) => [employeeId, number]));
  const standing = await people.as(plan.nominator).get<{ employeeId: string; optionNumber: number }[]>(`/api/ballots/${id}/candidates`);
  return new Map([...standing.map(({ employeeId, optionNumber }) => [numbers.get(employeeId) ?? '', optionNumber] as const), [NOTA, nota ?? -1]]);
};

/** From here on the voters' machines are at work, beside everything else. */
const beginVoting = async (season: Season, election: Election, specification: object): Promise<void> => {
  const open = openSpec(specification);
  const options = await optionsOf(season, election, open);
  const letters = await season.offices.letters(election.id);
  const encrypted = new Map();
  election.opened = { open, options, letters, encrypted };
  for (const vote of election.plan.votes) {
    encrypted.set(vote, season.booths.encrypt({ spec: open.spec, publicKey: letters.get(vote.employeeNumber)?.publicKey ?? '', choice: choiceOf(election, vote) }));
  }
};

/** Roll closed, keys generated, credentials issued, the specification fixed and signed. */
export const prepareBallots: Stage = async (season) => {
  const { elections, progress, offices } = season;
  goTo(season, DAYS.rollClosing, '10:00');
  await progress.stage({ ko: '명부 확정', en: 'rolls closed' }, elections.length, async ({ tick }) => {
    for (const { id } of elections) {
      await hr(season).post(`/api/ballots/${id}/roll-closing`);
      tick();
    }
  });
  await progress.stage({ ko: '관리인 5명의 열쇠 생성', en: 'five trustees make the key' }, elections.length, async ({ tick }) => {
    for (const { id } of elections) {
      await offices.makeKey(id);
      tick();
    }
  });
  await progress.stage({ ko: '감사 부서의 투표 자격 발급', en: 'audit office issues credentials' }, elections.length, async ({ tick }) => {
    for (const { id } of elections) {
      await offices.issue(id);
      tick();
    }
  });
  goTo(season, DAYS.specification, '10:00');
  await progress.stage({ ko: '투표 명세 확정과 서명', en: 'specifications fixed and signed' }, elections.length, async ({ tick }) => {
    for (const election of elections) {
      const { specification } = await hr(season).post<{ specification: object }>(`/api/ballots/${election.id}/specification`);
      await offices.sign(election.id);
      await beginVoting(season, election, specification);
      tick();
    }
  });
};
