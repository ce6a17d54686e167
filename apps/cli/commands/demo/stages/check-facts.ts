import { each } from '../http/each.js';
import { DAYS } from '../season/calendar.js';
import type { ParticipantLine } from '../season/season-record.js';
import { goTo, hr, type Stage } from '../season/season.js';
import { activatePeople } from './accounts.js';

interface TakenWish {
  readonly positionId: string;
  readonly ineligible: { readonly code: string } | null;
}

/** Most look and confirm; every so manieth never answers, and a few find something wrong. */
const SILENT_EVERY = 25;
const DISPUTES = 3;

/** Everybody in the snapshot verifies the own facts before the run; objections are settled by HR. */
export const checkFacts: Stage = async (season) => {
  goTo(season, DAYS.checks, '09:30');
  const round = `/api/rounds/${season.record.roundId}`;
  const lines = await hr(season).get<ParticipantLine[]>(`${round}/participants`);
  season.record.participants = lines;
  const numbers = lines.map(({ employeeNumber }) => employeeNumber);
  await season.progress.stage({ ko: '본인 사실 확인', en: 'own facts confirmed' }, lines.length, async ({ tick }) => {
    await activatePeople(season, hr(season), numbers, () => undefined);
    await each(lines, async ({ employeeNumber }, index) => {
      tick();
      if (index % SILENT_EVERY === SILENT_EVERY - 1) return;
      const person = season.people.as(employeeNumber);
      const { wishes } = await person.get<{ wishes: TakenWish[] }>(`/api/me/rounds/${season.record.roundId}`);
      const stopped = wishes.find(({ ineligible }) => ineligible?.code === 'MINIMUM_TENURE');
      if (stopped !== undefined) season.record.stopped.set(employeeNumber, stopped.positionId);
      if (index < DISPUTES) {
        await person.post(`/api/me/rounds/${season.record.roundId}/facts/dispute`, { text: '현 보직 근무 개월 수가 인사기록과 한 달 다릅니다. 확인을 요청합니다.' });
        return;
      }
      await person.post(`/api/me/rounds/${season.record.roundId}/facts/confirmation`);
      season.record.factsConfirmed += 1;
    });
  });
  await season.progress.stage({ ko: '이의 정리', en: 'objections settled' }, DISPUTES, async ({ tick }) => {
    for (const line of lines.slice(0, DISPUTES)) {
      await hr(season).post(`${round}/participants/${line.employeeId}/facts/settlement`, { text: '휴직 기간을 뺀 근속기간을 다시 계산하였으며 결과는 같습니다.' });
      tick();
    }
  });
};
