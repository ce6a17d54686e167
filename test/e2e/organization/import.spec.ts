import { writeXlsxStream } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { newId, type WorkContext } from '#platform';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { type Batch, brief, csv, findings, importAll, importFile, openOrganization, POSITIONS, UNITS, upload } from './files.js';

interface Employee { id: string; employeeNumber: string; name: string; tenureMonths: number; postedOn: string | null; post: { code: string } | null; absence: { kind: string } | null }
interface Page<T> { total: number; items: T[] }
interface Post { code: string; vacancy: number; surplus: number; currentHeadcount: number; supernumerary: number; unitPath: { code: string }[]; version: number; id: string }

describe('importing files', () => {
  let app: TestApp;
  let context: WorkContext;
  let hr: Client;

  beforeAll(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
  }, 60_000);
  beforeEach(async () => {
    ({ context, hr } = await openOrganization(app));
  });
  afterAll(() => app.dispose(), 60_000);

  const contents = (): Promise<object[]> =>
    app.database.transaction(context, async (tx) => {
      const tables = ['org_unit', 'org_unit_version', 'position', 'employee', 'employee_absence', 'assignment', 'account'];
      const parts = await Promise.all(tables.map((table) => `SELECT '${table}' AS t, to_jsonb(x) AS row FROM ${table} x`));
      return tx.query(`SELECT t, row::text FROM (${parts.join(' UNION ALL ')}) s ORDER BY t, row::text`);
    });

  it('fills an empty organisation, computes tenure, vacancy and absence, and makes accounts', async () => {
    const [units, positions, employees] = await importAll(hr);
    expect([units?.toAdd, positions?.toAdd, employees?.toAdd]).toEqual([6, 6, 7]);
    expect(employees).toMatchObject({ state: 'APPLIED', progress: 1, stage: 'DONE', toChange: 0, unchanged: 0 });
    const staff = (await hr.get<Page<Employee>>('/api/employees')).body;
    expect(staff.total).toBe(7);
    // Posted 1 January 2025, 31 days of leave: counted from 1 February 2025 to 20 November 2026 = 21 whole months.
    expect(staff.items.find(({ employeeNumber }) => employeeNumber === 'E002')).toMatchObject({ tenureMonths: 21, postedOn: '2025-01-01', post: { code: 'P-HR' }, absence: null });
    expect(staff.items.find(({ employeeNumber }) => employeeNumber === 'E003')).toMatchObject({ absence: { kind: 'LEAVE' } });
    const posts = (await hr.get<Page<Post>>('/api/positions')).body.items;
    // One of two holders is on leave without an end: the seat counts as vacant.
    expect(posts.find(({ code }) => code === 'P-HR')).toMatchObject({ currentHeadcount: 1, supernumerary: 1, vacancy: 1, surplus: 0, unitPath: [{ code: 'B1' }, { code: 'D1' }, { code: 'T1' }] });
    const accounts = await app.database.transaction(context, (tx) =>
      tx.query<{ name: string; roles: { role: string }[] }>(`SELECT sign_in_name AS name, derived_roles AS roles FROM account WHERE employee_id IS NOT NULL ORDER BY 1`));
    expect(accounts.map(({ name }) => name)).toEqual(['E001', 'E002', 'E003', 'E004', 'E005', 'E006', 'E007']);
    expect(accounts[0]?.roles.map(({ role }) => role).sort()).toEqual(['DEPARTMENT_HEAD', 'MANAGER']);
    expect(accounts[1]?.roles).toEqual([]);
  });

  it('changes nothing when the same files come twice, nor when apply is asked twice', async () => {
    await importAll(hr);
    const before = await contents();
    const again = await importAll(hr);
    expect(again.map(({ toAdd, toChange, unchanged }) => [toAdd, toChange, unchanged])).toEqual([[0, 0, 6], [0, 0, 6], [0, 0, 7]]);
    expect((await hr.post<Batch>(`/api/imports/${again[2]?.id}/apply`)).body.state).toBe('APPLIED');
    expect(await contents()).toEqual(before);
  });

  it('lists every fault of a staff list by row and column in both languages and writes nothing', async () => {
    await importFile(hr, 'UNITS', UNITS);
    await importFile(hr, 'POSITIONS', POSITIONS);
    const before = await contents();
    const { body, status } = await upload(hr, 'EMPLOYEES', csv(
      ['사번', '성명', '직급', '직렬', '임용형태', '임용일', '직위코드', '보직일', '휴직종류', '휴직시작일', '휴직종료일'],
      ['E1', '가온', 7, '행정', '정규', '2020-02-30', '', '', '', '', ''],
      ['E1', '나래', 3, '행정', '계약', '2020-01-01', 'P-NONE', '2021-01-01', '', '', ''],
      ['', '다솜', 7, '', '정규', '2020-01-01', 'P-HR', '', '육아', '', ''],
      ['E4', '라온', 7, '행정', '정규', '2020-01-01', 'P-HR', '2019-12-31', '육아', '2026-03-01', '2026-02-01'],
      ['E5', '마루', 9, '행정', '정규', '2020-01-01', 'P-HEAD', '2021-01-01', '', '', ''],
    ));
    expect([status, body.state]).toEqual([201, 'FAULTY']);
    const found = await findings(hr, body.id);
    expect(brief(found).sort()).toEqual([
      '2:hiredOn validation.date',
      '3:appointmentType validation.oneOf',
      '3:employeeNumber IMPORT_TWICE',
      '3:grade validation.range',
      '3:positionCode IMPORT_POSITION_UNKNOWN',
      '4:employeeNumber validation.required',
      '4:jobSeries validation.required',
      '4:leaveFrom IMPORT_ABSENCE_INCOMPLETE',
      '4:postedOn IMPORT_POSTED_ON_MISSING',
      '5:leaveTo PERIOD_INVERTED',
      '5:postedOn IMPORT_POSTED_BEFORE_HIRED',
    ]);
    expect(found.find(({ code }) => code === 'IMPORT_TWICE')).toMatchObject({
      columnName: { ko: '사번', en: 'employeeNumber' }, message: { ko: 'E1이 2행과 겹칩니다.', en: 'E1 already stands in row 2.' },
    });
    expect(brief(await findings(hr, body.id, 'warnings'))).toEqual(['6:grade IMPORT_GRADE_OUTSIDE_BAND']);
    expect((await hr.post(`/api/imports/${body.id}/apply`)).status).toBe(409);
    expect(await contents()).toEqual(before);
  });

  it('finds what is wrong with units and posts', async () => {
    const units = await upload(hr, 'UNITS', csv(
      ['code', 'name', 'type', 'parentCode', 'validFrom', 'validTo'],
      ['A', '가', '국', 'C', '2020-01-01', ''],
      ['B', '나', '과', 'A', '2020-01-01', ''],
      ['C', '다', '국', 'A', '2020-01-01', ''],
      ['D', '라', '부', '', '2020-01-01', ''],
      ['E', '마', '과', 'X', '2020-01-01', '2019-01-01'],
      ['F', '바', '팀', 'NONE', '2020-01-01', ''],
    ));
    expect(brief(await findings(hr, units.body.id))).toEqual([
      '2:parentCode UNIT_CYCLE', '4:parentCode UNIT_CYCLE', '5:type validation.oneOf', '6:validTo PERIOD_INVERTED', '7:parentCode IMPORT_UNIT_UNKNOWN',
    ]);
    await importFile(hr, 'UNITS', UNITS);
    const posts = await upload(hr, 'POSITIONS', csv(
      ['직위코드', '부서코드', '담당업무', '정원', '상위직급', '하위직급', '전문직위', '필수보직개월', '보호사유', '보호만료일', '시행일'],
      ['P1', 'T1', '가', -1, 6, 7, '', '', '', '', '2020-01-01'],
      ['P2', 'T9', '나', 1, 7, 6, '', 24, '', '', '2020-01-01'],
      ['P3', 'T1', '다', 1, 6, 7, 'Y', '', '감사', '', '2019-01-01'],
      ['P4', 'T1', '라', '한명', 6, 7, 'X', '', '', '', '2020-1-1'],
    ));
    expect(brief(await findings(hr, posts.body.id)).sort()).toEqual([
      '2:authorizedHeadcount validation.range',
      '3:lowestGrade GRADE_BAND_INVERTED',
      '3:specialistTenureMonths SPECIALIST_MONTHS_WITHOUT_SPECIALIST',
      '3:specialistTenureMonths validation.oneOf',
      '3:unitCode IMPORT_UNIT_UNKNOWN',
      '4:protectedUntil PROTECTION_INCOMPLETE',
      '4:specialistTenureMonths SPECIALIST_MONTHS_MISSING',
      '4:unitCode IMPORT_UNIT_NOT_OPEN',
      '5:authorizedHeadcount validation.integer',
      '5:specialist validation.oneOf',
      '5:validFrom validation.date',
    ]);
  });

  it.each<[string, string, string[]]>([
    ['an unknown and a missing column', csv(['부서코드', '부서이름', '유형', '시행일'], ['A', '가', '국', '2020-01-01']), ['1:* IMPORT_HEADER_UNKNOWN', '1:name IMPORT_HEADER_MISSING']],
    ['a column twice', csv(['code', '부서코드', 'name', 'type', 'validFrom'], ['A', 'A', '가', '국', '2020-01-01']), ['1:code IMPORT_HEADER_TWICE']],
    ['no rows', csv(['code', 'name', 'type', 'validFrom']), ['1:* IMPORT_EMPTY']],
    ['an empty file', '', ['1:* IMPORT_EMPTY']],
    ['too many cells', csv(['code', 'name', 'type', 'validFrom'], ['A', '가', '국', '2020-01-01', '더']), ['2:* IMPORT_EXTRA_CELLS']],
  ])('refuses %s', async (_, content, expected) => {
    const { body } = await upload(hr, 'UNITS', content);
    expect([body.state, brief(await findings(hr, body.id))]).toEqual(['FAULTY', expected]);
  });

  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'IMPORT_OLD_EXCEL'],
    ['a broken XLSX', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0]), 'IMPORT_FILE_UNREADABLE'],
    ['a picture', new Uint8Array([0x89, 0x50, 0xff, 0xfe, 0xff, 0x00]), 'IMPORT_ENCODING_UNKNOWN'],
    ['an open quotation', new TextEncoder().encode('code,"name\nA,B'), 'IMPORT_FILE_UNREADABLE'],
  ])('refuses %s', async (_, content, code) => {
    const answer = await upload(hr, 'UNITS', content);
    expect([answer.status, (answer.body as unknown as { code: string }).code]).toEqual([422, code]);
  });

  it('reads CP949, and XLSX with typed cells', async () => {
    const cp949 = new Uint8Array(iconv.encode(UNITS.replace('행복국', '똠방국'), 'cp949'));
    expect((await importFile(hr, 'UNITS', cp949)).toAdd).toBe(6);
    const names = (await hr.get<{ name: string }[]>('/api/org-units')).body.map(({ name }) => name);
    expect(names).toContain('똠방국');
    const stream = writeXlsxStream([['E001', '가온누리', 5, '행정', '정규', new Date('2005-03-02T00:00:00Z')], ['00123', '나래솔', 7, '행정', '정규', new Date('2015-01-01T00:00:00Z')]], {
      name: '직원', columns: ['사번', '성명', '직급', '직렬', '임용형태', '임용일'].map((header) => ({ header })),
    });
    const xlsx = new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
    expect((await importFile(hr, 'EMPLOYEES', xlsx)).toAdd).toBe(2);
    expect((await hr.get<Page<Employee & { hiredOn: string }>>('/api/employees')).body.items.map(({ employeeNumber, hiredOn }) => [employeeNumber, hiredOn])).toEqual([
      ['00123', '2015-01-01'], ['E001', '2005-03-02'],
    ]);
  });

  it('moves people, renames units from a day on and tells surplus', async () => {
    await importAll(hr);
    await importFile(hr, 'UNITS', csv(['code', 'name', 'type', 'parentCode', 'validFrom'], ['D1', '총무인사과', '과', 'B1', '2027-01-01']));
    const nameOn = async (on: string) => (await hr.get<{ code: string; name: string }[]>(`/api/org-units?on=${on}`)).body.find(({ code }) => code === 'D1')?.name;
    expect([await nameOn('2026-12-31'), await nameOn('2027-01-01')]).toEqual(['총무과', '총무인사과']);
    const moved = csv(['사번', '성명', '직급', '직렬', '임용형태', '임용일', '직위코드', '보직일'], ['E006', '바름', 9, '행정', '정규', '2022-01-01', 'P-N2', '2026-10-01']);
    const { body } = await upload(hr, 'EMPLOYEES', moved);
    expect(body).toMatchObject({ state: 'CHECKED', toChange: 1, faultCount: 0 });
    expect(brief(await findings(hr, body.id, 'warnings'))).toEqual(['2:positionCode IMPORT_SURPLUS']);
    await hr.post(`/api/imports/${body.id}/apply`);
    const person = (await hr.get<Page<Employee>>('/api/employees?text=E006')).body.items[0];
    expect((await hr.get<object[]>(`/api/employees/${person?.id}/assignments`)).body).toMatchObject([
      { startedOn: '2025-07-01', endedOn: '2026-10-01', cause: 'IMPORT' }, { startedOn: '2026-10-01', endedOn: null },
    ]);
  });

  it('compares again when applying: data that changed since the check stops everything', async () => {
    await importFile(hr, 'UNITS', UNITS);
    const { body } = await upload(hr, 'POSITIONS', POSITIONS);
    expect(body.state).toBe('CHECKED');
    const units = (await hr.get<{ unitId: string; code: string }[]>('/api/org-units')).body;
    const team = units.find(({ code }) => code === 'N2T');
    await app.database.transaction(context, (tx) => tx.execute(`UPDATE org_unit_version SET valid_from = '2021-01-01' WHERE unit_id = $1`, [team?.unitId ?? null]));
    const applied = (await hr.post<Batch>(`/api/imports/${body.id}/apply`)).body;
    expect(applied.state).toBe('FAULTY');
    expect(brief(await findings(hr, body.id))).toEqual(['7:unitCode IMPORT_UNIT_NOT_OPEN']);
    expect((await hr.get<Page<Post>>('/api/positions')).body.total).toBe(0);
  });

  it('takes 10,000 people in seconds, by jobs with progress', async () => {
    await importFile(hr, 'UNITS', UNITS);
    await importFile(hr, 'POSITIONS', POSITIONS.replace('주민 등록,2', '주민 등록,1000'));
    const people = Array.from({ length: 10_000 }, (_, n) => [`S${String(n).padStart(5, '0')}`, `가상${n}`, 7 + (n % 3), '행정', '정규', '2015-03-01', 'P-N1', `20${18 + (n % 8)}-07-01`]);
    const content = csv(['사번', '성명', '직급', '직렬', '임용형태', '임용일', '직위코드', '보직일'], ...people);
    const started = performance.now();
    const { body } = await upload(hr, 'EMPLOYEES', content);
    expect(body).toMatchObject({ state: 'CHECKING', stage: 'QUEUED', rowCount: 10_000 });
    expect((await hr.post(`/api/imports/${body.id}/apply`)).status).toBe(409);
    await app.runJobs();
    const checked = performance.now();
    expect((await hr.get<Batch>(`/api/imports/${body.id}`)).body).toMatchObject({ state: 'CHECKED', toAdd: 10_000, faultCount: 0, warningCount: 1 });
    expect((await hr.post<Batch>(`/api/imports/${body.id}/apply`)).body.state).toBe('APPLYING');
    await app.runJobs();
    const applied = performance.now();
    expect((await hr.get<Batch>(`/api/imports/${body.id}`)).body).toMatchObject({ state: 'APPLIED', progress: 1, toAdd: 10_000 });
    expect((await hr.get<Page<Employee>>('/api/employees?limit=1')).body.total).toBe(10_000);
    console.info(`10,000 people: checked in ${Math.round(checked - started)} ms, applied in ${Math.round(applied - checked)} ms`);
    expect(applied - started).toBeLessThan(30_000);
  }, 60_000);

  it('keeps organisations and roles apart', async () => {
    const [batch] = await importAll(hr);
    const other = await app.createOrganization(`other-${Math.random().toString(36).slice(2)}`);
    const stranger = await app.signInAs(other.organizationId, 'HR_OFFICER');
    expect((await stranger.get(`/api/imports/${batch?.id}`)).status).toBe(404);
    expect((await stranger.get<Page<Employee>>('/api/employees')).body.total).toBe(0);
    const employee = await app.signInAs(context.organizationId, 'EMPLOYEE');
    expect((await upload(employee, 'UNITS', UNITS)).status).toBe(403);
    expect((await employee.get('/api/employees')).status).toBe(403);
  });
});

describe('an import whose job finds no way', () => {
  it('says that it failed after the last attempt, and applied nothing', async () => {
    const app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    try {
      const context = await app.createOrganization();
      const hr = await app.signInAs(context.organizationId, 'HR_OFFICER');
      const people = Array.from({ length: 300 }, (_, n) => [`S${n}`, `가상${n}`, 7, '행정', '정규', '2015-03-01']);
      const { body } = await upload(hr, 'EMPLOYEES', csv(['사번', '성명', '직급', '직렬', '임용형태', '임용일'], ...people));
      await app.runJobs();
      // Somebody who is no employee signs in under one of the numbers: provisioning collides, every time.
      await app.database.transaction(context, (tx) => tx.execute(
        `INSERT INTO account (organization_id, id, sign_in_name, state, created_at) VALUES ($1, $2, 'S7', 'INVITED', $3)`, [context.organizationId, newId(), app.clock.now()]));
      expect((await hr.post<Batch>(`/api/imports/${body.id}/apply`)).body.state).toBe('APPLYING');
      for (let attempt = 1; attempt <= 5; attempt++) {
        await app.runJobs();
        app.clock.moveTo(new Date(app.clock.now().getTime() + 3_600_000));
      }
      expect((await hr.get<Batch>(`/api/imports/${body.id}`)).body.state).toBe('FAILED');
      expect((await hr.get<{ total: number }>('/api/employees')).body.total).toBe(0);
    } finally {
      await app.dispose();
    }
  }, 60_000);
});
