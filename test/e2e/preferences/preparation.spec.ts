import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { createDistrict, type District } from './district.js';

interface Item { id: string; version: number; what: string; doneOn: string | null; post: { duty: string } | null; checkIns: { id: string; day: string; note: string | null }[] }
interface Refusal { code: string; faults: { code: string; path: string; message: { ko: string } }[] }

describe('preparation and check-ins over HTTP', () => {
  let app: TestApp;
  let district: District;
  let client: Client;

  beforeAll(async () => {
    // 23:30 in Korea on 1 March: the Korean day is not the day of the clock's UTC date a few hours later.
    app = await createTestApp({ now: '2026-03-01T14:30:00Z' });
    district = await createDistrict(app);
    client = await app.signInAs(district.organizationId, 'EMPLOYEE', district.people.gana);
  }, 60_000);
  afterAll(() => app.dispose(), 60_000);

  const items = async () => (await client.get<Item[]>('/api/me/preparation-items')).body;

  it('keeps items for a post or in general, and changes them under a version', async () => {
    const created = await client.post<Item>('/api/me/preparation-items', { positionId: district.posts.budgetClerk, what: '예산 실무 과정 수료', dueOn: '2026-06-30', evidenceUrl: 'https://example.kr/course' });
    expect(created).toMatchObject({ status: 201, body: { version: 1, post: { duty: '예산 편성' }, checkIns: [] } });
    const { id } = created.body;
    const change = { what: '예산 실무 과정 수료', doneOn: '2026-03-01', version: 1 };
    expect((await client.put<Item>(`/api/me/preparation-items/${id}`, change)).body).toMatchObject({ version: 2, doneOn: '2026-03-01', post: null });
    expect(await client.put(`/api/me/preparation-items/${id}`, change)).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
  });

  it('checks in by Korean day, at most a week back, once a day', async () => {
    const { id } = (await items())[0]!;
    const checkIn = (body: object) => client.put<Item & Refusal>(`/api/me/preparation-items/${id}/check-ins`, body);
    expect((await checkIn({ note: '1강' })).body.checkIns.map(({ day, note }) => [day, note])).toEqual([['2026-03-01', '1강']]);
    app.clock.moveTo('2026-03-01T15:00:00Z');
    expect((await checkIn({ note: '2강' })).body.checkIns.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-01']);
    expect((await checkIn({ day: '2026-03-02', note: '2강과 3강' })).body.checkIns.map(({ note }) => note)).toEqual(['2강과 3강', '1강']);
    expect((await checkIn({ day: '2026-02-23' })).status).toBe(200);
    expect((await checkIn({ day: '2026-02-22' })).body.faults).toMatchObject([{ code: 'DAY_TOO_LONG_AGO', path: 'day', message: { ko: '확인 기록은 오늘부터 7일 전까지의 날짜로만 남길 수 있습니다.' } }]);
    expect((await checkIn({ day: '2026-03-03' })).body.faults).toMatchObject([{ code: 'DAY_IN_FUTURE' }]);
    const [latest] = (await items())[0]!.checkIns;
    expect((await client.delete(`/api/me/preparation-items/${id}/check-ins/${latest!.id}`)).status).toBe(204);
    expect((await items())[0]!.checkIns.map(({ day }) => day)).toEqual(['2026-03-01', '2026-02-23']);
  });

  it('names every fault at once', async () => {
    const { body } = await client.post<Refusal>('/api/me/preparation-items', { positionId: district.organizationId, what: '준비', evidenceUrl: 'javascript:alert(1)', doneOn: '2026-12-31' });
    expect(body.faults.map(({ path, code }) => `${path} ${code}`)).toEqual(['positionId POST_UNKNOWN', 'evidenceUrl validation.url', 'doneOn DAY_IN_FUTURE']);
  });

  it('is out of reach of everyone else', async () => {
    const { id } = (await items())[0]!;
    const colleague = await app.signInAs(district.organizationId, 'EMPLOYEE', district.people.saah);
    expect((await colleague.get<Item[]>('/api/me/preparation-items')).body).toEqual([]);
    expect((await colleague.put(`/api/me/preparation-items/${id}`, { what: 'x', version: 2 })).status).toBe(404);
    expect((await colleague.put(`/api/me/preparation-items/${id}/check-ins`, {})).status).toBe(404);
    expect((await colleague.delete(`/api/me/preparation-items/${id}`)).status).toBe(404);
    expect(await items()).toHaveLength(1);
  });

  it('removes an item with its check-ins', async () => {
    const { id } = (await items())[0]!;
    expect((await client.delete(`/api/me/preparation-items/${id}`)).status).toBe(204);
    expect(await items()).toEqual([]);
  });

  it('keeps at most fifty items', async () => {
    for (let n = 0; n < 50; n++) expect((await client.post('/api/me/preparation-items', { what: `준비 ${n}` })).status).toBe(201);
    expect(await client.post('/api/me/preparation-items', { what: '준비' })).toMatchObject({ status: 409, body: { code: 'TOO_MANY_PREPARATION_ITEMS' } });
  });
});
