import { until } from '../../e2e/jobs/support/until.js';
import type { Client } from '../../support/test-app.js';
import { openFaultDatabase, type FaultDatabase } from './fault-database.js';
import { freePort, startApi, startWorker, type ProcessOptions, type ProductProcess } from './product-process.js';
import { signIn } from './sign-in.js';

export interface RunState {
  readonly state: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED';
  readonly failureCode: string | null;
  readonly hash: string | null;
  readonly jobId: string;
}

const DAY_MS = 86_400_000;
const PATIENCE_MS = 60_000;
/** How long filing is open, on the real clock of the processes. */
const OPENS_IN_MS = 500;
const OPEN_FOR_MS = 500;

/** API and worker in processes of their own on a database of their own, with a round of the demo district. */
export class RunBench {
  private worker: ProductProcess | undefined;

  private constructor(
    readonly database: FaultDatabase,
    private api: ProductProcess,
    private readonly port: number,
    private readonly processes: ProcessOptions,
    readonly hr: Client,
    readonly operator: Client,
  ) {}

  static async open(redisUrl: string | undefined): Promise<RunBench> {
    const database = await openFaultDatabase();
    const port = await freePort();
    const processes = { databaseUrl: database.url, redisUrl };
    const api = await startApi(processes, port);
    const origin = `http://127.0.0.1:${port}`;
    const [officer] = await database.ask<{ signInName: string }>(
      `SELECT a.sign_in_name AS "signInName" FROM account a JOIN role_grant g ON g.account_id = a.id WHERE g.role = 'HR_OFFICER' ORDER BY 1 LIMIT 1`);
    return new RunBench(database, api, port, processes, await signIn(origin, officer?.signInName ?? ''), await signIn(origin, 'sysadmin'));
  }

  async startWorker(): Promise<void> {
    this.worker = await startWorker(this.processes);
  }

  async killWorker(): Promise<void> {
    await this.worker?.kill();
  }

  /** kill -9, and up again on the same port: sessions live on. */
  async restartApi(): Promise<void> {
    await this.api.kill();
    this.api = await startApi(this.processes, this.port);
  }

  /** A round announced, opened and closed by its timetable, while a worker is killed at the deadline. @returns its id */
  async closeRound(): Promise<string> {
    const now = Date.now();
    const day = (days: number): string => new Date(now + days * DAY_MS).toISOString().slice(0, 10);
    const { id } = await this.mustBe<{ id: string }>(201, this.hr.post('/api/rounds', {
      name: '2027년 상반기 정기인사', kind: 'REGULAR', resolutionNumber: '2026-17', resolvedOn: day(-3), noticeOn: day(-1),
      opensAt: new Date(now + OPENS_IN_MS).toISOString(), closesAt: new Date(now + OPENS_IN_MS + OPEN_FOR_MS).toISOString(),
      cutOffOn: day(40), resultsOn: day(20), effectiveOn: day(50), seed: '20270101',
    }));
    await this.mustBe(200, this.hr.post(`/api/rounds/${id}/notice`));
    await this.startWorker();
    await until(async () => (await this.closing()) !== 'WAITING', PATIENCE_MS);
    await this.killWorker();
    await this.startWorker();
    await until(async () => (await this.mustBe<{ state: string }>(200, this.hr.get(`/api/rounds/${id}`))).state === 'CLOSED', PATIENCE_MS);
    return id;
  }

  /** @returns the new run's id */
  async request(roundId: string, label: string): Promise<string> {
    return (await this.mustBe<{ id: string }>(202, this.hr.post(`/api/rounds/${roundId}/runs`, { label }))).id;
  }

  /** As the API tells it; undefined while it cannot. */
  async view(roundId: string, runId: string): Promise<RunState | undefined> {
    const answer = await this.hr.get<RunState>(`/api/rounds/${roundId}/runs/${runId}`);
    if (answer.status === 200) return answer.body;
    expect(answer.status).toBe(503);
    return undefined;
  }

  async untilState(roundId: string, runId: string, ...states: readonly RunState['state'][]): Promise<RunState> {
    let seen: RunState | undefined;
    await until(async () => {
      seen = await this.view(roundId, runId);
      return seen !== undefined && states.includes(seen.state);
    }, PATIENCE_MS).catch((error: unknown) => {
      throw new Error(`The run is ${JSON.stringify(seen)}, not ${states.join(' or ')}; its worker says: ${this.worker?.log() ?? ''}`, { cause: error });
    });
    if (seen === undefined) throw new Error('A state that was seen is gone');
    return seen;
  }

  /** Locks the run's row against whoever wants to store a result. @returns lets go */
  async holdRun(runId: string): Promise<() => Promise<void>> {
    return this.database.hold('SELECT 1 FROM placement_run WHERE id = $1 FOR NO KEY UPDATE', [runId]);
  }

  /** Until the run's job is in the hands of a worker for this time of asking. */
  async untilAttempt(runId: string, attempt: number): Promise<void> {
    await until(async () => {
      const [job] = await this.database.ask<{ attempts: number; state: string }>('SELECT j.attempts, j.state FROM job j JOIN placement_run r ON r.job_id = j.id WHERE r.id = $1', [runId]);
      return job?.attempts === attempt && job.state === 'RUNNING';
    }, PATIENCE_MS);
  }

  async mustBe<T = unknown>(status: number, request: ReturnType<Client['get']>): Promise<T> {
    const answer = await request;
    if (answer.status !== status) throw new Error(`${answer.status} ${answer.text}`);
    return answer.body as T;
  }

  async dispose(): Promise<void> {
    await this.killWorker();
    await this.api.kill();
    await this.database.dispose();
  }

  private async closing(): Promise<string | undefined> {
    return (await this.database.ask<{ state: string }>(`SELECT state FROM job WHERE type = 'round.close'`))[0]?.state;
  }
}
