import { newId, type WorkContext } from '#platform';
import type { Client, TestApp } from '../../support/test-app.js';

const UNITS = {
  bureau: ['기획재정국', 'Planning and Finance Bureau', 'BUREAU', null],
  finance: ['재무과', 'Finance Department', 'DEPARTMENT', 'bureau'],
  tax: ['세무관리과', 'Tax Department', 'DEPARTMENT', 'bureau'],
  dong: ['양재1동', 'Yangjae 1-dong', 'DONG', null],
  gone: ['양재9동', 'Yangjae 9-dong', 'DONG', null],
} as const;

const POSTS = {
  accounts: { unit: 'finance', duty: '경리', places: 3 },
  contracts: { unit: 'finance', duty: '계약', places: 1 },
  levy: { unit: 'tax', duty: '부과', places: 2 },
  audit: { unit: 'tax', duty: '조사', places: 1, frozen: true },
  counter: { unit: 'dong', duty: '민원', places: 4 },
  nurse: { unit: 'dong', duty: '방문 간호', places: 1, series: ['간호'] },
  old: { unit: 'gone', duty: '민원', places: 2, until: '2027-01-01' },
} as const satisfies Record<string, { unit: keyof typeof UNITS; duty: string; places: number; frozen?: boolean; series?: readonly string[]; until?: string }>;

// Invented people: post and day of posting; measured on 2026-12-31.
const PEOPLE = {
  mina: ['7001', 'accounts', '2024-01-01'], // 36 months: has to move
  jun: ['7002', 'accounts', '2024-06-01'],
  sora: ['7003', 'levy', '2024-06-01'],
  bora: ['7004', 'levy', '2026-06-01'], // 7 months: minimum tenure not met
  haru: ['7005', 'counter', '2024-09-01'],
  nari: ['7006', 'audit', '2024-06-01'], // in a frozen post
  duri: ['7007', 'old', '2024-06-01'], // displaced
  sebi: ['7008', 'counter', '2024-06-01'], // on leave
  yuna: ['7009', 'contracts', '2025-06-01'], // stays, takes no part
} as const;

export type PostKey = keyof typeof POSTS;
export type PersonKey = keyof typeof PEOPLE;

export interface RoundDistrict {
  readonly context: WorkContext;
  readonly posts: Readonly<Record<PostKey, string>>;
  readonly people: Readonly<Record<PersonKey, string>>;
  readonly hr: Client;
  as(person: PersonKey): Promise<Client>;
  /** Files wishes in the order given. */
  file(person: PersonKey, ...wishes: readonly PostKey[]): Promise<void>;
}

const idsFor = <K extends string>(table: Readonly<Record<K, unknown>>): Record<K, string> =>
  Object.fromEntries(Object.keys(table).map((key) => [key, newId()])) as Record<K, string>;

/** A small invented district before its January round: a dong that ends with the year, one frozen post, nine people. */
export const createRoundDistrict = async (app: TestApp, code = 'demo'): Promise<RoundDistrict> => {
  const context = await app.createOrganization(code);
  const organizationId = context.organizationId;
  const [units, posts, people] = [idsFor(UNITS), idsFor(POSTS), idsFor(PEOPLE)];
  await app.database.transaction(context, async (tx) => {
    for (const [key, [name, nameEn, type, parent]] of Object.entries(UNITS)) {
      const id = units[key as keyof typeof UNITS];
      await tx.execute('INSERT INTO org_unit (organization_id, id, code) VALUES ($1, $2, $3)', [organizationId, id, key]);
      await tx.execute(
        `INSERT INTO org_unit_version (organization_id, id, unit_id, name, name_en, type, parent_id, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5, $6, $7, '2015-01-01', $8)`,
        [organizationId, newId(), id, name, nameEn, type, parent === null ? null : units[parent], key === 'gone' ? '2027-01-01' : null],
      );
    }
    for (const [key, post] of Object.entries(POSTS) as [PostKey, { unit: keyof typeof UNITS; duty: string; places: number; frozen?: boolean; series?: readonly string[]; until?: string }][]) {
      await tx.execute(
        `INSERT INTO position (organization_id, id, code, unit_id, duty, authorized_headcount, highest_grade, lowest_grade, job_series, required_licences,
           heavy_workload, specialist, protection_reason, protected_until, valid_from, valid_to, version)
         VALUES ($1, $2, $3, $4, $5, $6, 6, 8, $7, '{}', false, false, $8, $9, '2015-01-01', $10, 1)`,
        [organizationId, posts[key], `P-${key}`, units[post.unit], post.duty, post.places, [...(post.series ?? [])], post.frozen ? '감사 진행' : null, post.frozen ? '2027-06-30' : null, post.until ?? null],
      );
    }
    for (const [key, [number, post, since]] of Object.entries(PEOPLE)) {
      const id = people[key as PersonKey];
      await tx.execute(
        `INSERT INTO employee (organization_id, id, employee_number, name, grade, job_series, appointment_type, hired_on, licences) VALUES ($1, $2, $3, $4, 7, '행정', 'REGULAR', '2015-01-01', '{}')`,
        [organizationId, id, number, `가상 ${key}`]);
      await tx.execute(`INSERT INTO assignment (organization_id, id, employee_id, position_id, started_on, cause) VALUES ($1, $2, $3, $4, $5, 'TRANSFER')`, [organizationId, newId(), id, posts[post], since]);
    }
    await tx.execute(`INSERT INTO employee_absence (organization_id, id, employee_id, kind, type, absent_from) VALUES ($1, $2, $3, 'LEAVE', 'CHILDCARE', '2026-09-01')`, [organizationId, newId(), people.sebi]);
    const merger = newId();
    await tx.execute(`INSERT INTO reorganization (organization_id, id, kind, name, effective_on, reason, target_unit_id) VALUES ($1, $2, 'UNIT_ABOLITION', '동 폐지', '2027-01-01', '인구 감소', NULL)`, [organizationId, merger]);
    await tx.execute('INSERT INTO displaced_employee (organization_id, id, reorganization_id, employee_id, from_position_id) VALUES ($1, $2, $3, $4, $5)', [organizationId, newId(), merger, people.duri, posts.old]);
    const [a, b] = [people.jun, people.sora].sort() as [string, string];
    await tx.execute(`INSERT INTO employee_relation (organization_id, id, employee_a_id, employee_b_id, kind) VALUES ($1, $2, $3, $4, 'COUPLE')`, [organizationId, newId(), a, b]);
  });
  const clients = new Map<PersonKey, Promise<Client>>();
  const as = (person: PersonKey): Promise<Client> => {
    const known = clients.get(person) ?? app.signInAs(organizationId, 'EMPLOYEE', people[person]);
    clients.set(person, known);
    return known;
  };
  return {
    context, posts, people, as, hr: await app.signInAs(organizationId, 'HR_OFFICER'),
    async file(person, ...wishes) {
      const client = await as(person);
      const { version } = (await client.get<{ version: number }>('/api/me/wish-list')).body;
      const answer = await client.put('/api/me/wish-list', { version, file: true, wishes: wishes.map((key) => ({ positionId: posts[key], reasonCode: 'EXPERTISE', reasonText: '가상의 사유' })) });
      if (answer.status !== 200) throw new Error(answer.text);
    },
  };
};

export const ROUND = {
  name: '2027년 상반기 정기인사', kind: 'REGULAR', resolutionNumber: '2026-17', resolvedOn: '2026-11-20', noticeOn: '2026-11-23',
  opensAt: '2026-12-01T00:00:00Z', closesAt: '2026-12-10T09:00:00Z', cutOffOn: '2026-12-31', resultsOn: '2026-12-28', effectiveOn: '2027-01-01', seed: '20270101',
} as const;

export interface RoundView { readonly id: string; readonly state: string; readonly version: number; readonly adoptedRunId: string | null; readonly seed: string }
export interface RunView { readonly id: string; readonly state: string; readonly hash: string; readonly asNoticed: boolean; readonly metrics: Record<string, unknown>; readonly failureCode: string | null }

/** A noticed round. */
export const announce = async (app: TestApp, { hr }: RoundDistrict, more: object = {}): Promise<string> => {
  const created = await hr.post<RoundView>('/api/rounds', { ...ROUND, ...more });
  if (created.status !== 201) throw new Error(created.text);
  if (app.clock.now() < new Date('2026-11-23T00:00:00Z')) app.clock.moveTo('2026-11-23T00:00:00Z');
  const noticed = await hr.post<RoundView>(`/api/rounds/${created.body.id}/notice`);
  if (noticed.status !== 200) throw new Error(noticed.text);
  return created.body.id;
};

/** Moves the clock past the deadline and lets the deadline's job run. */
export const closeByDeadline = async (app: TestApp): Promise<void> => {
  app.clock.moveTo('2026-12-01T00:00:00Z');
  await app.runJobs();
  app.clock.moveTo('2026-12-10T09:00:00Z');
  await app.runJobs();
};

/** Past the days in which people verify their facts: a run can be adopted although nobody answered. */
export const passFactCheck = (app: TestApp): void => app.clock.moveTo('2026-12-13T09:00:00Z');

/** Requests a run and waits for its end. */
export const run = async (app: TestApp, { hr }: RoundDistrict, roundId: string, more: object = {}): Promise<RunView> => {
  const requested = await hr.post<RunView>(`/api/rounds/${roundId}/runs`, { label: '기본안', ...more });
  if (requested.status !== 202) throw new Error(requested.text);
  await app.runJobs();
  return (await hr.get<RunView>(`/api/rounds/${roundId}/runs/${requested.body.id}`)).body;
};
