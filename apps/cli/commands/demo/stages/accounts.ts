import { OUTSIDE } from '../../../demo-loader/index.js';
import { TRUSTEE_ACCOUNTS } from '../ballots/offices.js';
import { each } from '../http/each.js';
import type { Person } from '../http/person.js';
import { DAYS } from '../season/calendar.js';
import { employeeId, goTo, hr, type Season, type Stage } from '../season/season.js';
import { learnIds, learnPeople } from './import-staff.js';

interface Issued {
  readonly employeeNumber: string;
  readonly code: string;
}

/** A slip of the printed sheet: number, perhaps a name, code. */
const SLIP = /<section class="slip">[\s\S]*?<dd>([^<]+)<\/dd>[\s\S]*?<dd class="code">([^<]+)<\/dd>/g;

/** Everybody reads the own slip of the sheet that HR printed. */
export const readSheet = (page: string): readonly Issued[] =>
  [...page.matchAll(SLIP)].map(([, employeeNumber = '', code = '']) => ({ employeeNumber: employeeNumber.trim(), code: code.trim() }));

const outsiders: Stage = async (season) => {
  const admin = season.people.as(OUTSIDE.SYSTEM_ADMIN);
  const accountIds: string[] = [];
  const outside = [[OUTSIDE.MAYOR, 'MAYOR'], [OUTSIDE.COMMITTEE_MEMBER, 'COMMITTEE_MEMBER'], ...TRUSTEE_ACCOUNTS.map(({ signInName }) => [signInName, 'TRUSTEE'] as const)] as const;
  for (const [signInName, role] of outside) {
    const { id } = await admin.post<{ id: string }>('/api/accounts', { signInName });
    await admin.post('/api/role-grants', { accountId: id, role, validFrom: DAYS.start });
    accountIds.push(id);
  }
  const staff = [...season.cast.hrOfficers.map((one) => [one, 'HR_OFFICER'] as const), [season.cast.auditor, 'AUDITOR'] as const];
  for (const [{ employeeNumber }, role] of staff) {
    const { items } = await admin.get<{ items: { id: string }[] }>(`/api/accounts?signInName=${encodeURIComponent(employeeNumber)}`);
    const id = items[0]?.id ?? '';
    await admin.post('/api/role-grants', { accountId: id, role, validFrom: DAYS.start });
    accountIds.push(id);
  }
  const { items } = await admin.post<{ items: Issued[] }>('/api/accounts/activation-codes', { accountIds });
  for (const { employeeNumber, code } of items) await season.people.activate(employeeNumber, code);
};

/** Codes for people who have none yet, handed out again: their first password. */
export const activatePeople = async (season: Season, officer: Person, numbers: readonly string[], done: () => void): Promise<void> => {
  const waiting = numbers.filter((number) => !season.people.isActive(number));
  if (waiting.length === 0) return;
  const { items } = await officer.post<{ items: Issued[] }>('/api/accounts/activation-codes', { employeeIds: waiting.map((number) => employeeId(season, number)) });
  await each(items, async ({ employeeNumber, code }) => {
    await season.people.activate(employeeNumber, code);
    done();
  });
};

/** Roles by the administrator; then HR prints the sheet of codes for everybody, and those who will act set a password. */
export const openAccounts: Stage = async (season) => {
  goTo(season, DAYS.start, '10:00');
  await season.progress.stage({ ko: '역할 부여', en: 'roles granted' }, 0, () => outsiders(season));
  await learnPeople(season, hr(season));
  await learnIds(season, hr(season), DAYS.start);
  const { lists, staffRequests } = season.story;
  const acting = new Set([...lists.map(({ employeeNumber }) => employeeNumber), ...staffRequests.map(({ headEmployeeNumber }) => headEmployeeNumber)]);
  const present = [...acting].filter((number) => season.codes.employees.has(number) && !season.people.isActive(number));
  await season.progress.stage({ ko: '활성화 코드 인쇄와 비밀번호 설정', en: 'codes printed, passwords set' }, present.length, async ({ tick }) => {
    const slips = readSheet(await hr(season).text('POST', '/api/accounts/activation-codes/sheet', {}));
    const codeOf = new Map(slips.map(({ employeeNumber, code }) => [employeeNumber, code]));
    await each(present, async (number) => {
      const code = codeOf.get(number);
      if (code === undefined) throw new Error('Somebody found no slip on the sheet of codes');
      await season.people.activate(number, code);
      tick();
    });
  });
};
