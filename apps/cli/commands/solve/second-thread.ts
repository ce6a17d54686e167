import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { EmployeeRows, Instance, SolveResult } from '#matching';
import type { Judgement } from './judge.js';

/** What the second thread is to read: the header's bytes `0 .. header`, then everything from `begin` on. */
export interface SecondHalf {
  readonly employees: string;
  readonly seats: string;
  readonly header: number;
  readonly begin: number;
}

export type Order =
  | { readonly read: SecondHalf }
  | { readonly judge: { readonly instance: Instance; readonly result: SolveResult } };

/** A thread that takes over half of the work on a large instance; one order at a time. */
export class SecondThread {
  private readonly worker = new Worker(new URL('./second-thread-entry.js', import.meta.url));

  /** The rows, or null where the first thread has to read them itself. */
  async read(half: SecondHalf): Promise<EmployeeRows | null> {
    return await this.order({ read: half }) as EmployeeRows | null;
  }

  /** The long lists of the instance are best shared ones, the others are copied. */
  async judge(instance: Instance, result: SolveResult): Promise<Judgement> {
    return await this.order({ judge: { instance, result } }) as Judgement;
  }

  end(): void {
    void this.worker.terminate();
  }

  /** Rejects with what the thread threw. */
  private async order(order: Order): Promise<unknown> {
    this.worker.postMessage(order);
    const [answer] = await once(this.worker, 'message') as unknown[];
    return answer;
  }
}
