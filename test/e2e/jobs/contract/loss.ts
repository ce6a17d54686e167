import { asSuperuser } from '../../../support/cluster.js';
import { leaveTrace, passGate } from '../support/test-work.js';
import { latch, until } from '../support/until.js';
import type { ContractPart } from './part.js';

export const loss: ContractPart = (open) => {
  test('a worker process killed in the middle of a job: another one takes it up, with one effect', async () => {
    const bench = open();
    const first = await bench.startChild();
    const id = await bench.enqueue(passGate, { gate: 'killed' });
    await until(async () => (await bench.traces()).includes(`killed began ${first.pid}`));
    await first.kill();
    expect((await bench.view(id)).state).toBe('RUNNING');

    const second = await bench.startChild();
    await until(async () => (await bench.traces()).includes(`killed began ${second.pid}`));
    await bench.leave('killed open');
    expect(await bench.untilState(id, 'DONE')).toMatchObject({ attempts: 2 });
    expect((await bench.traces()).filter((name) => name === 'killed passed')).toHaveLength(1);
    expect(await second.terminate()).toBe(0);
  });

  test('a worker process that is asked to end gives its job back and ends with 0', async () => {
    const bench = open();
    const child = await bench.startChild();
    const id = await bench.enqueue(passGate, { gate: 'asked' });
    await until(async () => (await bench.traces()).includes(`asked began ${child.pid}`));
    expect(await child.terminate()).toBe(0);
    expect(await bench.view(id)).toMatchObject({ state: 'WAITING', attempts: 0 });
    await bench.leave('asked open');
    await bench.startWorker();
    await bench.untilState(id, 'DONE');
  });

  test('a worker that was thought dead and comes back cannot add a second effect', async () => {
    const bench = open();
    const [frozen, thaw, ended] = [latch(), latch(), latch()];
    let refused: unknown;
    const slow = await bench.startWorker({ heartbeatMs: 3_600_000 });
    const id = await bench.enqueueScript(async (run, database) => {
      const isFirst = run.attempt === 1;
      if (isFirst) {
        frozen.open();
        await thaw.passed;
      }
      try {
        await database.transaction(run.context, async (tx) => {
          await tx.execute('INSERT INTO test_trace VALUES ($1, $2)', [tx.organizationId, 'thawed']);
          await run.completeIn(tx);
        });
      } catch (error) {
        refused = error;
        throw error;
      } finally {
        if (isFirst) ended.open();
      }
    });
    await frozen.passed;
    await bench.startWorker();
    expect(await bench.untilState(id, 'DONE')).toMatchObject({ attempts: 2 });
    thaw.open();
    await ended.passed;
    await slow.stop();
    expect(refused).toMatchObject({ name: 'JobLostError' });
    expect((await bench.traces()).filter((name) => name === 'thawed')).toHaveLength(1);
    expect(await bench.view(id)).toMatchObject({ state: 'DONE', attempts: 2 });
  });

  test('a job that runs longer than its lease stays with its worker as long as that lives', async () => {
    const bench = open();
    await Promise.all([bench.startWorker({ leaseMs: 400, heartbeatMs: 100 }), bench.startWorker({ leaseMs: 400, heartbeatMs: 100 })]);
    let begins = 0;
    const id = await bench.enqueueScript(async (run, database) => {
      begins += 1;
      const leaseEnds = async (): Promise<string> =>
        (await database.transaction(run.context, (tx) => tx.one<{ end: Date }>('SELECT lease_until AS end FROM job WHERE id = $1', [run.jobId])))?.end.toISOString() ?? '';
      const ends = new Set<string>();
      await until(async () => ends.add(await leaseEnds()).size === 8);
    });
    expect(await bench.untilState(id, 'DONE')).toMatchObject({ attempts: 1 });
    expect(begins).toBe(1);
  });

  test('a job that keeps killing its workers is dead in the end', async () => {
    const bench = open();
    const id = await bench.enqueueScript(async () => undefined);
    await asSuperuser(
      bench.db.name,
      `UPDATE job SET state = 'RUNNING', attempts = 3, locked_by = gen_random_uuid(), lease_until = clock_timestamp() - interval '1 second' WHERE id = $1`,
      [id],
    );
    await bench.startWorker();
    expect(await bench.untilState(id, 'DEAD')).toMatchObject({ lastErrorCode: 'JOB_WORKER_LOST', attempts: 3 });
  });

  test('workers go on when the database has thrown out all of their connections', async () => {
    const bench = open();
    await bench.startWorker();
    await bench.untilState(await bench.enqueue(leaveTrace, { name: 'before the cut' }), 'DONE');
    await asSuperuser('postgres', 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [bench.db.name]);
    await until(() => bench.db.database.isReachable());
    await bench.untilState(await bench.enqueue(leaveTrace, { name: 'after the cut' }), 'DONE');
  });
};
