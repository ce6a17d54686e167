import { GRIEVANCES, type DemoGrievance } from '../../../demo-district/index.js';
import { DAYS } from '../season/calendar.js';
import { byAnOfficer, goTo, secondHr, type Season, type Stage } from '../season/season.js';

interface Grievance {
  readonly id: string;
  readonly version: number;
}

type AnswerKind = 'UPHELD' | 'PARTLY_UPHELD' | 'DISMISSED' | 'ADVICE';

/** In the order of `GRIEVANCES`: who asks for advice is advised, a review finds for or against. */
const ANSWERS: readonly AnswerKind[] = ['DISMISSED', 'DISMISSED', 'PARTLY_UPHELD', 'ADVICE', 'UPHELD', 'PARTLY_UPHELD'];

/** The second one needs more time. */
const EXTENDED = 1;

const open = async (season: Season, number: string, { title, text }: DemoGrievance, kind: AnswerKind): Promise<Grievance> => {
  season.record.grievances.opened += 1;
  return season.people.as(number).post<Grievance>('/api/me/grievances', {
    kind: kind === 'ADVICE' ? 'CONSULTATION' : 'REVIEW', roundId: season.record.roundId, complaintText: `${title}\n\n${text}`,
  });
};

/** The people whom the texts suit, each one once, in the order of their numbers. */
const complainants = ({ record }: Season): readonly (readonly [string, DemoGrievance, AnswerKind])[] => {
  const asked = new Set<string>();
  return GRIEVANCES.flatMap((grievance, index) => {
    const person = record.results.find(({ state, employeeNumber }) => state === grievance.outcome && !asked.has(employeeNumber));
    if (person === undefined) return [];
    asked.add(person.employeeNumber);
    return [[person.employeeNumber, grievance, ANSWERS[index] ?? 'DISMISSED'] as const];
  });
};

/** Grievances after the orders, one of them extended, one heard again by another officer, all answered in time. */
export const hearGrievances: Stage = async (season) => {
  const people = complainants(season);
  await season.progress.stage({ ko: '고충 접수와 답변', en: 'grievances opened and answered' }, people.length + 1, async ({ tick }) => {
    goTo(season, DAYS.grievances, '13:00');
    const opened: Grievance[] = [];
    for (const [number, grievance, kind] of people) opened.push(await open(season, number, grievance, kind));
    goTo(season, DAYS.answers, '10:00');
    await season.product.runJobs();
    for (const [index, [number, { answer, text }, kind]] of people.entries()) {
      const { id, version } = opened[index] as Grievance;
      await byAnOfficer(season, async (officer) => {
        let head = await officer.post<Grievance>(`/api/grievances/${id}/start`, { version });
        if (index === EXTENDED) head = await officer.post<Grievance>(`/api/grievances/${id}/extension`, { version: head.version, reason: '휴직 기간의 증빙을 다시 확인하는 데 시간이 더 필요합니다.' });
        await officer.post(`/api/grievances/${id}/answer`, { version: head.version, kind, text: answer });
      });
      season.record.grievances.answered += 1;
      tick();
      if (index === 0) await hearAgain(season, number, id, text, tick);
    }
  });
};

const hearAgain = async (season: Season, number: string, previousGrievanceId: string, text: string, done: () => void): Promise<void> => {
  const { id, version } = await season.people.as(number).post<Grievance>('/api/me/grievances', {
    kind: 'REHEARING', roundId: season.record.roundId, previousGrievanceId, complaintText: `재심을 청구합니다.\n\n${text}`,
  });
  season.record.grievances.opened += 1;
  await secondHr(season).post(`/api/grievances/${id}/answer`, { version, kind: 'DISMISSED', text: '점수와 추첨 기록을 처음부터 다시 계산하였으며 결과가 같음을 확인하였습니다.' });
  season.record.grievances.answered += 1;
  done();
};
