import { JariError } from '#platform';
import { recordDemand, WishSnapshotService } from '#preferences';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { auditRows, createDistrict, type District, type PersonKey, type PostKey } from './district.js';

interface Head { state: string; version: number; draftEdition: number; filedEdition: number | null; hasUnfiledChanges: boolean; filedAt: string | null }
interface List extends Head {
  wishes: { choiceRank: number; positionId: string; reasonCode: string | null; reasonText: string | null; post: { duty: string; unitPath: { name: string }[] } }[];
  filedWishes: List['wishes'];
}
interface Refusal { code: string; message: { ko: string; en: string }; faults: { code: string; path: string; message: { ko: string; en: string } }[] }

describe('the wish list over HTTP', () => {
  let app: TestApp;
  let district: District;
  let clients = new Map<PersonKey, Client>();

  beforeAll(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
  }, 60_000);
  afterAll(() => app.dispose(), 60_000);
  beforeEach(async () => {
    district = await createDistrict(app, `d${Math.floor(performance.now() * 1000)}`);
    clients = new Map();
  });

  const as = async (person: PersonKey): Promise<Client> => {
    const client = clients.get(person) ?? (await app.signInAs(district.organizationId, 'EMPLOYEE', district.people[person]));
    clients.set(person, client);
    return client;
  };
  const wish = (post: PostKey, reasonText?: string) => ({ positionId: district.posts[post], reasonCode: 'EXPERTISE', ...(reasonText && { reasonText }) });
  const save = async <T = Head>(version: number, posts: readonly PostKey[], file = false) =>
    (await as('gana')).put<T>('/api/me/wish-list', { version, wishes: posts.map((post) => wish(post, '까닭')), file });
  const step = async <T = Head>(name: string, version: number) => (await as('gana')).post<T>(`/api/me/wish-list/${name}`, { version });
  const own = async () => (await (await as('gana')).get<List>('/api/me/wish-list')).body;
  const ranks = (wishes: List['wishes']) => wishes.map(({ positionId }) => Object.entries(district.posts).find(([, id]) => id === positionId)?.[0]);
  const filed = () => app.database.transaction(district.context, (tx) => app.app.get(WishSnapshotService).filedWishes(tx));
  const editions = () => app.database.transaction(district.context, (tx) => tx.query<{ edition: number; n: number }>(
    'SELECT edition, count(*)::int AS n FROM wish WHERE organization_id = $1 GROUP BY edition ORDER BY edition', [district.organizationId]));

  it('starts empty with version 0', async () => {
    expect(await own()).toMatchObject({ state: 'DRAFT', version: 0, filedAt: null, wishes: [], filedWishes: [] });
  });

  it('saves and files in one request, and gives it back in order with names', async () => {
    const answer = await save(0, ['levyClerk', 'budgetClerk', 'coming'], true);
    expect(answer).toMatchObject({ status: 200, body: { state: 'FILED', version: 1, draftEdition: 1, filedEdition: 1, hasUnfiledChanges: false, filedAt: '2026-11-20T00:00:00.000Z' } });
    const list = await own();
    expect(ranks(list.filedWishes)).toEqual(['levyClerk', 'budgetClerk', 'coming']);
    expect(list.wishes[0]).toMatchObject({ choiceRank: 1, reasonCode: 'EXPERTISE', reasonText: '까닭', post: { duty: '지방소득세 부과' } });
    expect(list.wishes[0]?.post.unitPath.map(({ name }) => name)).toEqual(['기획재정국', '세무관리과', '부과팀']);
    expect(await auditRows(app, district, 'wishList.file')).toEqual([
      { action: 'wishList.file', subjectId: district.people.gana, before: null, after: { state: 'FILED', version: 1, wishes: 3 } },
    ]);
  });

  it('keeps what is filed in force while a newer draft is unfiled, and forgets superseded editions', async () => {
    await save(0, ['levyClerk', 'budgetClerk'], true);
    expect((await save(1, ['budgetClerk'])).body).toMatchObject({ state: 'DRAFT', version: 2, filedEdition: 1, hasUnfiledChanges: true });
    expect((await save(2, ['coming', 'budgetClerk'])).body).toMatchObject({ state: 'DRAFT', version: 3, draftEdition: 3 });
    expect(await editions()).toEqual([{ edition: 1, n: 2 }, { edition: 3, n: 2 }]);
    expect((await filed()).map(({ wishes }) => wishes.map(({ positionId }) => positionId))).toEqual([[district.posts.levyClerk, district.posts.budgetClerk]]);
    expect((await step('file', 3)).body).toMatchObject({ state: 'FILED', version: 4, filedEdition: 3, hasUnfiledChanges: false });
    // Filing lets go of the edition that it replaces.
    expect((await filed())[0]?.wishes.map(({ positionId }) => positionId)).toEqual([district.posts.coming, district.posts.budgetClerk]);
    expect(await editions()).toEqual([{ edition: 3, n: 2 }]);
  });

  it('carries no text in the snapshot', async () => {
    await save(0, ['levyClerk'], true);
    expect(JSON.stringify(await filed())).not.toContain('까닭');
    expect(Object.keys((await filed())[0]?.wishes[0] ?? {}).sort()).toEqual(['choiceRank', 'positionId', 'reasonCode']);
  });

  it('goes DRAFT ⇄ FILED → WITHDRAWN → DRAFT and refuses every other step', async () => {
    expect((await step<Refusal>('withdraw', 0)).body.code).toBe('IMPOSSIBLE_TRANSITION');
    expect((await step<Refusal>('reopen', 0)).body.code).toBe('IMPOSSIBLE_TRANSITION');
    await save(0, ['levyClerk'], true);
    expect((await step<Refusal>('file', 1)).body.code).toBe('IMPOSSIBLE_TRANSITION');
    expect((await step<Refusal>('restart', 1)).body.code).toBe('IMPOSSIBLE_TRANSITION');
    expect((await step('reopen', 1)).body).toMatchObject({ state: 'DRAFT', version: 2, filedEdition: 1 });
    expect(await filed()).toHaveLength(1);
    expect((await step('file', 2)).body).toMatchObject({ state: 'FILED', version: 3 });
    expect((await step('withdraw', 3)).body).toMatchObject({ state: 'WITHDRAWN', version: 4, filedEdition: null, filedAt: null });
    expect(await filed()).toEqual([]);
    expect((await save<Refusal>(4, ['levyClerk'])).body.code).toBe('WISH_LIST_WITHDRAWN');
    expect((await step<Refusal>('reopen', 4)).body.code).toBe('IMPOSSIBLE_TRANSITION');
    expect((await step('restart', 4)).body).toMatchObject({ state: 'DRAFT', version: 5 });
    expect(ranks((await own()).wishes)).toEqual(['levyClerk']);
  });

  it('withdraws also while a newer draft is being edited', async () => {
    await save(0, ['levyClerk'], true);
    await save(1, ['budgetClerk']);
    expect((await step('withdraw', 2)).body).toMatchObject({ state: 'WITHDRAWN', version: 3 });
    expect(ranks((await own()).wishes)).toEqual(['budgetClerk']);
    expect(await editions()).toEqual([{ edition: 2, n: 1 }]);
  });

  it('names every fault at once, in both languages, and writes nothing', async () => {
    const { posts } = district;
    const answer = await (await as('gana')).put<Refusal>('/api/me/wish-list', {
      version: 0, file: true,
      wishes: [
        wish('levyClerk'), wish('levyClerk'), { positionId: '00000000-0000-4000-8000-000000000000', reasonCode: 'COMMUTE' },
        wish('ended'), { positionId: posts.dongClerk }, { positionId: posts.budgetClerk, reasonCode: 'OTHER', reasonText: '가'.repeat(501) },
      ],
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'VALIDATION_FAILED' } });
    expect(answer.body.faults.map(({ code, path }) => `${path} ${code}`)).toEqual([
      'wishes TOO_MANY_WISHES', 'wishes[1].positionId WISH_REPEATED', 'wishes[2].positionId POST_UNKNOWN', 'wishes[3].positionId POST_CLOSED',
      'wishes[4].positionId OWN_POST', 'wishes[4].reasonCode REASON_MISSING', 'wishes[5].reasonText REASON_TEXT_TOO_LONG',
    ]);
    expect(answer.body.faults[0]?.message).toEqual({ ko: '희망은 5지망까지 적을 수 있습니다. (입력한 희망: 6개)', en: 'You can make at most 5 wishes (entered: 6).' });
    for (const { message } of answer.body.faults) expect(message.ko !== message.en && !/[{}]/.test(message.ko + message.en)).toBe(true);
    expect(await own()).toMatchObject({ version: 0, wishes: [] });
    expect(await auditRows(app, district, 'wishList.file')).toEqual([]);
  });

  it('refuses to file a draft without reasons, and an empty one', async () => {
    expect((await step<Refusal>('file', 0)).body.faults.map(({ code }) => code)).toEqual(['NO_WISHES']);
    await (await as('gana')).put('/api/me/wish-list', { version: 0, wishes: [{ positionId: district.posts.levyClerk }] });
    expect((await step<Refusal>('file', 1)).body.faults.map(({ code }) => code)).toEqual(['REASON_MISSING']);
    expect((await own()).state).toBe('DRAFT');
  });

  it('judges the posts again when a draft is filed later', async () => {
    await save(0, ['levyClerk']);
    await app.database.transaction(district.context, (tx) => tx.execute(
      `UPDATE position SET valid_to = '2026-11-20' WHERE organization_id = $1 AND id = $2`, [district.organizationId, district.posts.levyClerk]));
    expect((await step<Refusal>('file', 1)).body.faults.map(({ code, path }) => `${path} ${code}`)).toEqual(['wishes[0].positionId POST_CLOSED']);
  });

  it('never lets two tabs overwrite each other', async () => {
    await save(0, ['levyClerk']);
    const answers = await Promise.all([save<Refusal>(1, ['budgetClerk'], true), save<Refusal>(1, ['coming']), save<Refusal>(1, ['taxClerk']), save<Refusal>(0, ['taxClerk'])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    for (const { status, body } of answers.filter(({ status: each }) => each === 409)) {
      expect([status, body.code, body.message.en]).toEqual([409, 'STALE_VERSION', expect.stringContaining('current version: 2')]);
    }
    expect((await own()).version).toBe(2);
  });

  it('lets one of many first saves win', async () => {
    await as('gana');
    const answers = await Promise.all(Array.from({ length: 5 }, () => save(0, ['levyClerk'], true)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(4);
    expect(await editions()).toEqual([{ edition: 1, n: 1 }]);
  });

  it('does not know the posts of another organisation', async () => {
    const elsewhere = await createDistrict(app, `e${Math.floor(performance.now() * 1000)}`);
    const answer = await (await as('gana')).put<Refusal>('/api/me/wish-list', { version: 0, wishes: [{ positionId: elsewhere.posts.levyClerk, reasonCode: 'COMMUTE' }] });
    expect(answer.body.faults.map(({ code }) => code)).toEqual(['POST_UNKNOWN']);
  });

  it('refuses an account without an employee', async () => {
    const operator = await app.signInAs(district.organizationId, 'EMPLOYEE');
    expect(await operator.get('/api/me/wish-list')).toMatchObject({ status: 403, body: { code: 'NOT_AN_EMPLOYEE' } });
  });

  it('files a late amendment under its ground and leaves the owner’s unfiled edits alone', async () => {
    const amend = (posts: readonly PostKey[]) => app.database.transaction(district.context, (tx) =>
      app.app.get(WishSnapshotService).amendWishes(tx, district.people.gana, { ground: 'PREGNANCY', wishes: posts.map((post) => ({ positionId: district.posts[post], reasonCode: 'HEALTH' as const })) }));
    await save(0, ['levyClerk'], true);
    await save(1, ['budgetClerk']);
    expect(await amend(['taxClerk'])).toMatchObject({ state: 'DRAFT', version: 3, draftEdition: 2, filedEdition: 3 });
    expect(ranks((await own()).wishes)).toEqual(['budgetClerk']);
    expect(ranks((await own()).filedWishes)).toEqual(['taxClerk']);
    expect(await filed()).toMatchObject([{ filedGround: 'PREGNANCY' }]);
    expect((await auditRows(app, district, 'wishList.amend'))[0]?.after).toEqual({ state: 'DRAFT', version: 3, wishes: 1, ground: 'PREGNANCY' });
    await expect(amend(['ended'])).rejects.toThrow(JariError);
    // The next save begins after the amendment and does not collide with it.
    expect((await save(3, ['coming'], true)).body).toMatchObject({ state: 'FILED', version: 4, filedEdition: 4 });
    expect(await editions()).toEqual([{ edition: 4, n: 1 }]);
  });

  it('writes no reason, post or wish into logs or audit rows', async () => {
    const client = await as('gana');
    await client.put('/api/me/wish-list', { version: 0, file: true, wishes: [{ positionId: district.posts.levyClerk, reasonCode: 'HEALTH', reasonText: '표식-이유' }] });
    await client.put('/api/me/wish-list', { version: 0, wishes: [{ positionId: 'x', reasonCode: '표식-이유', reasonText: '표식-이유' }] });
    const audit = await app.database.transaction(district.context, (tx) => tx.query('SELECT * FROM audit_log WHERE organization_id = $1', [district.organizationId]));
    expect(audit.length).toBeGreaterThan(0);
    for (const text of [app.logText(), JSON.stringify(audit)]) expect(text).not.toMatch(new RegExp(`표식|HEALTH|${district.posts.levyClerk}`));
  });

  it('keeps only bands of the last round’s demand', async () => {
    const { posts } = district;
    await app.database.transaction(district.context, async (tx) => {
      await recordDemand(tx, { label: '2025년 7월', recordedOn: '2025-06-01', counts: [{ positionId: posts.levyClerk, applicants: 99 }] });
      await recordDemand(tx, { label: '2026년 1월', recordedOn: '2025-12-01', counts: [{ positionId: posts.budgetClerk, applicants: 1 }] });
      await recordDemand(tx, { label: '2026년 1월', recordedOn: '2025-12-02', counts: [{ positionId: posts.budgetClerk, applicants: 6 }, { positionId: posts.taxClerk, applicants: 4 }] });
    });
    const { body } = await (await as('gana')).get<{ items: { id: string; demand: string }[]; demandFrom: unknown }>('/api/catalogue?pageSize=100');
    const band = (post: PostKey) => body.items.find(({ id }) => id === posts[post])?.demand;
    expect(body.demandFrom).toEqual({ label: '2026년 1월', recordedOn: '2025-12-02' });
    expect([band('budgetClerk'), band('taxClerk'), band('levyClerk')]).toEqual(['HIGH', 'MEDIUM', 'NONE']);
    expect(JSON.stringify(body)).not.toContain('applicants');
  });
});
