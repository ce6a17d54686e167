import { each } from '../http/each.js';
import { DAYS } from '../season/calendar.js';
import { employeeId, goTo, positionId, type Stage } from '../season/season.js';

interface Applicant {
  readonly applicant: { readonly employeeId: string };
}

/** Heads look at the applicants of their posts, without any rank, and say whom they would like, in order. */
export const requestStaff: Stage = async (season) => {
  goTo(season, DAYS.requests, '14:00');
  const { staffRequests } = season.story;
  await season.progress.stage({ ko: '부서장 내신', en: 'heads request staff' }, staffRequests.length, async ({ tick }) => {
    await each(staffRequests, async ({ headEmployeeNumber, requests }) => {
      const head = season.people.as(headEmployeeNumber);
      for (const code of new Set(requests.map(({ positionCode }) => positionCode))) {
        const post = positionId(season, code);
        const seen = await head.get<Applicant[]>(`/api/head/applicants?positionId=${post}`);
        if (seen.some((one) => JSON.stringify(one).includes('choiceRank'))) throw new Error('A head saw a rank');
        const { version } = await head.get<{ version: number }>(`/api/head/staff-requests/${post}`);
        const own = requests.filter(({ positionCode }) => positionCode === code);
        await head.put(`/api/head/staff-requests/${post}`, {
          version, requests: own.map(({ employeeNumber, reasonText }) => ({ employeeId: employeeId(season, employeeNumber), note: reasonText })),
        });
        season.record.staffRequests += own.length;
      }
      tick();
    });
  });
};
