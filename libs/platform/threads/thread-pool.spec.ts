import { JariError } from '../errors/jari-error.js';
import { ThreadEnded, ThreadPool } from './thread-pool.js';

interface Task { readonly say?: string; readonly refuse?: boolean; readonly crash?: boolean; readonly forever?: boolean; readonly news?: number }

/** A module as a room has one, in plain JavaScript: answers, tells news, refuses, crashes or never ends. */
const MODULE = new URL(`data:text/javascript,${encodeURIComponent(`
  import { parentPort, threadId } from 'node:worker_threads';
  parentPort.on('message', ({ id, task }) => {
    if (task.crash) process.exit(3);
    if (task.forever) for (;;);
    for (let news = 1; news <= (task.news ?? 0); news++) parentPort.postMessage({ id, kind: 'news', news });
    if (task.refuse) parentPort.postMessage({ id, kind: 'error', error: { kind: 'jari', code: 'RUN_NOT_DONE', params: { a: 1 }, faults: [] } });
    else parentPort.postMessage({ id, kind: 'result', result: { said: task.say, thread: threadId } });
  });`)}`);

describe('threads for one kind of work', () => {
  let pool: ThreadPool<Task, { said?: string; thread: number }, number>;
  beforeEach(() => (pool = new ThreadPool(MODULE, 1)));
  afterEach(() => pool.close());

  it('do task after task in the same thread, and tell the news of each', async () => {
    const news: number[] = [];
    const [one, two] = await Promise.all([pool.run({ say: 'one', news: 2 }, { onNews: (told) => news.push(told) }), pool.run({ say: 'two', news: 1 })]);
    expect([one.said, two.said, news]).toEqual(['one', 'two', [1, 2]]);
    expect(two.thread).toBe(one.thread);
  });

  it('hand an error of the product over with its code', async () => {
    await expect(pool.run({ refuse: true })).rejects.toMatchObject({ code: 'RUN_NOT_DONE', params: { a: 1 } });
    await expect(pool.run({ refuse: true })).rejects.toBeInstanceOf(JariError);
  });

  it('are ended by the signal, even in the middle of work that never listens, and replaced', async () => {
    const stop = new AbortController();
    const before = await pool.run({ say: 'before' });
    const endless = pool.run({ forever: true }, { signal: stop.signal });
    const waiting = pool.run({ say: 'waiting' }, { signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(endless).rejects.toThrow('enough');
    await expect(waiting).rejects.toThrow('enough');
    await expect(pool.run({}, { signal: stop.signal })).rejects.toThrow('enough');
    expect((await pool.run({ say: 'after' })).thread).not.toBe(before.thread);
  });

  it('tell a task whose thread ends by itself, and go on with the next', async () => {
    await expect(pool.run({ crash: true })).rejects.toBeInstanceOf(ThreadEnded);
    expect((await pool.run({ say: 'again' })).said).toBe('again');
  });

  it('end with the process: what waits and what runs is told', async () => {
    const endless = pool.run({ forever: true });
    const waiting = pool.run({ say: 'late' });
    const told = Promise.all([expect(endless).rejects.toBeInstanceOf(ThreadEnded), expect(waiting).rejects.toBeInstanceOf(ThreadEnded)]);
    await pool.close();
    await told;
    await expect(pool.run({})).rejects.toBeInstanceOf(ThreadEnded);
  });
});
