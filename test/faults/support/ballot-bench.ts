import type { Board } from '#ballot-box';
import { Database, newId, SystemClock, systemContext, type WorkContext } from '#platform';
import { createApplicationContext } from '../../../apps/cli/application/application-context.js';
import { installElection, openSessions, playElection, type InstalledVoter } from '../../../apps/cli/bench/ballots/install-election.js';
import type { PlayedElection } from '../../../libs/ballot-box/testing/index.js';
import { until } from '../../e2e/jobs/support/until.js';
import type { TestRedis } from '../../e2e/jobs/support/redis-server.js';
import { createClient, type Client } from '../../support/test-app.js';
import { openFaultDatabase, type FaultDatabase } from './fault-database.js';
import { freePort, startApi, startWorker, type ProcessOptions, type ProductProcess } from './product-process.js';

export type Victim = 'api' | 'worker' | 'database' | 'redis';

const HOUR_MS = 3_600_000;
const PATIENCE_MS = 300_000;

/** An open ballot over an invented post among managers of the demo district, and the clients of its voters. */
interface Opened {
  readonly ballotId: string;
  readonly closesAt: Date;
  readonly election: PlayedElection;
  /** In the order of their slots. */
  readonly clients: readonly Client[];
}

/** API and worker in processes of their own, on a database and perhaps a Redis of their own, with a ballot that is open. */
export class BallotBench {
  private worker: ProductProcess | undefined;
  private readonly dead = new Set<Victim>();
  private becomingReady: Promise<void> | undefined;

  private constructor(
    readonly database: FaultDatabase,
    private readonly redis: TestRedis | undefined,
    private readonly processes: ProcessOptions,
    private readonly port: number,
    private api: ProductProcess,
    readonly ballot: Opened,
  ) {}

  static async open(redis: TestRedis | undefined, voters: number): Promise<BallotBench> {
    const database = await openFaultDatabase();
    const port = await freePort();
    const processes = { databaseUrl: database.url, redisUrl: redis?.url };
    const ballot = await openBallot(database, voters, `http://127.0.0.1:${port}`);
    const bench = new BallotBench(database, redis, processes, port, await startApi(processes, port), ballot);
    bench.worker = await startWorker(processes);
    return bench;
  }

  /** kill -9 */
  async kill(victim: Victim): Promise<void> {
    this.dead.add(victim);
    await { api: this.api, worker: this.worker, database: this.database, redis: this.redis }[victim]?.kill();
  }

  /** Starts whatever is dead, all at once but for what they stand on, and waits until the API answers. */
  async revive(): Promise<void> {
    if (this.dead.has('redis')) await this.redis?.restart();
    if (this.dead.has('database')) await this.database.restart();
    await Promise.all([
      this.dead.has('api') && startApi(this.processes, this.port).then((api) => { this.api = api; }),
      // One that lost its database or its Redis has to find it again by itself.
      this.dead.has('worker') && startWorker(this.processes).then((worker) => { this.worker = worker; }),
    ]);
    this.dead.clear();
    await this.untilReady();
  }

  /** However many wait for the API, one asks. */
  readonly untilReady = (): Promise<void> => {
    this.becomingReady ??= until(() => fetch(`http://127.0.0.1:${this.port}/health/ready`).then(({ ok }) => ok, () => false), PATIENCE_MS).finally(() => { this.becomingReady = undefined; });
    return this.becomingReady;
  };

  /** Rows of intake that are not on the board. */
  async pending(): Promise<number> {
    return (await this.database.ask<{ rows: number }>('SELECT count(*)::int AS rows FROM ballot_intake WHERE NOT entered'))[0]?.rows ?? 0;
  }

  /** Checks that were done are handed out once more, as by a queue that forgets what it has delivered. */
  async deliverAgain(count: number): Promise<void> {
    await this.database.ask(
      `INSERT INTO job (organization_id, id, type, payload, state, run_at, max_attempts, backoff_ms, requested_by, request_id, created_at)
       SELECT organization_id, gen_random_uuid(), type, payload, 'WAITING', run_at, max_attempts, backoff_ms, requested_by, request_id, created_at
       FROM job WHERE type = 'ballot.check' ORDER BY random() LIMIT $1`, [count]);
  }

  /** The deadline passes: from now on a worker by whose clock voting is over. @returns the closed board */
  async close(): Promise<Board> {
    const after = new Date(this.ballot.closesAt.getTime() + 1_000);
    await this.kill('worker');
    this.dead.delete('worker');
    this.worker = await startWorker(this.processes, after);
    await until(async () => (await this.database.ask('SELECT 1 FROM ballot WHERE close_record IS NOT NULL')).length === 1, PATIENCE_MS).catch((error: unknown) => {
      throw new Error(`The board was not closed; the worker says: ${this.worker?.log() ?? ''}`, { cause: error });
    });
    return (await this.ballot.clients[0]!.get<Board>(`/api/ballots/${this.ballot.ballotId}/board`)).body;
  }

  async dispose(): Promise<void> {
    await this.worker?.kill();
    await this.api.kill();
    await this.database.dispose();
  }
}

const openBallot = async (database: FaultDatabase, voters: number, origin: string): Promise<Opened> => {
  const app = await createApplicationContext(database.url, new SystemClock());
  try {
    const [context, people, positionId] = await chooseVoters(database, voters);
    const now = Date.now();
    const ballot = { ballotId: newId(), positionId, voters: people, opensAt: new Date(now - HOUR_MS), closesAt: new Date(now + 6 * HOUR_MS), candidates: ['가'] };
    const election = playElection(ballot);
    const cookies = await app.get(Database).transaction(context, async (tx) => {
      await installElection(app, tx, ballot, election);
      return openSessions(app, tx, people);
    });
    return { ...ballot, election, clients: people.map(({ accountId }, at) => createClient(origin, accountId, cookies[at])) };
  } finally {
    await app.close();
  }
};

/** Managers of grades 4 to 6 with an account that is open, and a post. */
const chooseVoters = async (database: FaultDatabase, count: number): Promise<[WorkContext, InstalledVoter[], string]> => {
  const people = await database.ask<InstalledVoter & { organizationId: string }>(
    `SELECT e.organization_id AS "organizationId", e.id AS "employeeId", c.id AS "accountId" FROM employee e JOIN account c ON c.employee_id = e.id
     WHERE e.grade BETWEEN 4 AND 6 ORDER BY e.employee_number LIMIT $1`, [count]);
  if (people.length < count) throw new RangeError(`the demo district has ${people.length} managers`);
  const organizationId = people[0]!.organizationId;
  await database.ask(
    `UPDATE account SET state = 'ACTIVE', password_hash = (SELECT password_hash FROM account WHERE sign_in_name = 'mayor') WHERE id = ANY($1::uuid[])`, [people.map(({ accountId }) => accountId)]);
  const [post] = await database.ask<{ id: string }>('SELECT id FROM position WHERE organization_id = $1 ORDER BY code LIMIT 1', [organizationId]);
  return [systemContext(organizationId, 'test'), people, post!.id];
};
