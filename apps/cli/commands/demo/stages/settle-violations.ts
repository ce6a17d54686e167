import { DAYS } from '../season/calendar.js';
import type { ParticipantLine } from '../season/season-record.js';
import { byAnOfficer, goTo, hr, secondHr, type Season, type Stage } from '../season/season.js';
import { ApiError } from '../http/api-error.js';
import { freePlaces, type RoundSeat } from './free-places.js';

interface Violation {
  readonly id: string;
  readonly ruleCode: string;
  readonly employeeIds: readonly string[];
  readonly state: 'OPEN' | 'RESOLVED' | 'ACCEPTED';
}

const REASONS: Readonly<Record<string, string>> = {
  OUTFLOW_QUOTA: '다른 부서에서 오는 인원이 나가는 인원을 채우므로 업무 공백이 없음.',
  MINIMUM_EXPERIENCED: '남은 경력자를 주무로 지정하고 인수인계 기간을 두기로 함.',
  GRADE_MIX: '하반기 정기인사에서 직급 구성을 바로잡기로 함.',
  HEAVY_WORKLOAD_FLOOR: '신규 임용 예정자를 우선 배치하기로 함.',
  RELATIVES_TOGETHER: '같은 부서이나 결재선이 다르며 다음 인사에서 분리하기로 함.',
};

/** Tries to put one of the two who should not serve together somewhere else: back to their own post, or to a free one. */
const separate = async (season: Season, { id, employeeIds }: Violation, lines: readonly ParticipantLine[], seats: readonly RoundSeat[]): Promise<boolean> => {
  const round = `/api/rounds/${season.record.roundId}`;
  for (const employeeId of employeeIds) {
    const line = lines.find((one) => one.employeeId === employeeId);
    if (line === undefined || line.displaced || line.state === 'EXCLUDED') continue;
    for (const seat of freePlaces(seats, lines).slice(0, 20)) {
      try {
        const made = await hr(season).post<{ id: string }>(`${round}/overrides`, {
          groundCode: 'VIOLATION', groundText: '함께 근무할 수 없는 관계가 확인되어 다른 부서로 조정함.', violationId: id, moves: [{ employeeId, toPositionId: seat.positionId }],
        });
        await secondHr(season).post(`${round}/overrides/${made.id}/decision`, { approved: true, text: '분리 배치가 필요함.' });
        season.record.overrides += 1;
        return true;
      } catch (error) {
        if (!(error instanceof ApiError) || (error.code !== 'VALIDATION_FAILED' && error.code !== 'OFFICER_RECUSED')) throw error;
      }
    }
  }
  return false;
};

/** Each finding of the checks is resolved by an override, or accepted with a reason; nothing stays open. */
export const settleViolations: Stage = async (season) => {
  goTo(season, DAYS.review, '10:00');
  const round = `/api/rounds/${season.record.roundId}`;
  const list = (): Promise<Violation[]> => hr(season).get<Violation[]>(`${round}/violations`);
  const accept = ({ id, ruleCode }: Violation): Promise<void> => byAnOfficer(season, (officer) =>
    officer.post(`${round}/violations/${id}/acceptance`, { reason: REASONS[ruleCode] ?? '사정을 확인하였으며 다음 인사에서 살피기로 함.' }));
  const found = await list();
  await season.progress.stage({ ko: '점검 사항 처리', en: 'findings resolved or accepted' }, found.filter(({ state }) => state === 'OPEN').length, async ({ tick }) => {
    const seats = await hr(season).get<RoundSeat[]>(`${round}/seats`);
    for (const violation of found.filter(({ state }) => state === 'OPEN')) {
      const together = violation.ruleCode === 'RELATIVES_TOGETHER';
      const resolved = together && (await separate(season, violation, await hr(season).get<ParticipantLine[]>(`${round}/participants`), seats));
      const still = resolved && (await list()).some(({ id, state }) => id === violation.id && state === 'OPEN');
      if (!resolved || still) await accept(violation);
      tick();
    }
    for (const violation of await list()) {
      // What a separation brought about is dealt with as well.
      if (violation.state === 'OPEN') await accept(violation);
    }
    const after = await list();
    season.record.violations = {
      found: after.length, resolved: after.filter(({ state }) => state === 'RESOLVED').length, accepted: after.filter(({ state }) => state === 'ACCEPTED').length,
    };
  });
};
