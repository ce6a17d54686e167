import { ApiError } from '../http/api-error.js';
import { refused } from '../http/refused.js';
import { DAYS } from '../season/calendar.js';
import type { ParticipantLine } from '../season/season-record.js';
import { goTo, hr, secondHr, type Season, type Stage } from '../season/season.js';
import { freePlaces, type RoundSeat } from './free-places.js';

/** So many departures from the run are approved; one more is refused. */
const APPROVED = 2;
/** Posts tried for one person before the next one's turn; the product's rules refuse those that do not fit. */
const TRIES = 40;
const GROUND = '가까운 동 주민센터의 결원이 길어져 경력이 맞는 직원을 먼저 배치할 필요가 있음.';

interface Override {
  readonly id: string;
}

const propose = async ({ record }: Season, officer: ReturnType<typeof hr>, line: ParticipantLine, seat: RoundSeat): Promise<Override | undefined> => {
  try {
    return await officer.post<Override>(`/api/rounds/${record.roundId}/overrides`, {
      groundCode: 'DUTY_NEED', groundText: GROUND, moves: [{ employeeId: line.employeeId, toPositionId: seat.positionId }],
    });
  } catch (error) {
    if (error instanceof ApiError && error.code === 'VALIDATION_FAILED') return undefined;
    throw error;
  }
};

/** Somebody placed out of wish, and a free post nobody's rule closes to them. */
const proposeAnother = async (season: Season, officer: ReturnType<typeof hr>, passed: Set<string>): Promise<Override> => {
  const round = `/api/rounds/${season.record.roundId}`;
  const people = await officer.get<ParticipantLine[]>(`${round}/participants`);
  const free = freePlaces(await officer.get<RoundSeat[]>(`${round}/seats`), people);
  for (const line of people.filter(({ state, displaced, employeeNumber }) => state === 'OUT_OF_WISH' && !displaced && !passed.has(employeeNumber))) {
    passed.add(line.employeeNumber);
    for (const seat of free.slice(0, TRIES)) {
      const made = await propose(season, officer, line, seat);
      if (made !== undefined) return made;
    }
  }
  throw new Error('Nobody could be moved by an override');
};

/** One officer proposes, another decides; the product refuses one person doing both, and an officer who stood aside. */
export const decideOverrides: Stage = async (season) => {
  goTo(season, DAYS.adoption, '14:00');
  const round = `/api/rounds/${season.record.roundId}`;
  const [first, second] = [hr(season), secondHr(season)];
  const passed = new Set<string>();
  await season.progress.stage({ ko: '조정과 다른 담당자의 승인', en: 'overrides, second approval' }, APPROVED + 1, async ({ tick }) => {
    const colleague = season.record.participants.findLast(({ state, wishCount }) => state !== 'EXCLUDED' && wishCount > 0);
    if (colleague === undefined) throw new Error('The snapshot is empty');
    passed.add(colleague.employeeNumber);
    await first.post(`${round}/recusals`, { type: 'SELF', subjectEmployeeId: colleague.employeeId, groundText: '같은 팀에서 오래 함께 근무한 가까운 사이입니다.' });
    const somewhere = (await first.get<RoundSeat[]>(`${round}/seats`))[0]?.positionId ?? '';
    await refused('OFFICER_RECUSED', () => first.post(`${round}/overrides`, {
      groundCode: 'DUTY_NEED', groundText: GROUND, moves: [{ employeeId: colleague.employeeId, toPositionId: somewhere }],
    }));
    for (let turn = 0; turn < APPROVED; turn += 1) {
      const { id } = await proposeAnother(season, first, passed);
      await refused('OVERRIDE_SECOND_PERSON', () => first.post(`${round}/overrides/${id}/decision`, { approved: true, text: null }));
      await second.post(`${round}/overrides/${id}/decision`, { approved: true, text: '결원 해소의 필요가 인정됨.' });
      season.record.overrides += 1;
      tick();
    }
    const { id } = await proposeAnother(season, first, passed);
    await second.post(`${round}/overrides/${id}/decision`, { approved: false, text: '본인의 희망 부서와 더 멀어지므로 배치안대로 두기로 함.' });
    tick();
  });
};
