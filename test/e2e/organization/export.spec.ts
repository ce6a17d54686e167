import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import { newToken, type WorkContext } from '#platform';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { csv, importAll, importFile, openOrganization, upload } from './files.js';

describe('exporting files', () => {
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

  /** The test client reads text only; files need their bytes, so they are fetched with a session of the same account. */
  const download = async (query: string): Promise<{ response: Response; bytes: Uint8Array<ArrayBuffer> }> => {
    const token = newToken();
    await app.database.transaction(context, (tx) => tx.execute(
      'INSERT INTO session (organization_id, token_hash, account_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)',
      [context.organizationId, createHash('sha256').update(token).digest(), hr.accountId, app.clock.now(), new Date('2030-01-01T00:00:00Z')],
    ));
    const response = await fetch(`${app.origin}/api/exports?${query}`, { headers: { cookie: `jari_session=${token}` } });
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  };

  it.each(['UNITS', 'POSITIONS', 'EMPLOYEES'].flatMap((kind) => ['format=CSV', 'format=CSV&encoding=CP949', 'format=XLSX'].map((how) => [kind, how] as const)))(
    'writes %s as %s so that importing it changes nothing', async (kind, how) => {
      const { response, bytes } = await download(`kind=${kind}&${how}`);
      expect(response.status).toBe(200);
      expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('가상데이터');
      const { body } = await upload(hr, kind, bytes, 'export');
      expect(body).toMatchObject({ state: 'CHECKED', toAdd: 0, toChange: 0 });
      expect(body.unchanged).toBeGreaterThan(5);
    });

  it('marks invented data in a column of its own, and only where the data is invented', async () => {
    const marked = new TextDecoder().decode((await download('kind=UNITS')).bytes);
    expect(marked.split('\r\n')[0]).toContain('비고');
    expect(marked.split('\r\n')[1]).toMatch(/,가상 데이터$/);
    await app.database.system('test', (tx) => tx.execute('UPDATE organization SET is_demo = false WHERE organization_id = $1', [context.organizationId]));
    const { response, bytes } = await download('kind=UNITS');
    expect(new TextDecoder().decode(bytes)).not.toContain('비고');
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('부서_2026-11-20.csv');
  });

  it('shows what looks like a formula as text, and takes it back as it was', async () => {
    await importFile(hr, 'UNITS', csv(['code', 'name', 'nameEn', 'type', 'validFrom'], ['X1', '=1+1', '@SUM', '동', '2020-01-01'], ['X2', "'=quoted", '-5', '동', '2020-01-01']));
    const { bytes } = await download('kind=UNITS');
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain("X1,'=1+1,'@SUM");
    expect((await upload(hr, 'UNITS', bytes)).body).toMatchObject({ toAdd: 0, toChange: 0 });
  });

  it('names the characters that CP949 lacks instead of losing them', async () => {
    await importFile(hr, 'UNITS', csv(['code', 'name', 'type', 'validFrom'], ['X1', '똠방𠮷동', '동', '2020-01-01']));
    const refused = await hr.get<{ code: string; faults: { path: string; params: { character: string; point: string }; message: { ko: string } }[] }>('/api/exports?kind=UNITS&encoding=CP949');
    expect([refused.status, refused.body.code]).toEqual([422, 'EXPORT_UNMAPPABLE']);
    expect(refused.body.faults).toMatchObject([{ params: { character: '𠮷', point: 'U+20BB7' }, message: { ko: '𠮷 글자(U+20BB7)는 CP949에 없습니다.' } }]);
    expect((await download('kind=UNITS')).response.status).toBe(200);
  });

  it('writes choices in the Korean words that personnel files use', async () => {
    const rows = async (kind: string): Promise<string[]> => new TextDecoder().decode((await download(`kind=${kind}`)).bytes).split('\r\n');
    expect((await rows('UNITS')).find((row) => row.startsWith('D1,'))).toBe('D1,총무과,General Affairs,과,B1,2020-01-01,,가상 데이터');
    expect((await rows('POSITIONS')).find((row) => row.startsWith('P-HEAD,'))).toContain(',부서장,');
    const staff = await rows('EMPLOYEES');
    expect(staff.find((row) => row.startsWith('E005,'))).toContain(',시보,');
    expect(staff.find((row) => row.startsWith('E003,'))).toContain(',질병,2026-05-01,');
    expect(staff.join('\n')).not.toMatch(/REGULAR|PROBATION|ILLNESS/);
  });

  it('writes CP949 that other programs read', async () => {
    const { response, bytes } = await download('kind=UNITS&encoding=CP949');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=euc-kr');
    expect(iconv.decode(Buffer.from(bytes), 'cp949').split('\r\n')[0]).toBe('부서코드,부서명,영문명,유형,상위부서코드,시행일,폐지일,비고');
  });
});
