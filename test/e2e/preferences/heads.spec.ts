import { StaffRequestService } from '#preferences';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { auditRows, createDistrict, type District, type PersonKey, type PostKey } from './district.js';

interface Applicant { applicant: { name: string; employeeNumber: string }; reasonCode: string; preparation: { what: string; checkInDays: string[] }[] }
interface Requests { version: number; requests: { requestRank: number; employeeId: string | null; employeeName: string | null; note: string | null }[] }
interface Refusal { code: string; faults: { code: string; path: string }[] }

describe('department heads', () => {
  let app: TestApp;
  let district: District;
  let taxHead: Client;
  let hr: Client;

  const file = async (person: PersonKey, posts: readonly PostKey[]): Promise<Client> => {
    const client = await app.signInAs(district.organizationId, 'EMPLOYEE', district.people[person]);
    const wishes = posts.map((post) => ({ positionId: district.posts[post], reasonCode: 'CAREER_DEVELOPMENT' }));
    expect((await client.put('/api/me/wish-list', { version: 0, wishes, file: true })).status).toBe(200);
    return client;
  };

  beforeAll(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createDistrict(app);
    taxHead = await app.signInAs(district.organizationId, 'DEPARTMENT_HEAD', district.people.taxHead);
    hr = await app.signInAs(district.organizationId, 'HR_OFFICER');
    await file('saah', ['levyClerk']);
    const gana = await file('gana', ['coming', 'budgetClerk', 'levyClerk']);
    await file('dara', ['taxClerk', 'levyClerk']);
    await file('maba', ['levyClerk']);
    const item = await gana.post<{ id: string }>('/api/me/preparation-items', { positionId: district.posts.levyClerk, what: '세무 실무 과정' });
    await gana.put(`/api/me/preparation-items/${item.body.id}/check-ins`, { day: '2026-11-18' });
    await gana.put(`/api/me/preparation-items/${item.body.id}/check-ins`, {});
    await gana.post('/api/me/preparation-items', { positionId: district.posts.budgetClerk, what: '예산 실무 과정' });
  }, 60_000);
  afterAll(() => app.dispose(), 60_000);

  const applicants = (post: PostKey) => taxHead.get<Applicant[]>(`/api/head/applicants?positionId=${district.posts[post]}`);
  const requestsUrl = (post: PostKey) => `/api/head/staff-requests/${district.posts[post]}`;

  it('see applicants for their posts by employee number, without their own staff', async () => {
    const { status, body } = await applicants('levyClerk');
    expect(status).toBe(200);
    // 7001 serves under this head already and is left out; ranks were 1, 3, 2.
    expect(body.map(({ applicant }) => applicant.employeeNumber)).toEqual(['7002', '7003', '7004']);
    expect(body[1]?.preparation).toEqual([expect.objectContaining({ what: '세무 실무 과정', checkInDays: ['2026-11-20', '2026-11-18'] })]);
  });

  it('see no applicants who withdrew', async () => {
    const other = await createDistrict(app, 'other');
    const person = await app.signInAs(other.organizationId, 'EMPLOYEE', other.people.gana);
    const head = await app.signInAs(other.organizationId, 'DEPARTMENT_HEAD', other.people.taxHead);
    const count = async () => (await head.get<unknown[]>(`/api/head/applicants?positionId=${other.posts.levyClerk}`)).body.length;
    await person.put('/api/me/wish-list', { version: 0, wishes: [{ positionId: other.posts.levyClerk, reasonCode: 'COMMUTE' }], file: true });
    expect(await count()).toBe(1);
    await person.post('/api/me/wish-list/withdraw', { version: 1 });
    expect(await count()).toBe(0);
  });

  it('reach the posts of their department and its teams only', async () => {
    const { body } = await taxHead.get<{ code: string }[]>('/api/head/posts');
    expect(body.map(({ code }) => code)).toEqual(['P-levyClerk', 'P-taxClerk', 'P-taxHead']);
    expect(await applicants('budgetClerk')).toMatchObject({ status: 403, body: { code: 'NOT_HEAD_OF_POST' } });
    expect(await taxHead.get(`/api/head/applicants?positionId=${district.context.organizationId}`)).toMatchObject({ status: 404 });
    // The role alone does not make a head: the assignment does.
    const pretender = await app.signInAs(district.organizationId, 'DEPARTMENT_HEAD', district.people.budgetHead);
    expect(await pretender.get(requestsUrl('levyClerk'))).toMatchObject({ status: 403, body: { code: 'NOT_HEAD_OF_POST' } });
  });

  it('save ranked requests, all or nothing, and never over a newer version', async () => {
    const { people } = district;
    expect((await taxHead.get<Requests>(requestsUrl('levyClerk'))).body).toMatchObject({ version: 0, requests: [] });
    const saved = await taxHead.put<Requests>(requestsUrl('levyClerk'), { version: 0, requests: [{ employeeId: people.dara }, { note: '세무 경력 3년 이상' }, { employeeId: people.saah, note: '함께 일한 경험' }] });
    expect(saved.body.requests.map(({ requestRank, employeeName, note }) => [requestRank, employeeName, note])).toEqual([
      [1, '가상 dara', null], [2, null, '세무 경력 3년 이상'], [3, '가상 saah', '함께 일한 경험'],
    ]);
    const both = await Promise.all([1, 2].map((n) => taxHead.put<Refusal>(requestsUrl('levyClerk'), { version: 1, requests: [{ note: `필요 ${n}` }] })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const faulty = await taxHead.put<Refusal>(requestsUrl('levyClerk'), { version: 2, requests: [{ employeeId: people.taxHead }, {}, { employeeId: people.dara }, { employeeId: people.dara }] });
    expect(faulty.body.faults.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'requests[0].employeeId REQUEST_FOR_ONESELF', 'requests[1] REQUEST_EMPTY', 'requests[3].employeeId validation.duplicate',
    ]);
    expect((await taxHead.get<Requests>(requestsUrl('levyClerk'))).body).toMatchObject({ version: 2, requests: [{ requestRank: 1 }] });
    expect(await taxHead.put(requestsUrl('budgetClerk'), { version: 0, requests: [] })).toMatchObject({ status: 403 });
  });

  it('have their requests read by HR and by rounds', async () => {
    const { body } = await hr.get<{ requestRank: number; requestedByEmployeeId: string }[]>('/api/hr/staff-requests');
    expect(body).toEqual([expect.objectContaining({ requestRank: 1, requestedByEmployeeId: district.people.taxHead, positionId: district.posts.levyClerk, unitId: district.units.tax })]);
    expect(await app.database.transaction(district.context, (tx) => app.app.get(StaffRequestService).all(tx))).toHaveLength(1);
    expect((await taxHead.get('/api/hr/staff-requests')).status).toBe(403);
  });

  it('HR reads lists by page with one audit row a person read', async () => {
    const before = (await auditRows(app, district, 'wish.readByHr')).length;
    const page = await hr.get<{ total: number; items: { applicant: { employeeNumber: string }; wishes: { choiceRank: number; reasonText?: string }[] }[] }>('/api/hr/wish-lists?page=2&pageSize=3');
    expect(page.body.total).toBe(4);
    expect(page.body.items.map(({ applicant }) => applicant.employeeNumber)).toEqual(['7004']);
    expect(page.text).not.toContain('reasonText');
    const byPost = await hr.get<{ total: number }>(`/api/hr/wish-lists?positionId=${district.posts.taxClerk}`);
    expect(byPost.body.total).toBe(1);
    expect((await hr.get<{ total: number }>(`/api/hr/wish-lists?text=${encodeURIComponent('GANA')}&state=FILED`)).body.total).toBe(1);
    expect((await auditRows(app, district, 'wish.readByHr')).length).toBe(before + 3);
    expect((await hr.get(`/api/hr/wish-lists/${district.organizationId}`)).status).toBe(404);
  });
});
