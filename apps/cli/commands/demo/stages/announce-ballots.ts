import { OUTSIDE } from '../../../demo-loader/index.js';
import type { Election } from '../ballots/election.js';
import { TRUSTEE_ACCOUNTS } from '../ballots/offices.js';
import { BALLOT_TIMES, DAYS } from '../season/calendar.js';
import { byAnOfficer, employeeId, goTo, hr, positionId, type Season, type Stage } from '../season/season.js';
import { activatePeople } from './accounts.js';

/** Checked against receipts for a day before anybody decrypts. */
const CHECKING_SECONDS = 86_400;
const NOMINATION = '여러 부서의 일을 조율해 온 경험이 있고 결정한 이유를 늘 설명합니다.';
const OBJECTION = '직무대리로 과장 업무를 맡고 있으므로 선거인명부에 올려 주시기 바랍니다.';
const OBJECTION_ANSWER = '선거인은 4급부터 6급까지의 관리자로 정해져 있으므로 받아들이지 아니함.';

interface Id {
  readonly id: string;
}

const trusteesOf = async ({ people }: Season): Promise<readonly { accountId: string; name: string }[]> => {
  const admin = people.as(OUTSIDE.SYSTEM_ADMIN);
  return Promise.all(TRUSTEE_ACCOUNTS.map(async ({ signInName, name }) => {
    const { items } = await admin.get<{ items: Id[] }>(`/api/accounts?signInName=${signInName}`);
    return { accountId: items[0]?.id ?? '', name };
  }));
};

const announce = async (season: Season, election: Election, trustees: readonly object[]): Promise<void> => {
  const officer = hr(season);
  const { position, positionCode, method, quorum } = election.plan;
  const { id } = await officer.post<Id>('/api/ballots', {
    name: `${position} 선출`, positionId: positionId(season, positionCode), effectiveOn: DAYS.orders, method, tieRule: 'seniority', quorum, checkingSeconds: CHECKING_SECONDS,
    credentialMode: 'SEPARATE', ...BALLOT_TIMES,
  });
  election.id = id;
  await officer.put(`/api/ballots/${id}/trustees`, { trustees });
  await officer.post(`/api/ballots/${id}/announcement`);
};

/** One is nominated by a colleague and consents, the others stand of their own will; one would rather not. */
const nominate = async (season: Season, election: Election): Promise<void> => {
  const { candidates, declines, nominator } = election.plan;
  const url = `/api/ballots/${election.id}/candidates`;
  const answer = (number: string, body: object) => season.people.as(number).put(`/api/me/ballots/${election.id}/candidacy`, body);
  for (const [at, { employeeNumber, statement }] of candidates.entries()) {
    await season.people.as(at === 0 ? nominator : employeeNumber).post(url, { employeeId: employeeId(season, employeeNumber), text: NOMINATION });
    await answer(employeeNumber, { consents: true, statement });
    election.nominated += 1;
  }
  if (declines === null) return;
  await season.people.as(nominator).post(url, { employeeId: employeeId(season, declines), text: NOMINATION });
  await answer(declines, { consents: false });
  election.nominated += 1;
};

/** Somebody of grade 7 asks to be put on the roll; HR says no, in writing. */
const object = async (season: Season, election: Election): Promise<void> => {
  const url = `/api/ballots/${election.id}/roll-appeals`;
  const { id } = await season.people.as(election.plan.objector).post<Id>(url, { kind: 'ADD', text: OBJECTION });
  await byAnOfficer(season, (officer) => officer.post(`${url}/${id}/decision`, { upheld: false, text: OBJECTION_ANSWER }));
  election.objections += 1;
};

/** Both ballots are announced; the roll is open to objections, and people stand. */
export const announceBallots: Stage = async (season) => {
  const { elections, progress, offices } = season;
  goTo(season, DAYS.ballotNotice, '10:00');
  await progress.stage({ ko: '관리인과 감사 부서의 열쇠와 지문 대조', en: 'own keys, fingerprints compared' }, 0, () => offices.begin());
  await progress.stage({ ko: '투표 공고', en: 'ballots announced' }, elections.length, async ({ tick }) => {
    const trustees = await trusteesOf(season);
    for (const election of elections) {
      await announce(season, election, trustees);
      tick();
    }
  });
  goTo(season, DAYS.nominations, '10:00');
  await progress.stage({ ko: '후보자 추천과 동의, 명부 이의', en: 'candidates stand, roll objected to' }, elections.length, async ({ tick }) => {
    const acting = elections.flatMap(({ plan: { candidates, declines, nominator, objector } }) => [...candidates.map(({ employeeNumber }) => employeeNumber), ...(declines === null ? [] : [declines]), nominator, objector]);
    await activatePeople(season, hr(season), [...new Set(acting)], () => undefined);
    for (const election of elections) {
      await nominate(season, election);
      await object(season, election);
      tick();
    }
  });
};
