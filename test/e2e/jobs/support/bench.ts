import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  createLogger, type Config, JOB_ENTITIES, JobQueue, jobsModule, JobService, JobWatch, PlatformModule, readConfig, SimulatedClock, type EnqueueOptions, type JobPayload, type JobSettings, type JobState,
  type JobType, type JobView, type JobWork, type WorkContext,
} from '#platform';
import { createWorker, type Worker } from '../../../../apps/worker/create-worker.js';
import { asSuperuser } from '../../../support/cluster.js';
import { createTestDatabase, type TestDatabase } from '../../../support/test-database.js';
import { startChildWorker, type ChildWorker } from './child-worker.js';
import { scripted, scripts, TEST_WORK, TestRoom, type Script } from './test-work.js';
import { until } from './until.js';

@Module({})
class ProducerModule {}

/** Quick leases, so that a lost worker is noticed within a test. */
const QUICK: Partial<JobSettings> = { pollMs: 50, leaseMs: 1_200, heartbeatMs: 300, resendMs: 300, graceMs: 5_000, concurrency: 2 };

/** A product without people: a producer as the API is one, workers, and one organisation. */
export class Bench {
  readonly clock = new SimulatedClock('2020-01-06T00:00:00Z');
  readonly logLines: string[] = [];
  private readonly workers: Worker[] = [];
  private readonly children: ChildWorker[] = [];
  private scriptCount = 0;

  private constructor(
    readonly db: TestDatabase,
    readonly context: WorkContext,
    private readonly redisUrl: string | undefined,
  ) {}

  private producer: INestApplicationContext | undefined;

  static async open(redisUrl: string | undefined): Promise<Bench> {
    const db = await createTestDatabase();
    await asSuperuser(db.name, 'CREATE TABLE test_trace (organization_id uuid NOT NULL, name text NOT NULL)');
    await asSuperuser(db.name, `SELECT jari_protect('test_trace', 'SELECT, INSERT')`);
    const bench = new Bench(db, await db.createOrganization(), redisUrl);
    bench.producer = await NestFactory.createApplicationContext(
      {
        module: ProducerModule,
        imports: [
          PlatformModule.forRoot({ config: bench.config, entities: JOB_ENTITIES, clock: bench.clock, logger: bench.logger }),
          jobsModule({ redisUrl }),
        ],
      },
      { logger: bench.logger.forNest(), abortOnError: false },
    );
    return bench;
  }

  private get config(): Config {
    return readConfig({ DATABASE_URL: this.db.url, REDIS_URL: this.redisUrl, DATABASE_POOL_SIZE: '6' });
  }

  get logger(): ReturnType<typeof createLogger> {
    return createLogger({ logLevel: 'debug' }, { write: (line: string) => void this.logLines.push(line) });
  }

  get app(): INestApplicationContext {
    if (!this.producer) throw new Error('The bench is closed');
    return this.producer;
  }

  get jobs(): JobService {
    return this.app.get(JobService);
  }

  get watch(): JobWatch {
    return this.app.get(JobWatch);
  }

  async enqueue<P extends JobPayload>(type: JobType<P>, payload: P, options?: EnqueueOptions, context = this.context): Promise<string> {
    return this.db.database.transaction(context, (tx) => this.app.get(JobQueue).enqueue(tx, type, payload, options));
  }

  /** Puts off a job that does what `script` says. */
  async enqueueScript(script: Script, options?: EnqueueOptions, context = this.context): Promise<string> {
    const name = `script ${++this.scriptCount}`;
    scripts.set(name, script);
    return this.enqueue(scripted, { script: name }, options, context);
  }

  /** A worker in this process, not begun. */
  async createWorker(settings: Partial<JobSettings> = {}, work: JobWork = TEST_WORK, rooms: readonly Type[] = []): Promise<Worker> {
    const worker = await createWorker({
      config: this.config,
      clock: this.clock, logger: this.logger, entities: JOB_ENTITIES, rooms: [TestRoom, ...rooms], work, settings: { ...QUICK, ...settings },
    });
    this.workers.push(worker);
    return worker;
  }

  async startWorker(settings: Partial<JobSettings> = {}): Promise<Worker> {
    const worker = await this.createWorker(settings);
    await worker.start();
    return worker;
  }

  /** A worker process of its own. */
  async startChild(settings: Partial<JobSettings> = {}): Promise<ChildWorker> {
    const child = await startChildWorker(this.db.url, this.redisUrl, { ...QUICK, ...settings });
    this.children.push(child);
    return child;
  }

  async view(id: string): Promise<JobView> {
    return this.db.database.transaction(this.context, (tx) => this.jobs.view(tx, id));
  }

  async untilState(id: string, state: JobState): Promise<JobView> {
    await until(async () => (await this.view(id)).state === state);
    return this.view(id);
  }

  async traces(): Promise<readonly string[]> {
    return (await asSuperuser<{ name: string }>(this.db.name, 'SELECT name FROM test_trace')).map(({ name }) => name);
  }

  async leave(trace: string): Promise<void> {
    await asSuperuser(this.db.name, 'INSERT INTO test_trace VALUES ($1, $2)', [this.context.organizationId, trace]);
  }

  /** Ends the workers of one test and takes away what it left waiting. */
  async clear(): Promise<void> {
    await Promise.all([...this.workers.splice(0).map((worker) => worker.stop()), ...this.children.splice(0).map((child) => child.kill())]);
    await asSuperuser(this.db.name, 'DELETE FROM job');
  }

  async dispose(): Promise<void> {
    await this.clear();
    await this.producer?.close();
    await this.db.dispose();
  }
}
