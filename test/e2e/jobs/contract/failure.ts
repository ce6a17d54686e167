import { JariError } from '#platform';
import { asSuperuser } from '../../../support/cluster.js';
import type { ContractPart } from './part.js';

const MARKER = 'MARKER-사유-7c1e';

export const failure: ContractPart = (open) => {
  test('a job that fails comes again, after twice the time each time, and then counts as done', async () => {
    const bench = open();
    await bench.startWorker({ pollMs: 5 });
    const begins: number[] = [];
    const id = await bench.enqueueScript(async (run) => {
      begins.push(performance.now());
      if (run.attempt < 3) throw new JariError('CONFLICT');
    });
    expect(await bench.untilState(id, 'DONE')).toMatchObject({ attempts: 3, lastErrorCode: null });
    const [first = 0, second = 0, third = 0] = begins;
    // The job's back-off is 60 ms; clocks of two processes may differ by a little.
    expect(second - first).toBeGreaterThanOrEqual(55);
    expect(third - second).toBeGreaterThanOrEqual(115);
  });

  test('after its last attempt it is dead, is found in the list, and an operator gives it all attempts again', async () => {
    const bench = open();
    await bench.startWorker();
    let broken = true;
    const id = await bench.enqueueScript(async () => {
      if (broken) throw new JariError('CONFLICT');
    });
    expect(await bench.untilState(id, 'DEAD')).toMatchObject({ attempts: 3, maxAttempts: 3, lastErrorCode: 'CONFLICT' });
    const work = bench.db.database;
    const dead = await work.transaction(bench.context, (tx) => bench.jobs.list(tx, { state: 'DEAD', limit: 50 }));
    expect(dead.map((job) => job.id)).toContain(id);

    broken = false;
    expect(await work.transaction(bench.context, (tx) => bench.jobs.retry(tx, id))).toMatchObject({ state: 'WAITING', attempts: 0, finishedAt: null });
    expect(await bench.untilState(id, 'DONE')).toMatchObject({ attempts: 1, lastErrorCode: null });
    await expect(work.transaction(bench.context, (tx) => bench.jobs.retry(tx, id))).rejects.toMatchObject({ code: 'JOB_NOT_RETRYABLE' });
    const audit = await work.transaction(bench.context, (tx) =>
      tx.query(`SELECT action, before, after FROM audit_log WHERE organization_id = $1 AND subject_id = $2`, [tx.organizationId, id]),
    );
    expect(audit).toEqual([{ action: 'job.retry', before: { state: 'DEAD' }, after: { state: 'WAITING' } }]);
  });

  test('a dead job whose key was taken over stays dead', async () => {
    const bench = open();
    const worker = await bench.createWorker();
    const dead = await bench.enqueueScript(async () => Promise.reject(new JariError('CONFLICT')), { key: 'taken' });
    await worker.runner.runDue();
    expect((await bench.view(dead)).state).toBe('DEAD');
    const successor = await bench.enqueueScript(async () => undefined, { key: 'taken' });
    expect(successor).not.toBe(dead);
    await expect(bench.db.database.transaction(bench.context, (tx) => bench.jobs.retry(tx, dead))).rejects.toMatchObject({ code: 'JOB_NOT_RETRYABLE' });
    await worker.runner.runDue();
    expect((await bench.view(successor)).state).toBe('DONE');
  });

  test('of an error only a code is kept: its words are neither in the table nor in the log', async () => {
    const bench = open();
    const worker = await bench.createWorker();
    const id = await bench.enqueueScript(async () => {
      throw new Error(`duplicate key (reason)=(${MARKER})`);
    });
    await worker.runner.runDue();
    expect(await bench.view(id)).toMatchObject({ state: 'DEAD', lastErrorCode: 'INTERNAL_ERROR' });
    const [row] = await asSuperuser<{ text: string }>(bench.db.name, 'SELECT job::text AS text FROM job WHERE id = $1', [id]);
    expect(row?.text).toContain('INTERNAL_ERROR');
    expect(row?.text).not.toContain(MARKER);
    const about = bench.logLines.filter((line) => line.includes(id));
    expect(about.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(['job.failed', 'job.failed', 'job.dead']);
    expect(JSON.parse(about.at(-1) ?? '{}')).toMatchObject({ jobId: id, jobType: 'test.script', attempt: 3, requestId: bench.context.requestId, durationMs: expect.any(Number) });
    expect(bench.logLines.join('\n')).not.toContain(MARKER);
  });
};
