import { startRedis, type TestRedis } from '../e2e/jobs/support/redis-server.js';
import { killWorkersOverAndOver } from './jobs-kill.js';

let redis: TestRedis;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.dispose());

// With each worker dies what Redis knew.
killWorkersOverAndOver('Bull', () => redis.url, async () => void (await redis.client.flushall()));
