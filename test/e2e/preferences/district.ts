import { newId, type WorkContext } from '#platform';
import type { TestDatabase } from '../../support/test-database.js';

interface PostSeed {
  readonly unit: UnitKey;
  readonly duty: string;
  readonly dutyEn?: string;
  readonly band?: readonly [highest: number, lowest: number];
  readonly series?: readonly string[];
  readonly licences?: readonly string[];
  readonly headship?: string;
  readonly heavy?: boolean;
  readonly headcount?: number;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly protectedUntil?: string;
}

const UNITS = {
  finance: ['기획재정국', 'Planning and Finance Bureau', 'BUREAU', null],
  tax: ['세무관리과', 'Tax Management Division', 'DEPARTMENT', 'finance'],
  levy: ['부과팀', 'Levy Team', 'TEAM', 'tax'],
  budget: ['기획예산과', 'Budget Division', 'DEPARTMENT', 'finance'],
  dong: ['양재1동', 'Yangjae 1-dong', 'DONG', null],
} as const;
type UnitKey = keyof typeof UNITS;

const POSTS = {
  financeHead: { unit: 'finance', duty: '국장', band: [4, 4], headship: 'DEPARTMENT_HEAD' },
  taxHead: { unit: 'tax', duty: '세무관리과장', band: [5, 5], headship: 'DEPARTMENT_HEAD' },
  budgetHead: { unit: 'budget', duty: '기획예산과장', band: [5, 5], headship: 'DEPARTMENT_HEAD' },
  dongHead: { unit: 'dong', duty: '양재1동장', band: [5, 5], headship: 'DONG_HEAD' },
  levyClerk: { unit: 'levy', duty: '지방소득세 부과', dutyEn: 'Local income tax levy', series: ['세무', '행정'], headcount: 3, heavy: true },
  taxClerk: { unit: 'tax', duty: '체납 정리' },
  budgetClerk: { unit: 'budget', duty: '예산 편성', band: [6, 7] },
  auditClerk: { unit: 'budget', duty: '성과 관리', band: [6, 7], protectedUntil: '2027-06-30' },
  dongClerk: { unit: 'dong', duty: '가족관계 등록', headcount: 2, band: [7, 9] },
  nurse: { unit: 'dong', duty: '방문 건강관리', series: ['간호'], licences: ['간호사'], band: [7, 8] },
  ended: { unit: 'dong', duty: '폐지된 업무', validTo: '2026-06-30' },
  coming: { unit: 'dong', duty: '신설 업무', validFrom: '2027-01-01' },
} as const satisfies Record<string, PostSeed>;
export type PostKey = keyof typeof POSTS;

// Invented people; the numbers run against the order in which they file in the tests.
const PEOPLE = {
  financeHead: ['1000', 4, 'financeHead'],
  taxHead: ['1001', 5, 'taxHead'],
  budgetHead: ['1002', 5, 'budgetHead'],
  dongHead: ['1003', 5, 'dongHead'],
  gana: ['7003', 7, 'dongClerk'],
  dara: ['7002', 7, 'budgetClerk'],
  maba: ['7001', 7, 'taxClerk'],
  saah: ['7004', 7, 'dongClerk'],
} as const;
export type PersonKey = keyof typeof PEOPLE;

export interface District {
  readonly organizationId: string;
  readonly context: WorkContext;
  readonly units: Readonly<Record<UnitKey, string>>;
  readonly posts: Readonly<Record<PostKey, string>>;
  readonly people: Readonly<Record<PersonKey, string>>;
}

const idsFor = <K extends string>(table: Readonly<Record<K, unknown>>): Record<K, string> =>
  Object.fromEntries(Object.keys(table).map((key) => [key, newId()])) as Record<K, string>;

/** A small invented district: one bureau with two departments, a team, a dong, twelve posts and eight people. */
export const createDistrict = async (db: TestDatabase, code = 'demo'): Promise<District> => {
  const context = await db.createOrganization(code);
  const { organizationId } = context;
  const [units, posts, people] = [idsFor(UNITS), idsFor(POSTS), idsFor(PEOPLE)];
  await db.database.transaction(context, async (tx) => {
    for (const [key, [name, nameEn, type, parent]] of Object.entries(UNITS)) {
      const id = units[key as UnitKey];
      await tx.execute('INSERT INTO org_unit (organization_id, id, code) VALUES ($1, $2, $3)', [organizationId, id, key]);
      await tx.execute(
        `INSERT INTO org_unit_version (organization_id, id, unit_id, name, name_en, type, parent_id, valid_from)
         VALUES ($1, $2, $3, $4, $5, $6, $7, '2015-01-01')`,
        [organizationId, newId(), id, name, nameEn, type, parent === null ? null : units[parent]],
      );
    }
    for (const [key, seed] of Object.entries(POSTS)) {
      const post: PostSeed = seed;
      await tx.execute(
        `INSERT INTO position (organization_id, id, code, unit_id, duty, duty_en, authorized_headcount, highest_grade, lowest_grade, job_series,
           required_licences, headship, heavy_workload, specialist, protection_reason, protected_until, valid_from, valid_to, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, false, $14, $15, $16, $17, 1)`,
        [
          organizationId, posts[key as PostKey], `P-${key}`, units[post.unit], post.duty, post.dutyEn ?? null, post.headcount ?? 1,
          post.band?.[0] ?? 7, post.band?.[1] ?? 8, [...(post.series ?? ['행정'])], [...(post.licences ?? [])], post.headship ?? null,
          post.heavy ?? false, post.protectedUntil ? '감사 진행' : null, post.protectedUntil ?? null,
          post.validFrom ?? '2015-01-01', post.validTo ?? null,
        ],
      );
    }
    for (const [key, [number, grade, post]] of Object.entries(PEOPLE)) {
      const id = people[key as PersonKey];
      await tx.execute(
        `INSERT INTO employee (organization_id, id, employee_number, name, grade, job_series, appointment_type, hired_on, licences)
         VALUES ($1, $2, $3, $4, $5, '행정', 'REGULAR', '2015-01-01', '{}')`,
        [organizationId, id, number, `가상 ${key}`, grade],
      );
      await tx.execute(
        `INSERT INTO assignment (organization_id, id, employee_id, position_id, started_on, cause) VALUES ($1, $2, $3, $4, '2022-01-01', 'TRANSFER')`,
        [organizationId, newId(), id, posts[post]],
      );
    }
  });
  return { organizationId, context, units, posts, people };
};

export interface AuditRow {
  readonly action: string;
  readonly subjectId: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** The audit rows of an action, oldest first. */
export const auditRows = (db: TestDatabase, district: District, action: string): Promise<AuditRow[]> =>
  db.database.transaction(district.context, (tx) =>
    tx.query<AuditRow>('SELECT action, subject_id AS "subjectId", before, after FROM audit_log WHERE organization_id = $1 AND action = $2 ORDER BY id', [
      district.organizationId, action,
    ]));
