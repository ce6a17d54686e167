import { WishSnapshotService } from '#preferences';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { announce, createRoundDistrict, type PostKey, type RoundDistrict, type RoundView } from './round-district.js';

interface Own { wishes: { positionId: string }[] }

describe('a close that comes later than the deadline', () => {
  let app: TestApp;
  let district: RoundDistrict;
  let sora: Client;
  let roundId: string;

  beforeEach(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createRoundDistrict(app);
    sora = await district.as('sora');
    roundId = await announce(app, district);
    await district.file('sora', 'accounts');
    app.clock.moveTo('2026-12-01T00:00:00Z');
    await app.runJobs();
  }, 60_000);
  afterEach(() => app.dispose(), 60_000);

  const save = async (file: boolean, post: PostKey) => {
    const { version } = (await sora.get<{ version: number }>('/api/me/wish-list')).body;
    return sora.put('/api/me/wish-list', { version, file, wishes: [{ positionId: district.posts[post], reasonCode: 'EXPERTISE', reasonText: null }] });
  };
  const filingStep = async (step: 'file' | 'withdraw') => sora.post(`/api/me/wish-list/${step}`, { version: (await sora.get<{ version: number }>('/api/me/wish-list')).body.version });
  const taken = async () => (await sora.get<Own>(`/api/me/rounds/${roundId}`)).body.wishes.map(({ positionId }) => positionId);
  const closing = { status: 409, body: { code: 'FILING_IS_CLOSING' } };

  it('takes the lists as they stood at the deadline: until then nothing is filed or withdrawn, and drafts are kept', async () => {
    app.clock.moveTo('2026-12-10T08:59:59Z');
    expect((await save(true, 'accounts')).status).toBe(200);
    app.clock.moveTo('2026-12-10T09:00:00Z');
    expect(await save(true, 'counter')).toMatchObject(closing);
    expect((await save(false, 'counter')).status).toBe(200);
    expect(await filingStep('file')).toMatchObject(closing);
    expect(await filingStep('withdraw')).toMatchObject(closing);
    app.clock.moveTo('2026-12-10T13:00:00Z');
    await app.runJobs();
    expect((await district.hr.get<RoundView>(`/api/rounds/${roundId}`)).body.state).toBe('CLOSED');
    expect(await taken()).toEqual([district.posts.accounts]);
    expect((await filingStep('file')).status).toBe(200);
    expect(await taken()).toEqual([district.posts.accounts]);
  });

  it('turns people away while the lists are being taken, and lets them in afterwards', async () => {
    const lists = app.app.get(WishSnapshotService, { strict: false });
    const taking = await app.database.transaction(district.context, async (tx) => {
      await lists.filedWishes(tx);
      return save(true, 'counter');
    });
    expect(taking).toMatchObject(closing);
    expect((await save(true, 'counter')).status).toBe(200);
  });

  it('holds nobody up once the round has gone back or was called off', async () => {
    app.clock.moveTo('2026-12-10T09:00:00Z');
    await app.runJobs();
    await district.hr.post(`/api/rounds/${roundId}/way-back`, { reason: '장애로 접수하지 못한 사람이 있습니다.', closesAt: '2026-12-12T09:00:00Z' });
    expect((await save(true, 'counter')).status).toBe(200);
    app.clock.moveTo('2026-12-12T09:00:00Z');
    expect(await save(true, 'contracts')).toMatchObject(closing);
    await district.hr.post(`/api/rounds/${roundId}/cancellation`, { reason: '조직개편이 미루어졌습니다.' });
    expect((await save(true, 'accounts')).status).toBe(200);
  });
});
