import type { JobRun } from '#platform';
import { JobQueue } from '#platform';
import { leaveTrace, scripted, scripts } from '../support/test-work.js';
import { until } from '../support/until.js';
import type { ContractPart } from './part.js';

const HOUR = 3_600_000;

export const delivery: ContractPart = (open, driver) => {
  test('a transaction that rolls back leaves no job behind', async () => {
    const bench = open();
    await bench.startWorker();
    const rolledBack = bench.db.database.transaction(bench.context, async (tx) => {
      await bench.app.get(JobQueue).enqueue(tx, leaveTrace, { name: 'rolled back' });
      throw new Error('changed my mind');
    });
    await expect(rolledBack).rejects.toThrow('changed my mind');
    await bench.untilState(await bench.enqueue(leaveTrace, { name: 'after the roll-back' }), 'DONE');
    const rows = await bench.db.database.transaction(bench.context, (tx) => tx.query(`SELECT 1 FROM job WHERE payload ->> 'name' = 'rolled back'`));
    expect(rows).toEqual([]);
    expect(await bench.traces()).not.toContain('rolled back');
  });

  test('a job runs after the commit of its transaction and never before', async () => {
    const bench = open();
    await bench.startWorker();
    const id = await bench.db.database.transaction(bench.context, async (tx) => {
      const early = await bench.app.get(JobQueue).enqueue(tx, leaveTrace, { name: 'committed late' });
      // The worker is awake and does later work meanwhile.
      await bench.untilState(await bench.enqueue(leaveTrace, { name: 'overtaking' }), 'DONE');
      expect(await bench.traces()).not.toContain('committed late');
      return early;
    });
    expect(await bench.untilState(id, 'DONE')).toMatchObject({ attempts: 1, progress: 1, lastErrorCode: null });
    expect(await bench.traces()).toContain('committed late');
  });

  test('the commit itself tells the workers: nobody waits for the next look', async () => {
    const bench = open();
    // One that only looks once an hour, after its first look.
    await bench.startWorker({ pollMs: HOUR });
    await bench.untilState(await bench.enqueue(leaveTrace, { name: 'first look' }), 'DONE');
    for (const round of [1, 2, 3]) await bench.untilState(await bench.enqueue(leaveTrace, { name: `relayed ${round}` }), 'DONE');
    expect((await bench.traces()).filter((name) => name.startsWith('relayed'))).toHaveLength(3);
  });

  test('payload, organisation, requester and request number arrive with the handler', async () => {
    const bench = open();
    await bench.startWorker();
    const seen: JobRun[] = [];
    const context = {
      organizationId: bench.context.organizationId, requestId: 'request-77',
      actor: { kind: 'PERSON', accountId: '00000000-0000-4000-8000-000000000001', employeeId: null, roles: ['EMPLOYEE'] },
    } as const;
    const id = await bench.enqueueScript(async (run) => void seen.push(run), {}, context);
    await bench.untilState(id, 'DONE');
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ jobId: id, attempt: 1, context });
    await until(() => bench.logLines.some((line) => line.includes(id)));
    expect(bench.logLines.filter((line) => line.includes(id)).map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ level: 'info', event: 'job.done', jobId: id, jobType: 'test.script', attempt: 1, requestId: 'request-77', durationMs: expect.any(Number) }),
    ]);
  });

  test('delivered many times to several workers, a job has one effect', async () => {
    const bench = open();
    await Promise.all([bench.startWorker({ concurrency: 4 }), bench.startWorker({ concurrency: 4 })]);
    const ids = await Promise.all(Array.from({ length: 12 }, (_, at) => bench.enqueue(leaveTrace, { name: `once ${at}` })));
    await Promise.all(ids.flatMap((id) => Array.from({ length: 5 }, () => driver.deliverAgain(bench, id))));
    for (const id of ids) expect(await bench.untilState(id, 'DONE')).toMatchObject({ attempts: 1 });
    // A late copy of a finished job finds nothing to do either.
    await Promise.all(ids.map((id) => driver.deliverAgain(bench, id)));
    await bench.untilState(await bench.enqueue(leaveTrace, { name: 'behind the copies' }), 'DONE');
    expect((await bench.traces()).filter((name) => name.startsWith('once'))).toHaveLength(12);
  });

  test('with a key, a job that waits or runs stands for the next one; one that has ended does not', async () => {
    const bench = open();
    const key = 'round-1';
    let runs = 0;
    scripts.set('keyed', async () => void (runs += 1));
    const ids = await Promise.all(Array.from({ length: 8 }, () => bench.enqueue(scripted, { script: 'keyed' }, { key })));
    expect(new Set(ids).size).toBe(1);
    expect(await bench.enqueue(scripted, { script: 'keyed' }, { key: 'round-2' })).not.toBe(ids[0]);
    await bench.startWorker();
    await bench.untilState(ids[0] ?? '', 'DONE');
    const next = await bench.enqueue(scripted, { script: 'keyed' }, { key });
    expect(next).not.toBe(ids[0]);
    await bench.untilState(next, 'DONE');
    await until(() => runs === 3);
  });

  test('a deadline is kept by the clock of the product, not before and soon after', async () => {
    const bench = open();
    await bench.startWorker();
    const deadline = new Date(bench.clock.now().getTime() + 30 * 24 * HOUR);
    const id = await bench.enqueue(leaveTrace, { name: 'deadline' }, { runAt: deadline });
    await driver.deliverAgain(bench, id);
    await bench.untilState(await bench.enqueue(leaveTrace, { name: 'before the deadline' }), 'DONE');
    expect(await bench.view(id)).toMatchObject({ state: 'WAITING', attempts: 0, runAt: deadline });
    bench.clock.moveTo(deadline);
    await bench.untilState(id, 'DONE');
  });

  test('running all that is due works without a started worker, in order of time, and includes what comes of it', async () => {
    const bench = open();
    const worker = await bench.createWorker();
    const order: string[] = [];
    const later = new Date(bench.clock.now().getTime() + HOUR);
    const say = (name: string, minutes: number): Promise<string> =>
      bench.enqueueScript(async () => void order.push(name), { runAt: new Date(bench.clock.now().getTime() - minutes * 60_000) });
    let failures = 0;
    await bench.enqueueScript(
      async () => {
        if (failures++ === 0) throw new Error('first try');
        order.push('child of the retry');
        await bench.enqueueScript(async () => void order.push('grandchild'));
      },
      { runAt: new Date(bench.clock.now().getTime() - 3 * 60_000) },
    );
    await say('second', 2);
    await say('third', 1);
    const future = await bench.enqueueScript(async () => void order.push('future'), { runAt: later });
    expect(await worker.runner.runDue()).toBe(5);
    expect(order).toEqual(['child of the retry', 'second', 'third', 'grandchild']);
    expect(await worker.runner.runDue()).toBe(0);
    bench.clock.moveTo(later);
    expect(await worker.runner.runDue()).toBe(1);
    expect((await bench.view(future)).state).toBe('DONE');
  });

  test('a sentence does not fit into a payload', async () => {
    const bench = open();
    await expect(bench.enqueue(leaveTrace, { name: 'x'.repeat(201) })).rejects.toThrow('test.trace: name is too long for a job payload');
  });
};
