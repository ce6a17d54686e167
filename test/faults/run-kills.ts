import { setTimeout as pause } from 'node:timers/promises';
import { chance } from '../support/made-up-requests.js';
import { RunBench } from './support/run-bench.js';
import { expectWholeOrNothing, storedRun, type StoredRun } from './support/run-store.js';

const FULL = process.env.JARI_TEST_FULL === '1';
/** Runs that are disturbed, one after the other, and how often each. */
const RUNS = FULL ? 12 : 1;
/** A run is given up with the fourth worker it loses; this often it lives through it. */
const MOST_KILLS = 3;

/** What a driver adds to the disasters: something that happens to its transport. */
export type Disturbance = readonly [name: string, disturb: () => Promise<void>];

/**
 * Workers and the database are killed while a run is made. In the end it is done with the result of an undisturbed one, or it
 * has failed and another one can be asked for; at no moment is half of a result stored.
 */
export const killDuringRuns = (driver: string, redisUrl: () => string | undefined, disturbances: readonly Disturbance[]): void => {
  describe(`runs under kill -9, jobs through ${driver}`, () => {
    let bench: RunBench;
    let roundId: string;
    let undisturbed: StoredRun;
    let durationMs: number;
    const random = chance(`run-kills/${driver}`);

    beforeAll(async () => {
      bench = await RunBench.open(redisUrl());
      roundId = await bench.closeRound();
      const runId = await bench.request(roundId, '방해 없는 배치');
      const started = performance.now();
      await bench.untilState(roundId, runId, 'DONE');
      durationMs = performance.now() - started;
      undisturbed = await storedRun(bench.database, runId);
    }, 180_000);
    afterAll(() => bench.dispose(), 60_000);

    /** The moment is what is tried here, so nothing tells it but chance: anywhere in the time that a run takes. */
    const someMomentOfTheRun = (): Promise<void> => pause(random() * durationMs);

    const killWorkerDuring = async (runId: string): Promise<void> => {
      await bench.untilState(roundId, runId, 'RUNNING', 'DONE');
      await someMomentOfTheRun();
      await bench.killWorker();
      await expectWholeOrNothing(bench.database, runId, undisturbed);
      await bench.startWorker();
    };

    const killDatabaseDuring = async (runId: string): Promise<void> => {
      await bench.untilState(roundId, runId, 'RUNNING', 'DONE');
      await someMomentOfTheRun();
      await bench.database.kill();
      await bench.database.restart();
      await expectWholeOrNothing(bench.database, runId, undisturbed);
    };

    const expectDone = async (runId: string): Promise<void> => {
      const { hash } = await bench.untilState(roundId, runId, 'DONE', 'FAILED');
      expect(hash).toBe(undisturbed.hash);
      expect(await storedRun(bench.database, runId)).toEqual(undisturbed);
      expect(await bench.mustBe(200, bench.hr.post(`/api/rounds/${roundId}/runs/${runId}/replay`))).toMatchObject({ same: true });
    };

    test('the snapshot of the deadline is whole, although its worker was killed', async () => {
      const [{ people, wishes, closings } = { people: 0, wishes: 0, closings: 0 }] = await bench.database.ask<{ people: number; wishes: number; closings: number }>(
        `SELECT (SELECT count(*)::int FROM round_participant WHERE round_id = $1) AS people,
           (SELECT count(DISTINCT employee_id)::int FROM round_wish WHERE round_id = $1) AS wishes,
           (SELECT count(*)::int FROM audit_log WHERE action = 'round.snapshot' AND subject_id = $1::text) AS closings`, [roundId]);
      expect(closings).toBe(1);
      expect(wishes).toBeGreaterThan(300);
      expect(undisturbed).toMatchObject({ state: 'DONE', outcomes: people });
    });

    for (let run = 1; run <= RUNS; run += 1) {
      test(`run ${run}: ${MOST_KILLS} workers killed, one after the other`, async () => {
        const runId = await bench.request(roundId, `배치 ${run}`);
        for (let kill = 0; kill < MOST_KILLS; kill += 1) await killWorkerDuring(runId);
        await expectDone(runId);
      }, 180_000);

      test(`run ${run}: the database killed under the worker`, async () => {
        const runId = await bench.request(roundId, `데이터베이스 장애 ${run}`);
        await killDatabaseDuring(runId);
        await expectDone(runId);
      }, 180_000);

      test(`run ${run}: the API killed as soon as it has said yes`, async () => {
        const runId = await bench.request(roundId, `API 장애 ${run}`);
        await bench.restartApi();
        await expectDone(runId);
      }, 180_000);

      for (const [name, disturb] of disturbances) {
        test(`run ${run}: ${name}`, async () => {
          const runId = await bench.request(roundId, `전송 장애 ${run}`);
          await someMomentOfTheRun();
          await disturb();
          await expectDone(runId);
        }, 180_000);
      }
    }

    test('a run that takes down every worker is told as failed, and can be started again', async () => {
      const runId = await bench.request(roundId, '거듭되는 장애');
      // It waits for a lock that the test holds, so that no worker is quick enough.
      const release = await bench.holdRun(runId);
      let kills = 0;
      try {
        for (; kills < MOST_KILLS + 1; kills += 1) {
          await bench.untilAttempt(runId, kills + 1);
          await bench.killWorker();
          await bench.startWorker();
        }
        const failed = await bench.untilState(roundId, runId, 'FAILED');
        expect(failed).toMatchObject({ failureCode: 'INTERNAL_ERROR', hash: null });
      } finally {
        await release();
      }
      await expectWholeOrNothing(bench.database, runId, undisturbed);

      const another = await bench.request(roundId, '다시');
      await expectDone(another);
      const { jobId } = await bench.untilState(roundId, runId, 'FAILED');
      await bench.mustBe(200, bench.operator.post(`/api/jobs/${jobId}/retry`));
      await expectDone(runId);
    }, 180_000);
  });
};
