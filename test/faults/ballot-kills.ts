import { setTimeout as pause } from 'node:timers/promises';
import { verifyBoard, type Board, type Receipt } from '#ballot-box';
import type { TestRedis } from '../e2e/jobs/support/redis-server.js';
import { until } from '../e2e/jobs/support/until.js';
import { chance } from '../support/made-up-requests.js';
import { BallotBench, type Victim } from './support/ballot-bench.js';
import { VoterLoop } from './support/voter-loop.js';

export interface BallotKillPlan {
  readonly voters: number;
  readonly casts: number;
  readonly rounds: number;
}

/** Every receipt's ballot stands on the board exactly once, as it was sent and where the receipt says. */
const expectEachOnce = ({ entries, close }: Board, receipts: readonly Receipt[]): void => {
  const standing = entries.flatMap((entry) => (entry.type === 'ballot' ? [[entry.intakeIndex, entry.envelope.ballotHash, entry.envelope.revision, entry.envelope.credential].join()] : []));
  const promised = receipts.map(({ intakeIndex, ballotHash, revision, credential }) => [intakeIndex, ballotHash, revision, credential].join());
  expect(new Set(promised).size).toBe(promised.length);
  expect(standing.sort()).toEqual(promised.sort());
  expect(close).toMatchObject({ entries: receipts.length, intakeCount: receipts.length });
};

/**
 * API, worker, database and Redis are killed while people vote, and the transport forgets or repeats itself in between. In the
 * end the board holds every ballot with a receipt once, and nothing else.
 */
export const killDuringCasts = (driver: string, redis: () => TestRedis | undefined, { voters, casts, rounds }: BallotKillPlan, victims: readonly (readonly Victim[])[]): void => {
  const kills = Array.from({ length: rounds }, (_, round) => victims[round % victims.length]?.length ?? 0).reduce((sum, count) => sum + count, 0);

  describe(`casting under kill -9, jobs through ${driver}`, () => {
    let bench: BallotBench;
    const random = chance(`ballot-kills/${driver}`);

    beforeAll(async () => {
      bench = await BallotBench.open(redis(), voters);
    }, 300_000);
    afterAll(() => bench.dispose(), 60_000);

    test(`${casts} casts while ${kills} processes are killed: receipts = board`, async () => {
      const { election, clients } = bench.ballot;
      const people = clients.map((client, at) => new VoterLoop(election, at + 1, client, bench.untilReady));
      const receipts = (): Receipt[] => people.flatMap((one) => one.receipts);
      const failures = (): string[] => people.flatMap((one) => one.failures);
      const sum = (count: (one: VoterLoop) => number): number => people.reduce((total, one) => total + count(one), 0);
      let started = 0;
      let underWay: Promise<unknown> = Promise.resolve();
      for (let round = 0; round < rounds; round += 1) {
        const before = receipts().length;
        const share = Math.round((casts * (round + 1)) / rounds) - started;
        // Each voter by themselves one vote after the other, everybody at the same time.
        const next = Array.from({ length: share }, (_, at) => people[(started + at) % voters]);
        started += share;
        underWay = Promise.all(next.map((one) => one?.castNext()));
        underWay.catch(() => undefined);
        // In the first half, so that others are still on their way.
        const moment = Math.floor((random() * share) / 2);
        await until(() => receipts().length - before >= moment || failures().length > 0, 300_000);
        await pause(random() * 10);
        for (const victim of victims[round % victims.length] ?? []) await bench.kill(victim);
        await bench.revive();
        if (round % 2 === 0) await redis()?.client.flushall();
        else await bench.deliverAgain(5);
        await underWay;
        expect(failures()).toEqual([]);
      }
      // A kill that hits nobody proves nothing.
      expect(sum(({ interrupted }) => interrupted)).toBeGreaterThan(Math.floor(rounds / 4));
      expect(sum(({ repeated }) => repeated)).toBeGreaterThan(0);
      expect(receipts()).toHaveLength(casts);
      await until(async () => (await bench.pending()) === 0, 600_000);
      const board = await bench.close();
      expectEachOnce(board, receipts());
      expect((await verifyBoard(board, { stage: 'closed', receipts: receipts() })).findings.filter(({ fault }) => fault !== null)).toEqual([]);
    }, 2_700_000);
  });
};
