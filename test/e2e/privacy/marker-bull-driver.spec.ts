import { startRedis, type TestRedis } from '../jobs/support/redis-server.js';
import { hideMarks } from './hide-marks.js';

let redis: TestRedis;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.dispose());

hideMarks('Bull', () => redis);
