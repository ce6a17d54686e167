import { encryptBallot, trackerOf, type Choice } from '#ballot-box';
import { asSuperuser } from '../../support/cluster.js';
import { startProductWorker, type ProductWorker } from '../../support/product-worker.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import type { TestRedis } from '../jobs/support/redis-server.js';
import { BALLOT, createBallotDistrict, type ManagerKey } from './ballot-district.js';
import { openBallot, ranking } from './open-ballot.js';

const CHOICES: Readonly<Record<'ara' | 'bomi' | 'chan' | 'dara' | 'eun', readonly number[]>> = {
  ara: [2, 0, 3, 1], bomi: [1, 3, 0, 2], chan: [3, 1, 2, 0], dara: [2, 0, 3, 1], eun: [0, 2, 1, 3],
};

/** Every row of every table, as text. */
const dump = async (app: TestApp): Promise<string> => {
  const tables = await asSuperuser<{ name: string }>(app.name, `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`);
  const texts = await Promise.all(tables.map(({ name }) => asSuperuser<{ row: string }>(app.name, `SELECT t::text AS row FROM ${name} t`)));
  return texts.flat().map(({ row }) => row).join('\n');
};

/** Votes are cast, and looked for wherever somebody with the server in hand could look. */
export const hideChoices = (driver: string, redisOf: () => TestRedis | undefined): void => describe(`the secrecy of a ballot, jobs through ${driver}`, () => {
  let app: TestApp;
  let worker: ProductWorker;
  const commands: string[] = [];
  let stopListening = (): void => undefined;

  beforeAll(async () => {
    const redis = redisOf();
    app = await createTestApp({ now: '2026-11-20T00:00:00Z', ...(redis && { environment: { REDIS_URL: redis.url } }) });
    const monitor = await redis?.client.monitor();
    monitor?.on('monitor', (_: string, words: string[]) => void commands.push(words.join(' ')));
    stopListening = () => monitor?.disconnect();
    worker = await startProductWorker(app, redis?.url);
  }, 60_000);
  afterAll(async () => {
    stopListening();
    await worker.stop();
    await app.dispose();
  }, 60_000);

  it('a dump of the database with all jobs, all that went through Redis, and all logs hold no choice, no randomness and no secret of a voter', async () => {
    const district = await createBallotDistrict(app);
    const ballot = await openBallot(app, district);
    const needles: string[] = [];
    const trackers: string[] = [];
    for (const [person, order] of Object.entries(CHOICES)) {
      const booth = await ballot.booth(person as ManagerKey);
      const choice: Choice = ranking(...order);
      const { content, opening } = encryptBallot(ballot.open.setting, booth.credential.publicKey, choice);
      const envelope = await booth.envelope(content);
      expect((await booth.send(envelope, content)).status).toBe(201);
      trackers.push(trackerOf(envelope));
      const ids = order.map((option) => ballot.open.ballotOptions[option]!.id);
      const names = order.map((option) => ballot.open.ballotOptions[option]!.name.ko);
      needles.push(JSON.stringify(choice), JSON.stringify(order), JSON.stringify(ids), JSON.stringify(names), ids.join('>'), ids.join(','), names.join(','), names.join(' '), order.join(','), JSON.stringify(opening));
      needles.push(...opening.randomness, Buffer.from(booth.credential.secret).toString('base64url'), Buffer.from(booth.credential.secret).toString('hex'));
    }
    const waiting = await dump(app);
    await worker.runJobs();
    app.clock.moveTo(BALLOT.closesAt);
    await worker.runJobs();
    const places = { waiting, closed: await dump(app), log: app.logText(), workerLog: worker.logText(), redis: commands.join('\n') };
    // The search finds what does stand there.
    for (const tracker of trackers) expect([places.waiting.includes(tracker), places.closed.includes(tracker)]).toEqual([true, true]);
    expect(places.log).toContain('"event"');
    const checks = await asSuperuser<{ id: string }>(app.name, `SELECT id FROM job WHERE type = 'ballot.check'`);
    expect(checks.filter(({ id }) => places.redis.includes(id))).toHaveLength(redisOf() === undefined ? 0 : trackers.length);
    const found = Object.entries(places).flatMap(([place, text]) => needles.filter((needle) => text.includes(needle)).map((needle) => `${place}: ${needle}`));
    expect(found).toEqual([]);
  });
});
