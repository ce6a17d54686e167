import { setTimeout as delay } from 'node:timers/promises';
import { Connection } from './connection.js';
import type { Acknowledged, LoadPerson, LoadResult, LoadTask } from './load-task.js';
import { percentile } from './percentile.js';

interface Filer extends LoadPerson {
  acknowledged: Acknowledged;
}

/** Sends filings at the pace of a task. An answer that is no acknowledgement ends the run: no figure would mean anything. */
export class FilingRun {
  private readonly filers: Filer[];
  private readonly latencies: number[] = [];
  private readonly measuredFrom: number;
  private readonly end: number;

  constructor(private readonly task: LoadTask) {
    this.filers = task.people.map((person) => ({ ...person, acknowledged: { version: person.version, list: null } }));
    this.measuredFrom = performance.now() + task.warmMs;
    this.end = this.measuredFrom + task.measureMs;
  }

  async run(): Promise<LoadResult> {
    const { pace } = this.task;
    await ('connections' in pace ? this.saturate(pace.connections) : this.think(pace.thinkMs));
    return {
      answers: this.latencies.length, rps: this.latencies.length / (this.task.measureMs / 1000), p50: percentile(this.latencies, 0.5),
      p95: percentile(this.latencies, 0.95), p99: percentile(this.latencies, 0.99), people: this.filers.map(({ acknowledged }) => acknowledged),
    };
  }

  /** Each connection takes the next person as soon as it has an answer; nobody files twice at once. */
  private async saturate(connections: number): Promise<void> {
    const idle = [...this.filers];
    const lane = async (): Promise<void> => {
      const connection = await Connection.open(this.task.port);
      while (performance.now() < this.end) {
        const filer = idle.shift();
        if (filer === undefined) throw new Error('More connections than people');
        await this.file(connection, filer);
        idle.push(filer);
      }
      connection.close();
    };
    await Promise.all(Array.from({ length: connections }, lane));
  }

  /** Everybody on a connection of their own, who reads and thinks half to one and a half times `thinkMs` before each filing. */
  private async think(thinkMs: number): Promise<void> {
    await Promise.all(this.filers.map(async (filer, index) => {
      const connection = await Connection.open(this.task.port);
      // Spread evenly at first, so that nobody starts in step with the others.
      await delay((index / this.filers.length) * thinkMs);
      for (;;) {
        const pause = thinkMs * (0.5 + Math.random());
        if (performance.now() + pause > this.end) break;
        await delay(pause);
        await this.file(connection, filer);
      }
      connection.close();
    }));
  }

  private async file(connection: Connection, filer: Filer): Promise<void> {
    const { version } = filer.acknowledged;
    const list = version % filer.lists.length;
    const path = this.task.path.replace('{id}', filer.id);
    const sent = performance.now();
    const { status, body } = await connection.request('PUT', path, filer.cookie, `{"version":${version},"file":true,"wishes":${filer.lists[list] ?? '[]'}}`);
    const answered = performance.now();
    if (status !== 200 || !body.includes(`"version":${version + 1},`)) throw new Error(`${path.split('/').slice(0, 4).join('/')} answered ${status}: ${body.slice(0, 200)}`);
    filer.acknowledged = { version: version + 1, list };
    if (answered >= this.measuredFrom && answered < this.end) this.latencies.push(answered - sent);
  }
}
