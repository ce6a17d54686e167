import { startRedis, type TestRedis } from '../jobs/support/redis-server.js';
import { hideChoices } from './hide-choices.js';

let redis: TestRedis;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.dispose());

hideChoices('Bull', () => redis);
