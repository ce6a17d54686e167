import { jest } from '@jest/globals';
import { getQueueToken } from '@nestjs/bull';
import type { Queue } from 'bull';
import { newId } from '#platform';
import { Bench } from './support/bench.js';
import { jobsContract } from './jobs-contract.js';
import { startRedis, type TestRedis } from './support/redis-server.js';
import { leaveTrace, passGate } from './support/test-work.js';
import { latch, until } from './support/until.js';

jest.setTimeout(60_000);

let redis: TestRedis;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.dispose());

const queueOf = (bench: Bench): Queue => bench.app.get<Queue>(getQueueToken('jari-jobs'), { strict: false });

jobsContract({
  name: 'Bull',
  redisUrl: () => redis.url,
  deliverAgain: async (bench, id) => void (await queueOf(bench).add({ organizationId: bench.context.organizationId, id }, { jobId: newId(), removeOnComplete: true })),
});

describe('Redis is a transport that may be emptied at any moment', () => {
  let bench: Bench;
  const names = (prefix: string): string[] => Array.from({ length: 20 }, (_, at) => `${prefix} ${at}`);
  const enqueueAll = (prefix: string): Promise<string[]> => Promise.all(names(prefix).map((name) => bench.enqueue(leaveTrace, { name })));
  const untilDone = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) await bench.untilState(id, 'DONE');
  };
  const tracesOf = async (prefix: string): Promise<string[]> => (await bench.traces()).filter((name) => name.startsWith(`${prefix} `)).sort();

  // Before the connection stands nothing is sent, which is allowed, but not what is asked here. Bull's `isReady` does not wait for it.
  const untilConnected = (): Promise<void> => until(async () => queueOf(bench).client.status === 'ready');

  beforeAll(async () => {
    bench = await Bench.open(redis.url);
    await untilConnected();
  });
  afterEach(() => bench.clear());
  afterAll(() => bench.dispose());

  test('FLUSHALL with waiting jobs: all of them are done, each once', async () => {
    const ids = await enqueueAll('flushed');
    await until(async () => (await queueOf(bench).getWaitingCount()) === 20);
    await redis.client.flushall();
    expect(await redis.client.dbsize()).toBe(0);
    await bench.startWorker();
    await untilDone(ids);
    expect(await tracesOf('flushed')).toEqual(names('flushed').sort());
  });

  test('FLUSHALL under a working worker', async () => {
    await bench.startWorker();
    const [began, goOn] = [latch(), latch()];
    const running = await bench.enqueueScript(async () => {
      began.open();
      await goOn.passed;
    });
    await began.passed;
    const ids = await enqueueAll('swept');
    await redis.client.flushall();
    goOn.open();
    await untilDone([...ids, running]);
    expect(await bench.view(running)).toMatchObject({ attempts: 1 });
    expect(await tracesOf('swept')).toEqual(names('swept').sort());
  });

  test('kill -9 of Redis: work goes on without it, and through it again when it is back, empty', async () => {
    await bench.startWorker();
    await bench.untilState(await bench.enqueue(leaveTrace, { name: 'with redis' }), 'DONE');
    const [began, goOn] = [latch(), latch()];
    const running = await bench.enqueueScript(async () => {
      began.open();
      await goOn.passed;
    });
    await began.passed;
    const before = await enqueueAll('before');
    await redis.kill();
    const without = await enqueueAll('without');
    await untilDone([...before, ...without]);
    goOn.open();
    await bench.untilState(running, 'DONE');

    await redis.restart();
    await until(() => queueOf(bench).client.status === 'ready');
    const carried = latch();
    queueOf(bench).on('global:completed', carried.open);
    await queueOf(bench).isReady();
    await untilDone(await enqueueAll('again'));
    await carried.passed;
    for (const prefix of ['before', 'without', 'again']) expect(await tracesOf(prefix)).toEqual(names(prefix).sort());
  });

  test('a worker process lives through the death of Redis, works on, and ends in order', async () => {
    const child = await bench.startChild();
    const id = await bench.enqueue(passGate, { gate: 'outage' });
    await until(async () => (await bench.traces()).includes(`outage began ${child.pid}`));
    await redis.kill();
    await bench.leave('outage open');
    await bench.untilState(id, 'DONE');
    await untilDone(await enqueueAll('out'));
    await redis.restart();
    await untilDone(await enqueueAll('back'));
    await redis.kill();
    try {
      expect(await child.terminate()).toBe(0);
    } finally {
      await redis.restart();
    }
    for (const prefix of ['out', 'back']) expect(await tracesOf(prefix)).toEqual(names(prefix).sort());
  });

  test('a worker that is stopped while it still connects ends quietly', async () => {
    // What Bull leaves unhandled fails the test by itself.
    for (let time = 0; time < 10; time += 1) await (await bench.startWorker()).stop();
    await bench.untilState(await bench.enqueue(leaveTrace, { name: 'nobody there' }), 'WAITING');
  });

  test('nothing but ids is ever in Redis, and nothing is left there', async () => {
    await untilConnected();
    const monitor = await redis.client.monitor();
    const commands: string[] = [];
    monitor.on('monitor', (_: string, args: string[]) => void commands.push(args.join(' ')));
    await bench.startWorker();
    const ids = await enqueueAll('SECRET-희망');
    await untilDone(ids);
    await until(async () => (await redis.client.keys('*')).every((key) => !ids.some((id) => key.includes(id))));
    monitor.disconnect();
    expect(commands.some((command) => command.includes(ids[0] ?? '-'))).toBe(true);
    expect(commands.filter((command) => command.includes('SECRET'))).toEqual([]);
  });
});
