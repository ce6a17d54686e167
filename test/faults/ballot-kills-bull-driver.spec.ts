import { startRedis, type TestRedis } from '../e2e/jobs/support/redis-server.js';
import { killDuringCasts } from './ballot-kills.js';

const FULL = process.env.JARI_TEST_FULL === '1';

let redis: TestRedis;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.dispose());

killDuringCasts('Bull', () => redis, FULL ? { voters: 400, casts: 2_000, rounds: 84 } : { voters: 15, casts: 60, rounds: 4 },
  [['api'], ['worker'], ['redis'], ['database'], ['api', 'worker'], ['redis', 'worker']]);
