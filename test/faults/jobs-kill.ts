import { Bench } from '../e2e/jobs/support/bench.js';
import { leaveTrace } from '../e2e/jobs/support/test-work.js';
import { until } from '../e2e/jobs/support/until.js';

const JOBS = 60;
const KILLS = process.env.JARI_TEST_FULL === '1' ? 12 : 2;

/**
 * Worker processes are killed one after the other while they work off a heap of jobs, each at another point of it.
 * Nothing that was committed is lost and nothing has two effects.
 */
export const killWorkersOverAndOver = (driver: string, redisUrl: () => string | undefined, disturb: () => Promise<void>): void => {
  test(`${KILLS} workers killed in the middle of a heap of ${JOBS} jobs, through ${driver}`, async () => {
    const bench = await Bench.open(redisUrl());
    try {
      for (let kill = 1; kill <= KILLS; kill++) {
        const names = Array.from({ length: JOBS }, (_, at) => `${kill}/${at}`);
        const mine = async (): Promise<string[]> => (await bench.traces()).filter((name) => name.startsWith(`${kill}/`));
        const victim = await bench.startChild({ concurrency: 3, leaseMs: 600, heartbeatMs: 150 });
        const ids = await Promise.all(names.map((name) => bench.enqueue(leaveTrace, { name })));
        await until(async () => (await mine()).length >= (kill * 7) % (JOBS / 2));
        await victim.kill();
        await disturb();
        const heir = await bench.startChild({ concurrency: 3, leaseMs: 600, heartbeatMs: 150 });
        for (const id of ids) await bench.untilState(id, 'DONE');
        expect((await mine()).sort()).toEqual(names.sort());
        expect(await heir.terminate()).toBe(0);
      }
    } finally {
      await bench.dispose();
    }
  }, 300_000);
};
