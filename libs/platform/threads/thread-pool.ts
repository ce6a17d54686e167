import { Worker } from 'node:worker_threads';
import type { ErrorCode } from '#contracts';
import { JariError } from '../errors/jari-error.js';
import type { FromThread, SentError } from './protocol.js';

export interface TaskOptions<News> {
  /** Aborting ends the thread: work that does not listen stops as well. */
  readonly signal?: AbortSignal;
  readonly onNews?: (news: News) => void;
}

interface Waiting<Task, Result, News> extends TaskOptions<News> {
  readonly task: Task;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** The process is ending, or the thread has ended by itself. */
export class ThreadEnded extends Error {
  constructor() {
    super('The thread ended before its task');
    this.name = 'ThreadEnded';
  }
}

const received = (sent: SentError): Error => {
  if (sent.kind === 'jari') return new JariError(sent.code as ErrorCode, sent.params, sent.faults);
  return Object.assign(new Error(sent.message), { name: sent.name, stack: sent.stack });
};

/**
 * Threads that do one kind of work, each task in one of them: the event loop stays free for requests and leases. A thread is
 * kept for the next task, because loading the program costs more than most tasks, and keeps no process alive.
 */
export class ThreadPool<Task, Result, News = never> {
  private readonly idle: Worker[] = [];
  private readonly waiting: Waiting<Task, Result, News>[] = [];
  private readonly alive = new Set<Worker>();
  private ids = 0;
  private closed = false;

  /**
   * @param module file URL of the module that calls `serveTasks`, as the code that names it stands: .ts or .js
   * @param size threads at most
   */
  constructor(private readonly module: URL, private readonly size: number) {}

  /** Rejects with what the task threw, with the signal's reason, or with ThreadEnded. Tasks and results are plain data. */
  run(task: Task, options: TaskOptions<News> = {}): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      if (options.signal?.aborted === true) return reject(options.signal.reason);
      if (this.closed) return reject(new ThreadEnded());
      const waiting = { ...options, task, resolve, reject };
      this.waiting.push(waiting);
      options.signal?.addEventListener('abort', () => this.giveUp(waiting), { once: true });
      this.next();
    });
  }

  /** Ends every thread; what they were at is rejected with ThreadEnded. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { reject } of this.waiting.splice(0)) reject(new ThreadEnded());
    await Promise.all([...this.alive].map((worker) => worker.terminate()));
  }

  private giveUp(waiting: Waiting<Task, Result, News>): void {
    const at = this.waiting.indexOf(waiting);
    if (at < 0) return;
    this.waiting.splice(at, 1);
    waiting.reject(waiting.signal?.reason);
  }

  private next(): void {
    while (this.waiting.length > 0) {
      const worker = this.idle.pop() ?? (this.alive.size < this.size ? this.start() : undefined);
      if (worker === undefined) return;
      const waiting = this.waiting.shift();
      if (waiting !== undefined) this.serve(worker, waiting);
    }
  }

  private start(): Worker {
    const worker = new Worker(new URL('./thread.mjs', import.meta.url), { workerData: { module: this.module.href } });
    this.alive.add(worker);
    // An error nobody waits for is followed by the end of its thread.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      this.alive.delete(worker);
      const at = this.idle.indexOf(worker);
      if (at >= 0) this.idle.splice(at, 1);
      if (!this.closed) this.next();
    });
    return worker;
  }

  private serve(worker: Worker, { task, signal, onNews, resolve, reject }: Waiting<Task, Result, News>): void {
    const id = ++this.ids;
    const abort = (): void => void worker.terminate();
    const end = (settle: () => void): void => {
      signal?.removeEventListener('abort', abort);
      worker.off('message', hear).off('error', fail).off('exit', leave);
      settle();
    };
    const fail = (error: Error): void => end(() => reject(error));
    const leave = (): void => end(() => reject(signal?.aborted === true ? signal.reason : new ThreadEnded()));
    const hear = (message: FromThread): void => {
      if (message.id !== id) return;
      if (message.kind === 'news') return onNews?.(message.news as News);
      end(() => (message.kind === 'result' ? resolve(message.result as Result) : reject(received(message.error))));
      worker.unref();
      this.idle.push(worker);
      this.next();
    };
    worker.on('message', hear).on('error', fail).on('exit', leave);
    signal?.addEventListener('abort', abort, { once: true });
    worker.ref();
    worker.postMessage({ id, task });
  }
}
