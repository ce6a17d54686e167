import type { Config } from '../config/config.js';

/** What the configuration says about computing in threads. */
export class ThreadSettings {
  /** 0 = in the process itself. */
  readonly threads: number;

  constructor({ computeThreads }: Pick<Config, 'computeThreads'>) {
    this.threads = computeThreads;
  }
}
