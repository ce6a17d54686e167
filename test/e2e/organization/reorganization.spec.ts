import type { WorkContext } from '#platform';
import { AssignmentService } from '#organization';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { importAll, openOrganization } from './files.js';

interface Unit { unitId: string; code: string; name: string; parentId: string | null }
interface Displaced { employeeId: string; employeeNumber: string; posted: boolean }
interface Page<T> { total: number; items: T[] }

const post = (code: string, unitCode: string) => ({
  code, unitCode, duty: '통합 민원', dutyEn: null, description: null, authorizedHeadcount: 1, highestGrade: 7, lowestGrade: 9, jobSeries: [],
  requiredLicences: [], headship: null, heavyWorkload: false, specialist: false, specialistTenureMonths: null, protectionReason: null, protectedUntil: null,
});

describe('reorganisations', () => {
  let app: TestApp;
  let context: WorkContext;
  let hr: Client;

  beforeAll(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
  }, 60_000);
  beforeEach(async () => {
    ({ context, hr } = await openOrganization(app));
    await importAll(hr);
  }, 60_000);
  afterAll(() => app.dispose(), 60_000);

  const unitsOn = async (on: string): Promise<Unit[]> => (await hr.get<Unit[]>(`/api/org-units?on=${on}`)).body;
  const idOf = async (code: string): Promise<string> => (await unitsOn('2026-11-20')).find((unit) => unit.code === code)?.unitId ?? '';
  const merger = async (change: object = {}) => ({
    name: '가람동 통합', reason: '인구 감소에 따른 통폐합', effectiveOn: '2027-01-01', sourceUnitIds: [await idOf('N1'), await idOf('N2')],
    target: { code: 'N9', name: '가람동', nameEn: 'Garam-dong', parentId: null },
    teams: [{ code: 'N9T', name: '민원팀', nameEn: null, type: 'TEAM', parentCode: 'N9' }], positions: [post('P-N9', 'N9'), post('P-N9T', 'N9T')], ...change,
  });

  it('merges two dong on the day: old units and posts end, new ones begin, their people are displaced', async () => {
    const created = await hr.post<{ id: string }>('/api/reorganizations/dong-mergers', await merger());
    expect(created.status).toBe(201);
    expect((await unitsOn('2026-12-31')).map(({ code }) => code)).toEqual(['B1', 'D1', 'T1', 'N1', 'N2', 'N2T']);
    expect((await unitsOn('2027-01-01')).map(({ code }) => code)).toEqual(['B1', 'D1', 'T1', 'N9', 'N9T']);
    const codesOn = async (on: string) => (await hr.get<Page<{ code: string }>>(`/api/positions?on=${on}`)).body.items.map(({ code }) => code);
    expect(await codesOn('2026-12-31')).toContain('P-N2T');
    expect(await codesOn('2027-01-01')).toEqual(['P-HEAD', 'P-HR', 'P-IT', 'P-N9', 'P-N9T']);
    const detail = (await hr.get<{ displaced: Displaced[]; targetUnitId: string }>(`/api/reorganizations/${created.body.id}`)).body;
    expect(detail.displaced.map(({ employeeNumber, posted }) => [employeeNumber, posted])).toEqual([['E004', false], ['E005', false], ['E006', false]]);
    expect((await hr.get<Page<object>>('/api/employees?displacedOnly=true')).body.total).toBe(3);
    const audit = await app.database.transaction(context, (tx) => tx.query<{ n: number }>(`SELECT count(*)::int AS n FROM audit_log WHERE action = 'employee.displace'`));
    expect(audit).toEqual([{ n: 3 }]);

    // An order posts one of them to the new dong; done twice it changes nothing.
    const newPost = (await hr.get<Page<{ id: string; code: string }>>('/api/positions?on=2027-01-01')).body.items.find(({ code }) => code === 'P-N9');
    const moves = [{ employeeId: detail.displaced[0]?.employeeId ?? '', positionId: newPost?.id ?? '' }];
    const assignments = app.app.get(AssignmentService, { strict: false });
    for (let time = 0; time < 2; time++) await app.database.transaction(context, (tx) => assignments.carryOut(tx, moves, '2027-01-01', 'ORDER'));
    const after = (await hr.get<{ displaced: Displaced[] }>(`/api/reorganizations/${created.body.id}`)).body;
    expect(after.displaced.map(({ posted }) => posted)).toEqual([true, false, false]);
    expect((await hr.get<object[]>(`/api/employees/${moves[0]?.employeeId}/assignments`)).body).toMatchObject([
      { startedOn: '2023-01-01', endedOn: '2027-01-01', cause: 'IMPORT' }, { startedOn: '2027-01-01', endedOn: null, cause: 'ORDER' },
    ]);
    expect((await hr.get<Page<object>>('/api/employees?displacedOnly=true&on=2027-01-01')).body.total).toBe(2);
  });

  it.each<[string, () => Promise<object>, number, string]>([
    ['one dong alone', async () => merger({ sourceUnitIds: [await idOf('N1'), await idOf('N1')] }), 422, 'MERGER_NEEDS_DONG'],
    ['a department', async () => merger({ sourceUnitIds: [await idOf('N1'), await idOf('D1')] }), 422, 'MERGER_NEEDS_DONG'],
    ['a taken unit code', async () => merger({ target: { code: 'D1', name: '가람동', nameEn: null, parentId: null }, teams: [], positions: [] }), 409, 'UNIT_CODE_TAKEN'],
    ['a post in a unit that is not in the plan', async () => merger({ positions: [post('P-N9', 'N8')] }), 422, 'VALIDATION_FAILED'],
    ['a taken post code', async () => merger({ positions: [post('P-HR', 'N9')] }), 409, 'POSITION_CODE_TAKEN'],
  ])('refuses a merger with %s and leaves everything as it was', async (_, body, status, code) => {
    const answer = await hr.post<{ code: string }>('/api/reorganizations/dong-mergers', await body());
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await unitsOn('2027-01-01')).map((unit) => unit.code)).toEqual(['B1', 'D1', 'T1', 'N1', 'N2', 'N2T']);
    expect((await hr.get<object[]>('/api/reorganizations')).body).toEqual([]);
  });

  it('abolishes a unit with everything below it', async () => {
    const { body } = await hr.post<{ id: string }>('/api/reorganizations/unit-abolitions', { name: '총무과 폐지', reason: '기능 이관', effectiveOn: '2027-01-01', unitId: await idOf('D1') });
    expect((await hr.get<{ displaced: Displaced[] }>(`/api/reorganizations/${body.id}`)).body.displaced.map(({ employeeNumber }) => employeeNumber)).toEqual(['E001', 'E002', 'E003']);
    expect((await unitsOn('2027-01-01')).map(({ code }) => code)).toEqual(['B1', 'N1', 'N2', 'N2T']);
  });

  it('keeps the chart sound: no circle, no closing over open posts, no change in the past', async () => {
    const [bureau, department] = [await idOf('B1'), await idOf('D1')];
    const circle = await hr.post<{ faults: { code: string; message: { ko: string } }[] }>(`/api/org-units/${bureau}/changes`, { from: '2027-01-01', parentId: department });
    expect([circle.status, circle.body.faults.map(({ code }) => code)]).toEqual([422, expect.arrayContaining(['UNIT_CYCLE'])]);
    const closing = await hr.post<{ code: string; faults: { params: { value: string } }[] }>(`/api/org-units/${department}/closure`, { on: '2027-01-01' });
    expect([closing.status, closing.body.code, closing.body.faults.map(({ params }) => params.value)]).toEqual([409, 'UNIT_IN_USE', ['T1', 'P-HEAD']]);
    expect((await hr.post<{ code: string }>(`/api/org-units/${department}/changes`, { from: '2019-01-01', name: '옛 총무과' })).body.code).toBe('UNIT_CHANGE_BEFORE_CURRENT');
    expect((await hr.post(`/api/org-units/${department}/changes`, { from: '2027-03-01', name: '행정지원과' })).status).toBe(204);
    expect((await hr.get<{ name: string; validTo: string | null }[]>(`/api/org-units/${department}/versions`)).body).toMatchObject([
      { name: '총무과', validTo: '2027-03-01' }, { name: '행정지원과', validTo: null },
    ]);
  });
});
