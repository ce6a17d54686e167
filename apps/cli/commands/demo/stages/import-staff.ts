import type { Bilingual } from '#contracts';
import { EMPLOYEE_COLUMNS, toCsv } from '../../../demo-district/csv.js';
import type { DemoEmployee } from '../../../demo-district/index.js';
import { OUTSIDE } from '../../../demo-loader/index.js';
import type { Person } from '../http/person.js';
import { DAYS } from '../season/calendar.js';
import { goTo, hr, type Season, type Stage } from '../season/season.js';

interface Batch {
  readonly id: string;
  readonly state: string;
  readonly faultCount: number;
  readonly toAdd: number;
  readonly toChange: number;
}

/** The staff file as HR has it on a day: nothing in it lies ahead. */
export const staffFileOn = (employees: readonly DemoEmployee[], day: string): string => {
  const known = employees.filter(({ postedOn, hiredOn }) => postedOn <= day && hiredOn <= day);
  return toCsv(EMPLOYEE_COLUMNS, known.map((one): DemoEmployee => ({
    ...one,
    ...(one.leaveFrom !== null && one.leaveFrom > day && { leaveType: null, leaveFrom: null, leaveTo: null }),
    ...(one.secondedFrom !== null && one.secondedFrom > day && { secondedTo: null, secondedFrom: null, secondedUntil: null }),
    ...(one.suspendedFrom !== null && one.suspendedFrom > day && { suspendedFrom: null, suspendedUntil: null }),
  })));
};

/** Dry run, then all or nothing. @throws Error when the file has a fault */
const importFile = async ({ product }: Season, officer: Person, kind: string, content: string): Promise<Batch> => {
  const { id } = await officer.upload<Batch>(`/api/imports?kind=${kind}`, `${kind.toLowerCase()}.csv`, content);
  await product.runJobs();
  const checked = await officer.get<Batch>(`/api/imports/${id}`);
  if (checked.state !== 'CHECKED') throw new Error(`The ${kind} file has ${checked.faultCount} faults (${checked.state})`);
  await officer.post(`/api/imports/${id}/apply`);
  await product.runJobs();
  const applied = await officer.get<Batch>(`/api/imports/${id}`);
  if (applied.state !== 'APPLIED') throw new Error(`The ${kind} file was not applied: ${applied.state}`);
  return applied;
};

const pages = async <T>(officer: Person, path: string): Promise<readonly T[]> => {
  const all: T[] = [];
  for (;;) {
    const { total, items } = await officer.get<{ total: number; items: T[] }>(`${path}${path.includes('?') ? '&' : '?'}offset=${all.length}&limit=2000`);
    all.push(...items);
    if (items.length === 0 || all.length >= total) return all;
  }
};

/** Reads what the product calls everything, now and on a later day, when merged units have replaced the old ones. */
export const learnIds = async ({ codes }: Season, officer: Person, ...days: readonly string[]): Promise<void> => {
  for (const on of days) {
    for (const { code, unitId } of await officer.get<{ code: string; unitId: string }[]>(`/api/org-units?on=${on}`)) codes.units.set(code, unitId);
    for (const { code, id } of await pages<{ code: string; id: string }>(officer, `/api/positions?on=${on}`)) codes.positions.set(code, id);
  }
};

export const learnPeople = async ({ codes }: Season, officer: Person): Promise<void> => {
  for (const { employeeNumber, id } of await pages<{ employeeNumber: string; id: string }>(officer, '/api/employees')) codes.employees.set(employeeNumber, id);
};

const IMPORT_TITLE: Bilingual = { ko: '조직·직위·직원 가져오기', en: 'units, posts and staff imported' };

/** The administrator brings the files in, in August. */
export const importStaff: Stage = async (season) => {
  const { district } = season.story;
  goTo(season, DAYS.start, '09:00');
  const admin = season.people.as(OUTSIDE.SYSTEM_ADMIN);
  await season.progress.stage(IMPORT_TITLE, 3, async ({ tick }) => {
    const files = [['UNITS', district.unitsCsv], ['POSITIONS', district.positionsCsv], ['EMPLOYEES', staffFileOn(district.employees, DAYS.start)]] as const;
    for (const [kind, content] of files) {
      await importFile(season, admin, kind, content);
      tick();
    }
  });
};

/** The same file in November: newcomers, postings of the autumn, leave that began. The rows that did not change stay as they are. */
export const importAgain: Stage = async (season) => {
  goTo(season, DAYS.secondImport, '18:00');
  await season.progress.stage({ ko: '11월 인사이동분 가져오기', en: 'changes of the autumn imported' }, 0, async () => {
    const { toAdd, toChange } = await importFile(season, hr(season), 'EMPLOYEES', season.story.district.employeesCsv);
    if (toAdd === 0 || toChange === 0) throw new Error('The November file should have added and changed people');
    await learnPeople(season, hr(season));
  });
};
