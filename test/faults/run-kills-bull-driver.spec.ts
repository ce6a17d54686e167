import { startRedis, type TestRedis } from '../e2e/jobs/support/redis-server.js';
import { killDuringRuns } from './run-kills.js';

let redis: TestRedis;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.dispose());

const emptied = async (): Promise<void> => void (await redis.client.flushall());
const killed = async (): Promise<void> => {
  await redis.kill();
  await redis.restart();
};

killDuringRuns('Bull', () => redis.url, [['Redis emptied', emptied], ['Redis killed', killed]]);
