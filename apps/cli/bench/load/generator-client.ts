import { startProgram } from '../program.js';
import type { LoadResult, LoadTask } from './load-task.js';

type Message = { readonly type: 'result'; readonly result: LoadResult } | { readonly type: 'failure'; readonly message: string };

/** The load generator, in its own process. */
export interface Generator {
  /** One task at a time. @throws Error with the first answer that was no acknowledgement */
  run(task: LoadTask): Promise<LoadResult>;
  stop(): Promise<void>;
}

export const startGenerator = async (root: string): Promise<Generator> => {
  const { child, stop } = await startProgram('generator', { root, script: 'dist/apps/cli/bench/load/generator.js' });
  return {
    stop,
    run: (task) =>
      new Promise((resolve, reject) => {
        const ended = (): void => reject(new Error('The load generator ended; see var/bench/generator.log'));
        child.once('exit', ended);
        child.once('message', (message: Message) => {
          child.off('exit', ended);
          if (message.type === 'result') resolve(message.result);
          else reject(new Error(message.message));
        });
        child.send(task);
      }),
  };
};
