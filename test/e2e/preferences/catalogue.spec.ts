import { newId } from '#platform';
import { asSuperuser } from '../../support/cluster.js';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { createDistrict, type District, type PostKey } from './district.js';

interface Post { id: string; code: string; qualifies: boolean | null; favourite: boolean; vacancies: number; hindrances: { code: string; reason: { ko: string; en: string } }[] }
interface Page { items: Post[]; total: number; page: number }

describe('the catalogue over HTTP', () => {
  let app: TestApp;
  let district: District;
  let client: Client;

  beforeAll(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createDistrict(app);
    client = await app.signInAs(district.organizationId, 'EMPLOYEE', district.people.gana);
  }, 60_000);
  afterAll(() => app.dispose(), 60_000);

  const codes = async (query: string): Promise<string[]> =>
    (await client.get<Page>(`/api/catalogue?${query}`)).body.items.map(({ code }) => code.replace('P-', ''));
  const post = async (key: PostKey) => (await client.get<Post>(`/api/catalogue/${district.posts[key]}`)).body;

  it('shows every post that has not ended, in the order of the units', async () => {
    expect(await codes('')).toEqual([
      'coming', 'dongClerk', 'dongHead', 'nurse', 'financeHead', 'auditClerk', 'budgetClerk', 'budgetHead', 'taxClerk', 'taxHead', 'levyClerk',
    ]);
  });

  it.each<[string, string[]]>([
    ['unitType=TEAM', ['levyClerk']],
    ['headship=DONG_HEAD', ['dongHead']],
    ['heavyWorkload=true', ['levyClerk']],
    ['grade=9', ['dongClerk']],
    ['jobSeries=%EA%B0%84%ED%98%B8', ['nurse']],
    ['text=local%20INCOME', ['levyClerk']],
    ['text=yangjae&qualifiesOnly=true', ['coming']],
    ['vacantOnly=true&qualifiesOnly=true', ['coming', 'levyClerk']],
    ['sort=GRADE&pageSize=2&page=2', ['dongHead', 'taxHead']],
    ['page=99', []],
  ])('filters by %s', async (query, expected) => {
    expect(await codes(query)).toEqual(expected);
  });

  it('says of each post whether I qualify, and by which rules not, in both languages', async () => {
    expect(await post('levyClerk')).toMatchObject({ qualifies: true, hindrances: [], vacancies: 3 });
    expect((await post('nurse')).hindrances.map(({ code, reason }) => [code, reason.ko])).toEqual([
      ['JOB_SERIES', '이 직위의 직렬은 간호이며, 귀하의 직렬은 행정입니다.'], ['LICENCE', '이 직위에 필요한 자격증이 없습니다. (간호사)'],
    ]);
    expect((await post('auditClerk')).hindrances.map(({ code }) => code)).toEqual(['PROTECTED_POST']);
    expect((await post('dongClerk')).hindrances.map(({ code }) => code)).toEqual(['OWN_POST']);
    expect((await post('ended')).hindrances.map(({ code }) => code)).toEqual(['POST_CLOSED']);
    expect((await client.get(`/api/catalogue/${district.organizationId}`)).status).toBe(404);
  });

  it('judges nobody’s fit for an account without an employee', async () => {
    const mayor = await app.signInAs(district.organizationId, 'MAYOR');
    expect((await mayor.get<Page>('/api/catalogue')).body.items[0]).toMatchObject({ qualifies: null, hindrances: [], favourite: false });
  });

  it('keeps favourites, each its owner’s alone', async () => {
    const colleague = await app.signInAs(district.organizationId, 'EMPLOYEE', district.people.saah);
    for (const key of ['nurse', 'levyClerk', 'nurse'] as const) expect((await client.put(`/api/me/favourites/${district.posts[key]}`)).status).toBe(204);
    expect((await codes('favouritesOnly=true')).sort()).toEqual(['levyClerk', 'nurse']);
    expect((await colleague.get<Page>('/api/catalogue?favouritesOnly=true')).body.total).toBe(0);
    expect((await client.delete(`/api/me/favourites/${district.posts.nurse}`)).status).toBe(204);
    expect((await client.get<Post[]>('/api/me/favourites')).body.map(({ code }) => code)).toEqual(['P-levyClerk']);
    expect((await client.put(`/api/me/favourites/${district.organizationId}`)).status).toBe(404);
  });

  it('saves searches by name and refuses what is no filter', async () => {
    const filter = { unitId: district.units.tax, vacantOnly: true, text: '부과' };
    const saved = await client.post<{ id: string; version: number }>('/api/me/saved-searches', { name: '세무 빈자리', filter });
    expect(saved).toMatchObject({ status: 201, body: { name: '세무 빈자리', filter, version: 1 } });
    expect(await client.post('/api/me/saved-searches', { name: '세무 빈자리', filter })).toMatchObject({ status: 409, body: { code: 'SAVED_SEARCH_NAME_TAKEN' } });
    const url = `/api/me/saved-searches/${saved.body.id}`;
    expect((await client.put(url, { name: '세무', filter: { grade: 7 }, version: 1 })).body).toMatchObject({ filter: { grade: 7 }, version: 2 });
    expect(await client.put(url, { name: '세무', filter: {}, version: 1 })).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    const faulty = await client.post<{ faults: { path: string }[] }>('/api/me/saved-searches', { name: '', filter: { grade: 3, unitType: 'MOON', secret: 1 } });
    expect(faulty.body.faults.map(({ path }) => path).sort()).toEqual(['filter.grade', 'filter.secret', 'filter.unitType', 'name']);
    const colleague = await app.signInAs(district.organizationId, 'EMPLOYEE', district.people.dara);
    expect((await colleague.delete(url)).status).toBe(404);
    expect((await client.delete(url)).status).toBe(204);
    expect((await client.get('/api/me/saved-searches')).body).toEqual([]);
  });

  it('answers for 1,480 posts held by 1,430 people quickly, with every kind of filter', async () => {
    const large = await createDistrict(app, 'large');
    const ids = Array.from({ length: 1480 }, () => newId());
    await app.database.transaction(large.context, async (tx) => {
      await tx.execute(
        `INSERT INTO position (organization_id, id, code, unit_id, duty, duty_en, authorized_headcount, highest_grade, lowest_grade, job_series,
           required_licences, heavy_workload, specialist, valid_from, version)
         SELECT $1, id, 'L' || n, CASE WHEN n % 2 = 0 THEN $3::uuid ELSE $4::uuid END, '업무 ' || n, 'Duty ' || n, 1, 6, 7 + n % 3,
                CASE WHEN n % 3 = 0 THEN '{행정}'::text[] ELSE '{시설,행정}'::text[] END, '{}', n % 7 = 0, false, '2015-01-01', 1
         FROM unnest($2::uuid[]) WITH ORDINALITY AS p(id, n)`,
        [large.organizationId, ids, large.units.levy, large.units.dong],
      );
      await tx.execute(
        `INSERT INTO employee (organization_id, id, employee_number, name, grade, job_series, appointment_type, hired_on, licences)
         SELECT $1, id, 'L' || n, '가상 직원 ' || n, 7, '행정', 'REGULAR', '2015-01-01', '{}' FROM unnest($2::uuid[]) WITH ORDINALITY AS p(id, n)`,
        [large.organizationId, ids],
      );
      await tx.execute(
        `INSERT INTO assignment (organization_id, id, employee_id, position_id, started_on, cause)
         SELECT $1, id, id, id, '2022-01-01', 'TRANSFER' FROM unnest($2::uuid[]) WITH ORDINALITY AS p(id, n) WHERE n % 30 <> 0`,
        [large.organizationId, ids],
      );
      await tx.execute(
        `INSERT INTO employee_absence (organization_id, id, employee_id, kind, type, absent_from)
         SELECT $1, id, id, 'LEAVE', 'CHILDCARE', '2026-01-01' FROM unnest($2::uuid[]) WITH ORDINALITY AS p(id, n) WHERE n % 11 = 0`,
        [large.organizationId, ids],
      );
    });
    // What autovacuum does within a minute of an import.
    await asSuperuser(app.name, 'ANALYZE');
    const reader = await app.signInAs(large.organizationId, 'EMPLOYEE', large.people.gana);
    const queries = ['', 'qualifiesOnly=true', `unitId=${large.units.finance}&vacantOnly=true`, 'text=duty%201&sort=DUTY&pageSize=100', 'grade=8&jobSeries=%EC%8B%9C%EC%84%A4&sort=VACANCIES&page=3'];
    const best = new Map(queries.map((query) => [query, Infinity]));
    for (let round = 0; round < 20; round++) {
      for (const [query, before] of best) {
        const start = performance.now();
        const { body } = await reader.get<Page>(`/api/catalogue?${query}`);
        best.set(query, Math.min(before, performance.now() - start));
        expect(body.total).toBeGreaterThan(20);
      }
    }
    // The product's limit, a p95 of 100 ms, is measured by bench:round on a quiet machine. Beside other tests only the best of
    // each kind of question says something of the product and not of its neighbours.
    expect([...best].filter(([, ms]) => ms >= 100)).toEqual([]);
  }, 60_000);
});
