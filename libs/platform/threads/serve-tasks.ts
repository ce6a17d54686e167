import { parentPort } from 'node:worker_threads';
import { JariError } from '../errors/jari-error.js';
import type { FromThread, SentError, ToThread } from './protocol.js';

const toSent = (error: unknown): SentError => {
  if (error instanceof JariError) return { kind: 'jari', code: error.code, params: error.params, faults: error.faults };
  return error instanceof Error ? { kind: 'other', name: error.name, message: error.message, stack: error.stack } : { kind: 'other', name: 'Error', message: 'A thread threw no error', stack: undefined };
};

/** In a thread of a `ThreadPool`: answers its tasks one after the other. `tell` sends news of the task on its way. */
export const serveTasks = <Task, Result, News>(work: (task: Task, tell: (news: News) => void) => Promise<Result>): void => {
  const port = parentPort;
  if (port === null) throw new Error('Tasks are served in a thread only');
  const send = (message: FromThread): void => port.postMessage(message);
  port.on('message', ({ id, task }: ToThread) => {
    work(task as Task, (news) => send({ id, kind: 'news', news })).then(
      (result) => send({ id, kind: 'result', result }),
      (error: unknown) => send({ id, kind: 'error', error: toSent(error) }),
    );
  });
};
