import type { Bilingual } from '#contracts';
import { each } from '../http/each.js';
import { DAYS } from '../season/calendar.js';
import type { ParticipantLine, ReadResult } from '../season/season-record.js';
import { goTo, hr, type Stage } from '../season/season.js';

interface OwnEntry {
  readonly state: ParticipantLine['state'];
  readonly facts: { readonly displaced: boolean };
  readonly wishes: readonly { readonly choiceRank: number; readonly positionId: string }[];
  readonly result: { readonly sentence: Bilingual; readonly outcomePositionId: string | null } | null;
}

/** On the day of the orders everybody concerned reads the own result and the reason for it. */
export const readResults: Stage = async (season) => {
  goTo(season, DAYS.orders, '09:30');
  const { roundId } = season.record;
  season.record.participants = await hr(season).get<ParticipantLine[]>(`/api/rounds/${roundId}/participants`);
  const { participants } = season.record;
  await season.progress.stage({ ko: '결과와 사유 확인', en: 'results and reasons read' }, participants.length, async ({ tick }) => {
    const results = new Map<string, ReadResult>();
    await each(participants, async ({ employeeNumber }) => {
      const { state, facts, wishes, result } = await season.people.as(employeeNumber).get<OwnEntry>(`/api/me/rounds/${roundId}`);
      if (result === null) throw new Error('Somebody found no result on the day of the orders');
      const rank = wishes.find(({ positionId }) => positionId === result.outcomePositionId)?.choiceRank ?? null;
      results.set(employeeNumber, { employeeNumber, state, displaced: facts.displaced, rank: state === 'PLACED' ? rank : null, sentence: result.sentence });
      tick();
    });
    season.record.results = participants.flatMap(({ employeeNumber }) => results.get(employeeNumber) ?? []);
  });
};
