import type { JobView, WorkContext } from '#platform';
import { newId } from '#platform';
import { latch, until } from '../support/until.js';
import type { ContractPart } from './part.js';

const person = (organizationId: string, roles: readonly ('EMPLOYEE' | 'SYSTEM_ADMIN')[]): WorkContext => ({
  organizationId, requestId: 'test', actor: { kind: 'PERSON', accountId: newId(), employeeId: null, roles },
});

export const operation: ContractPart = (open) => {
  test('progress is seen while the job runs, live and by looking', async () => {
    const bench = open();
    await bench.startWorker();
    const [half, goOn] = [latch(), latch()];
    const id = await bench.enqueueScript(async (run) => {
      await run.progress(0.5, 'matching');
      half.open();
      await goOn.passed;
      await run.progress(1.7, 'storing');
    });
    const seen: JobView[] = [];
    const ended = latch();
    (await bench.watch.follow(bench.context, id)).subscribe({ next: (job) => void seen.push(job), complete: ended.open });
    await half.passed;
    expect(await bench.view(id)).toMatchObject({ state: 'RUNNING', progress: 0.5, stage: 'matching' });
    await until(() => seen.some(({ stage }) => stage === 'matching'));
    goOn.open();
    await ended.passed;
    expect(seen.at(-1)).toMatchObject({ state: 'DONE', progress: 1, stage: 'storing' });
    expect(seen.map(({ progress }) => progress)).toEqual([...seen.map(({ progress }) => progress)].sort((a, b) => a - b));
  });

  test('a waiting job is cancelled at once and never runs', async () => {
    const bench = open();
    await bench.startWorker();
    let ran = false;
    const runAt = new Date(bench.clock.now().getTime() + 1000);
    const id = await bench.enqueueScript(async () => void (ran = true), { runAt });
    const work = bench.db.database;
    expect(await work.transaction(bench.context, (tx) => bench.jobs.cancel(tx, id))).toMatchObject({ state: 'CANCELLED' });
    bench.clock.moveTo(runAt);
    await bench.untilState(await bench.enqueueScript(async () => undefined, { runAt }), 'DONE');
    expect(ran).toBe(false);
    await expect(work.transaction(bench.context, (tx) => bench.jobs.cancel(tx, id))).rejects.toMatchObject({ code: 'JOB_NOT_CANCELLABLE' });
  });

  test('a running job is told to stop, and is cancelled when it does', async () => {
    const bench = open();
    // The heartbeat is far away: it is the cancellation itself that reaches the worker.
    await bench.startWorker({ heartbeatMs: 3_600_000, leaseMs: 3_600_000 });
    const began = latch();
    const id = await bench.enqueueScript(async (run) => {
      began.open();
      await new Promise<void>((_, reject) => run.signal.addEventListener('abort', () => reject(run.signal.reason as Error)));
    });
    await began.passed;
    const asked = await bench.db.database.transaction(bench.context, (tx) => bench.jobs.cancel(tx, id));
    expect(asked.cancelRequested).toBe(true);
    expect(await bench.untilState(id, 'CANCELLED')).toMatchObject({ attempts: 1, lastErrorCode: null });
  });

  test('a running job that finishes in spite of the cancellation has honestly finished', async () => {
    const bench = open();
    await bench.startWorker();
    const [began, goOn] = [latch(), latch()];
    const id = await bench.enqueueScript(async (run) => {
      began.open();
      await new Promise<void>((resolve) => run.signal.addEventListener('abort', () => resolve()));
      await goOn.passed;
    });
    await began.passed;
    await bench.db.database.transaction(bench.context, (tx) => bench.jobs.cancel(tx, id));
    goOn.open();
    await bench.untilState(id, 'DONE');
  });

  test('a job is seen by operators and by whoever asked for it, within their organisation', async () => {
    const bench = open();
    const { organizationId } = bench.context;
    const other = await bench.db.createOrganization(`other-${newId().slice(0, 8)}`);
    const requester = person(organizationId, ['EMPLOYEE']);
    const runAt = new Date(bench.clock.now().getTime() + 3_600_000);
    const id = await bench.enqueueScript(async () => undefined, { runAt }, requester);
    const view = (context: WorkContext): Promise<JobView> => bench.db.database.transaction(context, (tx) => bench.jobs.view(tx, id));
    expect((await view(requester)).id).toBe(id);
    expect((await view(person(organizationId, ['SYSTEM_ADMIN']))).id).toBe(id);
    await expect(view(person(organizationId, ['EMPLOYEE']))).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' });
    const stranger = person(other.organizationId, ['SYSTEM_ADMIN']);
    await expect(view(stranger)).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' });
    await expect(bench.db.database.transaction(stranger, (tx) => bench.jobs.cancel(tx, id))).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' });
    await expect(bench.watch.follow(stranger, id)).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' });
    expect(await bench.db.database.transaction(stranger, (tx) => bench.jobs.list(tx, { limit: 200 }))).toEqual([]);
  });

  test('the list is paged, newest first', async () => {
    const bench = open();
    const runAt = new Date(bench.clock.now().getTime() + 3_600_000);
    const ids: string[] = [];
    for (let count = 0; count < 5; count++) ids.unshift(await bench.enqueueScript(async () => undefined, { runAt }));
    const list = (limit: number, before?: string): Promise<readonly JobView[]> =>
      bench.db.database.transaction(bench.context, (tx) => bench.jobs.list(tx, { limit, before, state: 'WAITING', type: 'test.script' }));
    expect((await list(2)).map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect((await list(3, ids[1])).map(({ id }) => id)).toEqual(ids.slice(2, 5));
  });

  test('a stopping worker awaits the handler that finishes, and gives back the one that stops', async () => {
    const bench = open();
    const worker = await bench.startWorker({ concurrency: 2 });
    const [bothBegan, oneBegan, finish] = [latch(), latch(), latch()];
    const finishing = await bench.enqueueScript(async () => {
      oneBegan.open();
      await finish.passed;
    });
    await oneBegan.passed;
    const obeying = await bench.enqueueScript(async (run) => {
      if (run.attempt === 1 && !run.signal.aborted) {
        bothBegan.open();
        await new Promise<void>((resolve) => run.signal.addEventListener('abort', () => resolve()));
      }
      run.signal.throwIfAborted();
    });
    await bothBegan.passed;
    const stopping = worker.stop();
    expect(await bench.untilState(obeying, 'WAITING')).toMatchObject({ attempts: 0, lastErrorCode: null });
    expect((await bench.view(finishing)).state).toBe('RUNNING');
    finish.open();
    await stopping;
    expect((await bench.view(finishing)).state).toBe('DONE');
  });
};
