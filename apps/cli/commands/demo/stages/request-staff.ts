import { each } from '../http/each.js';
import type { Person } from '../http/person.js';
import { DAYS } from '../season/calendar.js';
import { goTo, hr, type Season, type Stage } from '../season/season.js';
import { activatePeople } from './accounts.js';

interface Applicant {
  readonly applicant: { readonly employeeId: string; readonly employeeNumber: string };
  readonly preparation: readonly { readonly checkInDays: readonly string[] }[];
}

/** A head asks for so many of those who applied for one post. */
const REQUESTED_AT_MOST = 2;

const NOTES = ['준비작업을 꾸준히 이어 왔고 업무를 이해하는 폭이 넓습니다.', '관련 업무 경험이 있어 인수인계 기간을 줄일 수 있습니다.'] as const;

const diligence = ({ preparation }: Applicant): number => preparation.reduce((sum, { checkInDays }) => sum + checkInDays.length, 0);

/** The best prepared first: the only thing that a head sees of a wish beside its reason code. */
export const byPreparation = (applicants: readonly Applicant[]): readonly Applicant[] =>
  [...applicants].sort((a, b) => diligence(b) - diligence(a) || (a.applicant.employeeNumber < b.applicant.employeeNumber ? -1 : 1));

const requestFor = async (season: Season, head: Person, post: string): Promise<void> => {
  const applicants = await head.get<Applicant[]>(`/api/head/applicants?positionId=${post}`);
  if (applicants.length === 0) return;
  if (JSON.stringify(applicants).includes('choiceRank')) throw new Error('A head saw a rank');
  const requests = byPreparation(applicants).slice(0, REQUESTED_AT_MOST).map(({ applicant }, index) => ({ employeeId: applicant.employeeId, note: NOTES[index] ?? null }));
  await head.put(`/api/head/staff-requests/${post}`, { version: 0, requests });
  season.record.staffRequests += requests.length;
};

/** Heads of divisions and dong look at the applicants of each of their posts, without any rank, and say whom they would like. */
export const requestStaff: Stage = async (season) => {
  goTo(season, DAYS.requests, '14:00');
  const { district } = season.story;
  const headships = new Set(district.positions.filter(({ headship }) => headship === 'DEPARTMENT_HEAD' || headship === 'DONG_HEAD').map(({ code }) => code));
  const heads = district.employees.filter(({ positionCode, leaveFrom, secondedFrom }) => headships.has(positionCode) && leaveFrom === null && secondedFrom === null);
  await season.progress.stage({ ko: '부서장 내신', en: 'heads request staff' }, heads.length, async ({ tick }) => {
    await activatePeople(season, hr(season), heads.map(({ employeeNumber }) => employeeNumber), () => undefined);
    await each(heads, async ({ employeeNumber }) => {
      const head = season.people.as(employeeNumber);
      for (const { id } of await head.get<{ id: string }[]>('/api/head/posts')) await requestFor(season, head, id);
      tick();
    });
  });
};
