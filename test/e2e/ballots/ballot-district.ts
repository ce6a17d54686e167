import type { Role } from '#contracts';
import { DerivedRoleCache, newId, type WorkContext } from '#platform';
import type { Client, TestApp } from '../../support/test-app.js';

// Invented people: number, grade, in service since.
const PEOPLE = {
  ara: ['8001', 4, '2001-01-01'],
  bomi: ['8002', 5, '2004-01-01'],
  chan: ['8003', 5, '2006-01-01'],
  dara: ['8004', 6, '2010-01-01'],
  eun: ['8005', 6, '2011-01-01'],
  garam: ['8006', 7, '2018-01-01'], // too low for the roll
  hana: ['8007', 5, '2003-01-01'], // left the service
} as const;

export type ManagerKey = keyof typeof PEOPLE;

export interface BallotDistrict {
  readonly context: WorkContext;
  readonly people: Readonly<Record<ManagerKey, string>>;
  /** 행정지원과장: grades 4 and 5. */
  readonly headPost: string;
  readonly hr: Client;
  /** Signed in with the roles that follow from the grade. */
  as(person: ManagerKey): Promise<Client>;
  grant(client: Client, role: Role): Promise<void>;
}

/** A small invented district with five managers. */
export const createBallotDistrict = async (app: TestApp): Promise<BallotDistrict> => {
  const context = await app.createOrganization();
  const { organizationId } = context;
  const people = Object.fromEntries(Object.keys(PEOPLE).map((key) => [key, newId()])) as Record<ManagerKey, string>;
  const [unit, headPost] = [newId(), newId()];
  await app.database.transaction(context, async (tx) => {
    await tx.execute(`INSERT INTO org_unit (organization_id, id, code) VALUES ($1, $2, 'general')`, [organizationId, unit]);
    await tx.execute(
      `INSERT INTO org_unit_version (organization_id, id, unit_id, name, name_en, type, valid_from) VALUES ($1, $2, $3, '행정지원과', 'General Affairs Department', 'DEPARTMENT', '2015-01-01')`,
      [organizationId, newId(), unit]);
    await tx.execute(
      `INSERT INTO position (organization_id, id, code, unit_id, duty, authorized_headcount, highest_grade, lowest_grade, job_series, required_licences, headship, heavy_workload, specialist, valid_from, version)
       VALUES ($1, $2, 'P-head', $3, '과장', 1, 4, 5, '{}', '{}', 'DEPARTMENT_HEAD', false, false, '2015-01-01', 1)`, [organizationId, headPost, unit]);
    for (const [key, [number, grade, since]] of Object.entries(PEOPLE)) {
      await tx.execute(
        `INSERT INTO employee (organization_id, id, employee_number, name, grade, job_series, appointment_type, hired_on, licences, left_on) VALUES ($1, $2, $3, $4, $5, '행정', 'REGULAR', $6, '{}', $7)`,
        [organizationId, people[key as ManagerKey], number, `가상 ${key}`, grade, since, key === 'hana' ? '2026-06-01' : null]);
    }
  });
  const signIn = async (person: ManagerKey): Promise<Client> => {
    const client = await app.signInAs(organizationId, 'EMPLOYEE', people[person]);
    await app.database.transaction(context, (tx) => app.app.get(DerivedRoleCache, { strict: false }).refresh(tx, [people[person]]));
    return client;
  };
  const clients = new Map<ManagerKey, Promise<Client>>();
  return {
    context, people, headPost, hr: await app.signInAs(organizationId, 'HR_OFFICER'),
    as(person) {
      const known = clients.get(person) ?? signIn(person);
      clients.set(person, known);
      return known;
    },
    async grant({ accountId }, role) {
      await app.database.transaction(context, (tx) => tx.execute(
        `INSERT INTO role_grant (organization_id, id, account_id, role, valid_from, created_at) VALUES ($1, $2, $3, $4, '2026-01-01', now())`, [organizationId, newId(), accountId, role]));
    },
  };
};

export const BALLOT = {
  name: '행정지원과장 선출', effectiveOn: '2027-01-04', quorum: 3, minimumCast: 5, tieRule: 'seniority', threshold: 2,
  nominationsUntil: '2026-12-01T09:00:00Z', appealsUntil: '2026-12-03T09:00:00Z', opensAt: '2026-12-07T00:00:00Z', closesAt: '2026-12-09T09:00:00Z',
} as const;

export interface BallotView { readonly id: string; readonly state: string; readonly version: number; readonly method: string | null; readonly rollSize: number | null; readonly rollHash: string | null }

/** A drafted ballot over the head's post. */
export const draftBallot = async ({ hr, headPost }: BallotDistrict, more: object = {}): Promise<string> => {
  const created = await hr.post<BallotView>('/api/ballots', { ...BALLOT, positionId: headPost, ...more });
  if (created.status !== 201) throw new Error(created.text);
  return created.body.id;
};

/** An announced one. */
export const announceBallot = async (district: BallotDistrict, more: object = {}): Promise<string> => {
  const id = await draftBallot(district, more);
  const announced = await district.hr.post<BallotView>(`/api/ballots/${id}/announcement`);
  if (announced.status !== 200) throw new Error(announced.text);
  return id;
};

/** Nominates oneself, which is consent. */
export const stand = async (district: BallotDistrict, ballotId: string, ...people: readonly ManagerKey[]): Promise<void> => {
  for (const person of people) {
    const answer = await (await district.as(person)).post(`/api/ballots/${ballotId}/candidates`, { employeeId: district.people[person], text: '가상의 추천 사유' });
    if (answer.status !== 201) throw new Error(answer.text);
  }
};
