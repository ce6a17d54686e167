import { writeXlsxStream } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { asSuperuser } from '../../support/cluster.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { csv, EMPLOYEES, POSITIONS, UNITS } from '../organization/files.js';
import { jari, newFolder, type Folder, type Ran } from './jari.js';

interface Answer {
  applied: boolean;
  rowCount: number;
  toAdd: number;
  toChange: number;
  unchanged: number;
  faults: { row: number; column: string | null; message: { ko: string; en: string } }[];
}

const xlsx = async (text: string): Promise<Uint8Array> => {
  const [header = [], ...body] = text.split('\r\n').map((line) => line.split(','));
  const chunks: Uint8Array[] = [];
  const stream = writeXlsxStream(body, { name: '직위', columns: header.map((name) => ({ header: name })) });
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const TABLES = ['organization', 'org_unit', 'org_unit_version', 'position', 'employee', 'assignment', 'account', 'import_batch', 'job', 'audit_log'];

describe('jari import', () => {
  let db: TestDatabase;
  let folder: Folder;

  beforeAll(async () => {
    db = await createTestDatabase();
    folder = newFolder();
    await db.createOrganization('gaon');
    await db.createOrganization('nuri');
  }, 60_000);
  afterAll(async () => {
    await db.dispose();
    await folder.remove();
  }, 60_000);

  const counts = async (): Promise<object | undefined> =>
    (await asSuperuser(db.name, `SELECT ${TABLES.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`).join(', ')}`))[0];
  const run = (kind: string, file: string, ...more: readonly string[]): Promise<Ran> => jari(db.url, 'import', '--organization', 'gaon', '--kind', kind, file, ...more);
  const answered = async (kind: string, file: string, ...more: readonly string[]): Promise<Answer> => {
    const { code, stdout, stderr } = await run(kind, file, '--json', ...more);
    if (code !== 0) throw new Error(`${code} ${stdout} ${stderr}`);
    return JSON.parse(stdout) as Answer;
  };

  it('checks without --apply and leaves nothing behind, not even the file', async () => {
    const before = await counts();
    const { code, stdout } = await run('units', folder.write('부서.csv', UNITS));
    expect(code).toBe(0);
    expect(stdout).toContain('gaon · 부서 / units · 부서.csv\n  행 / rows: 6, 추가 / to add: 6, 변경 / to change: 0, 그대로 / unchanged: 0\n');
    expect(stdout).toContain('--apply');
    expect(await counts()).toEqual(before);
  });

  it('applies three files, one of them in CP949 and one a workbook, and changes nothing the second time', async () => {
    const files = [
      ['units', folder.write('units.csv', iconv.encode(UNITS, 'cp949'))],
      ['positions', folder.write('positions.xlsx', await xlsx(POSITIONS))],
      ['EMPLOYEES', folder.write('employees.csv', `\ufeff${EMPLOYEES}`)],
    ] as const;
    for (const [kind, file] of files) expect(await answered(kind, file, '--apply')).toMatchObject({ applied: true, toChange: 0, unchanged: 0, faults: [] });
    expect(await counts()).toMatchObject({ org_unit: 6, position: 6, employee: 7, account: 7, import_batch: 3 });
    expect(await asSuperuser(db.name, `SELECT v.name FROM org_unit u JOIN org_unit_version v ON v.unit_id = u.id WHERE u.code = 'D1'`)).toEqual([{ name: '총무과' }]);
    const contents = () => asSuperuser(db.name, 'SELECT to_jsonb(e) AS row FROM employee e UNION ALL SELECT to_jsonb(a) FROM assignment a UNION ALL SELECT to_jsonb(p) FROM position p ORDER BY 1');
    const before = await contents();
    for (const [kind, file] of files) {
      const { rowCount, ...answer } = await answered(kind, file, '--apply');
      expect(answer).toMatchObject({ applied: true, toAdd: 0, toChange: 0, unchanged: rowCount });
    }
    expect(await contents()).toEqual(before);
    expect(await asSuperuser(db.name, 'SELECT count(rows)::int AS kept FROM import_batch')).toEqual([{ kept: 0 }]);
    const audited = await asSuperuser(db.name, `SELECT count(*)::int AS n FROM audit_log WHERE action = 'import.apply' AND actor_name = 'import-command'`);
    expect(audited).toEqual([{ n: 6 }]);
  }, 120_000);

  it('names every fault by row and column in both languages, and applies nothing of such a file', async () => {
    const faulty = folder.write('faulty.csv', csv(
      ['사번', '성명', '직급', '직렬', '임용형태', '임용일', '직위코드', '보직일'],
      ['F001', '가람', 7, '행정', '정규', '2020-02-30', '', ''],
      ['F002', '', 12, '행정', '인턴', '2020-01-01', 'P-NONE', '2024-01-01'],
      ['F003', '하늘', 8, '행정', '정규', '2020-01-01', '', ''],
    ));
    const before = await counts();
    const { code, stdout } = await run('employees', faulty, '--apply');
    expect(code).toBe(2);
    expect(stdout).toContain('  2행 row 2 · 임용일 hiredOn: YYYY-MM-DD 형식의 실제 날짜여야 합니다. / ');
    expect(stdout).toContain('  3행 row 3 · 성명 name: 반드시 입력해야 합니다. / ');
    expect(stdout).toMatch(/3행 row 3 · 직급 grade: .+ \/ .+\n/);
    expect(stdout).toMatch(/3행 row 3 · 임용형태 appointmentType: .*정규\(REGULAR\).* \/ .+\n/);
    expect(stdout).toContain('고칠 곳이 있어 아무것도 바꾸지 않았습니다. / There are faults: nothing was changed.');
    expect(await counts()).toEqual(before);
    const json = await run('employees', faulty, '--json');
    expect([json.code, (JSON.parse(json.stdout) as Answer).applied]).toEqual([2, false]);
    expect((JSON.parse(json.stdout) as Answer).faults.map(({ row, column }) => `${row}:${column}`)).toEqual(expect.arrayContaining(['2:hiredOn', '3:name', '3:grade', '3:appointmentType']));
  });

  it('applies a large file at once, without waiting for a worker', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => [`L${index}`, `누리${index}`, 8, '행정', '정규', '2020-01-01']);
    const file = folder.write('large.csv', csv(['사번', '성명', '직급', '직렬', '임용형태', '임용일'], ...rows));
    const { code, stderr, stdout } = await run('employees', file, '--apply', '--json');
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { applied: true, toAdd: 450 }]);
    expect(stderr).toContain('writing');
    expect(await asSuperuser(db.name, `SELECT DISTINCT state FROM import_batch`)).toEqual([{ state: 'APPLIED' }]);
  }, 60_000);

  it('refuses what is no such file, no such kind and no such organisation', async () => {
    const old = await run('units', folder.write('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')));
    expect([old.code, old.stdout, old.stderr]).toEqual([2, '', expect.stringMatching(/옛 엑셀 형식.+ \/ This is an old Excel file/)]);
    const missing = await run('units', 'no-such-file.csv');
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('the file cannot be opened: no-such-file.csv (ENOENT)')]);
    const kind = await jari(db.url, 'import', '--kind', 'wishes');
    expect([kind.code, kind.stderr]).toEqual([2, expect.stringMatching(/--kind: units, positions, employees\n.*name the file to import/)]);
    const file = folder.write('again.csv', UNITS);
    const unnamed = await jari(db.url, 'import', '--kind', 'units', file);
    expect([unnamed.code, unnamed.stderr]).toEqual([2, expect.stringContaining('--organization is needed: gaon, nuri')]);
    const unknown = await jari(db.url, 'import', '--organization', 'dasom', '--kind', 'units', file);
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('no such organisation: dasom')]);
  }, 60_000);
});
