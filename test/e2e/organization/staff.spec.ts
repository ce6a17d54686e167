import { EmployeeService } from '#organization';
import type { WorkContext } from '#platform';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { importAll, openOrganization } from './files.js';

interface Page<T> { total: number; items: T[] }
interface Employee { id: string; employeeNumber: string; absence: { kind: string; type?: string } | null }
interface Post { id: string; code: string; version: number; authorizedHeadcount: number; vacancy: number }
interface Failure { code: string; faults: { path: string; code: string }[] }

describe('staff, posts and what only HR may read', () => {
  let app: TestApp;
  let context: WorkContext;
  let hr: Client;
  let staff: ReadonlyMap<string, string>;
  let posts: ReadonlyMap<string, Post>;

  beforeAll(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
  }, 60_000);
  beforeEach(async () => {
    ({ context, hr } = await openOrganization(app));
    await importAll(hr);
    await app.database.transaction(context, (tx) => tx.execute('UPDATE account SET employee_id = NULL WHERE organization_id = $1', [context.organizationId]));
    staff = new Map((await hr.get<Page<Employee>>('/api/employees')).body.items.map(({ employeeNumber, id }) => [employeeNumber, id]));
    posts = new Map((await hr.get<Page<Post>>('/api/positions')).body.items.map((post) => [post.code, post]));
  }, 60_000);
  afterAll(() => app.dispose(), 60_000);

  const person = (number: string): string => staff.get(number) ?? '';
  const post = (code: string): Post => posts.get(code)!;
  const auditOf = (action: string) =>
    app.database.transaction(context, (tx) => tx.query<{ subjectId: string; before: unknown; after: unknown }>(
      `SELECT subject_id AS "subjectId", before, after FROM audit_log WHERE organization_id = $1 AND action = $2 ORDER BY id`, [context.organizationId, action]));

  it('shows everyone their own record with all that tenure is computed from', async () => {
    const own = await app.signInAs(context.organizationId, 'EMPLOYEE', person('E002'));
    const { body } = await own.get<Record<string, unknown>>('/api/me/employee');
    expect(body).toMatchObject({
      employeeNumber: 'E002', tenureMonths: 21, excludedDays: 31, postedOn: '2025-01-01', post: { code: 'P-HR' },
      assignments: [{ startedOn: '2025-01-01', endedOn: null }], absences: [{ kind: 'LEAVE', type: 'CHILDCARE', absentFrom: '2025-03-01' }],
    });
    const nobody = await app.signInAs(context.organizationId, 'AUDITOR');
    expect((await nobody.get<Failure>('/api/me/employee')).body.code).toBe('NO_EMPLOYEE_RECORD');
  });

  it('tells others that somebody is away, never the type of leave', async () => {
    const mayor = await app.signInAs(context.organizationId, 'MAYOR');
    const away = (await mayor.get<Page<Employee>>('/api/employees?absentOnly=true')).body.items;
    expect(away.map(({ employeeNumber, absence }) => [employeeNumber, absence])).toEqual([['E003', { kind: 'LEAVE', absentFrom: '2026-05-01', absentUntil: null }]]);
    expect((await mayor.get(`/api/employees/${person('E003')}/absences`)).status).toBe(403);
  });

  it('keeps circumstances for HR, each reading an audit row, for an auditor by case number only', async () => {
    const note = '표지-개인사정-7319';
    const added = await hr.post<{ id: string }>(`/api/employees/${person('E004')}/circumstances`, {
      kind: 'ILLNESS', validFrom: '2026-01-01', validUntil: null, caseNumber: '2026-고충-3', note,
    });
    expect(added.status).toBe(201);
    expect((await hr.get<{ note: string }[]>(`/api/employees/${person('E004')}/circumstances`)).body).toMatchObject([{ note }]);
    expect(await auditOf('circumstance.readByHr')).toMatchObject([{ subjectId: person('E004') }]);
    const auditor = await app.signInAs(context.organizationId, 'AUDITOR');
    expect((await auditor.get(`/api/employees/${person('E004')}/circumstances`)).status).toBe(403);
    expect((await auditor.get('/api/circumstances')).status).toBe(422);
    expect((await auditor.get<{ note: string }[]>(`/api/circumstances?caseNumber=${encodeURIComponent('2026-고충-3')}`)).body).toMatchObject([{ note }]);
    expect((await auditor.get(`/api/circumstances?caseNumber=${encodeURIComponent('2026-고충-4')}`)).status).toBe(404);
    for (const role of ['MAYOR', 'DEPARTMENT_HEAD', 'MANAGER', 'EMPLOYEE', 'COMMITTEE_MEMBER', 'SYSTEM_ADMIN'] as const) {
      const client = await app.signInAs(context.organizationId, role);
      expect((await client.get(`/api/employees/${person('E004')}/circumstances`)).status).toBe(403);
      expect((await client.get('/api/relations')).status).toBe(403);
    }
    const logged = await app.database.transaction(context, (tx) => tx.query<{ text: string }>('SELECT a::text AS text FROM audit_log a'));
    expect(logged.some(({ text }) => text.includes(note))).toBe(false);
    expect(app.logText()).not.toContain(note);
  });

  it('keeps a pair once whichever way it is named', async () => {
    const pair = (a: string, b: string) => ({ employeeId: person(a), otherEmployeeId: person(b), kind: 'COUPLE', note: null });
    expect((await hr.post('/api/relations', pair('E002', 'E004'))).status).toBe(201);
    expect((await hr.post<Failure>('/api/relations', pair('E004', 'E002'))).body.code).toBe('RELATION_EXISTS');
    expect((await hr.post<Failure>('/api/relations', pair('E004', 'E004'))).body.code).toBe('RELATION_TO_ONESELF');
    const [relation] = (await hr.get<{ id: string }[]>('/api/relations')).body;
    expect((await hr.delete(`/api/relations/${relation?.id}`)).status).toBe(204);
    expect((await hr.get<object[]>('/api/relations')).body).toEqual([]);
  });

  it('changes a post only from the version that was seen, and audits what changed', async () => {
    const { id, version } = post('P-IT');
    expect((await hr.patch<{ version: number }>(`/api/positions/${id}`, { version, authorizedHeadcount: 2 })).body).toEqual({ version: version + 1 });
    const stale = await hr.patch<Failure>(`/api/positions/${id}`, { version, duty: '다른 일' });
    expect([stale.status, stale.body.code]).toEqual([409, 'STALE_VERSION']);
    const wrong = await hr.patch<Failure>(`/api/positions/${id}`, { version: version + 1, lowestGrade: 5, protectionReason: '감사 중' });
    expect(wrong.body.faults.map(({ path, code }) => [path, code])).toEqual([['lowestGrade', 'GRADE_BAND_INVERTED'], ['protectedUntil', 'PROTECTION_INCOMPLETE']]);
    expect((await hr.get<Post>(`/api/positions/${id}`)).body).toMatchObject({ authorizedHeadcount: 2, vacancy: 2 });
    expect(await auditOf('position.change')).toMatchObject([{ before: { authorizedHeadcount: 1 }, after: { authorizedHeadcount: 2 } }]);
  });

  it('filters posts', async () => {
    const codes = async (query: string) => (await hr.get<Page<Post>>(`/api/positions?${query}`)).body.items.map(({ code }) => code);
    const unit = (await hr.get<{ unitId: string; code: string }[]>('/api/org-units')).body.find(({ code }) => code === 'D1');
    expect(await codes(`unitId=${unit?.unitId}`)).toEqual(['P-HEAD', 'P-HR', 'P-IT']);
    expect(await codes('grade=9')).toEqual(['P-N1', 'P-N2', 'P-N2T']);
    expect(await codes(`jobSeries=${encodeURIComponent('전산')}&grade=7`)).toEqual(['P-IT', 'P-N1', 'P-N2']);
    expect(await codes('headship=DEPARTMENT_HEAD')).toEqual(['P-HEAD']);
    expect(await codes('heavyWorkload=true')).toEqual(['P-HR']);
    expect(await codes('specialist=true')).toEqual(['P-IT']);
    expect(await codes('vacantOnly=true')).toEqual(['P-HR', 'P-IT', 'P-N1']);
    expect(await codes('text=counter')).toEqual(['P-N2T']);
    expect(await codes('limit=1&offset=1')).toEqual(['P-HR']);
  });

  it('refuses absences that overlap and history that does', async () => {
    const absence = (kind: string, type: string | null, absentFrom: string, absentUntil: string | null) => ({ kind, type, detail: null, absentFrom, absentUntil });
    const add = (body: object) => hr.post<Failure>(`/api/employees/${person('E003')}/absences`, body);
    expect((await add(absence('LEAVE', 'STUDY', '2026-06-01', '2026-07-01'))).body.code).toBe('ABSENCE_OVERLAPS');
    expect((await add(absence('SUSPENSION', 'STUDY', '2026-06-01', '2026-05-01'))).body.faults.map(({ path }) => path)).toEqual(['type', 'absentUntil']);
    expect((await add(absence('LEAVE', 'STUDY', '2025-06-01', '2025-07-01'))).status).toBe(201);
    const [line] = (await hr.get<{ id: string }[]>(`/api/employees/${person('E003')}/assignments`)).body;
    expect((await hr.patch(`/api/assignments/${line?.id}`, { startedOn: '2024-08-01' })).status).toBe(204);
    expect((await hr.get<{ tenureMonths: number; postedOn: string }>(`/api/employees/${person('E003')}`)).body).toMatchObject({ postedOn: '2024-08-01' });
  });

  it('plans one posting a person', async () => {
    const plan = { employeeId: person('E007'), positionId: post('P-IT').id, effectiveOn: '2027-01-01' };
    const { body } = await hr.post<{ id: string }>('/api/planned-assignments', plan);
    expect((await hr.post<Failure>('/api/planned-assignments', plan)).body.code).toBe('PLANNED_ASSIGNMENT_EXISTS');
    expect((await hr.post(`/api/planned-assignments/${body.id}/withdrawal`)).status).toBe(204);
    expect((await hr.post<Failure>(`/api/planned-assignments/${body.id}/withdrawal`)).body.code).toBe('IMPOSSIBLE_TRANSITION');
    expect((await hr.get<object[]>('/api/planned-assignments')).body).toEqual([]);
  });

  it('knows who heads a department and which units are below', async () => {
    const employees = app.app.get(EmployeeService, { strict: false });
    const headed = await app.database.transaction(context, (tx) => employees.unitsHeadedBy(tx, person('E001'), '2026-11-20'));
    const units = (await hr.get<{ unitId: string; code: string }[]>('/api/org-units')).body;
    expect(headed.map((id) => units.find(({ unitId }) => unitId === id)?.code)).toEqual(['D1', 'T1']);
    expect(await app.database.transaction(context, (tx) => employees.unitsHeadedBy(tx, person('E001'), '2023-12-31'))).toEqual([]);
    expect(await app.database.transaction(context, (tx) => employees.unitsHeadedBy(tx, person('E002'), '2026-11-20'))).toEqual([]);
  });

  it('ends the posting of somebody who leaves, and the account on that day', async () => {
    const leaver = await app.signInAs(context.organizationId, 'EMPLOYEE', person('E004'));
    expect((await hr.patch(`/api/employees/${person('E004')}`, { leftOn: '2026-12-01' })).status).toBe(204);
    expect((await hr.get<object[]>(`/api/employees/${person('E004')}/assignments`)).body).toMatchObject([{ endedOn: '2026-12-01' }]);
    expect((await hr.get<Page<object>>('/api/employees?on=2026-12-01')).body.total).toBe(6);
    await app.runJobs();
    expect((await leaver.get('/api/me/employee')).status).toBe(200);
    app.clock.moveTo('2026-12-01T00:00:00+09:00');
    await app.runJobs();
    expect((await leaver.get('/api/me/employee')).status).toBe(401);
  });
});
