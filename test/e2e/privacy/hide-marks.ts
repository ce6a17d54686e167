import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'node:util';
import { ROLES } from '#contracts';
import { asSuperuser } from '../../support/cluster.js';
import type { ApiDocument } from '../../support/made-up-requests.js';
import { startProductWorker, type ProductWorker } from '../../support/product-worker.js';
import { createTestApp, type Answer, type Client, type TestApp } from '../../support/test-app.js';
import type { TestRedis } from '../jobs/support/redis-server.js';
import { until } from '../jobs/support/until.js';
import { upload } from '../organization/files.js';
import { EveryField } from './every-field.js';
import { Planter } from './planter.js';
import { playMarkedSeason, type MarkedSeason } from './season.js';

/** What the audit log keeps of a text: facts of the record that were changed, names and numbers of official acts. Nobody's reasons. */
const FACTS_OF_RECORD = [
  'PATCH /api/employees/{id} body.jobSeries', 'PATCH /api/employees/{id} body.licences[]', 'PATCH /api/employees/{id} body.name',
  'POST /api/rounds name', 'POST /api/rounds/{}/reviews resolutionNumber',
];

/** Rows of a file that is checked by a job. */
const MORE_THAN_AT_ONCE = 201;

const CONSOLE = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** Hears what is written past the log, too. @returns stops listening */
const overhear = (heard: string[]): (() => void) => {
  const { write } = process.stderr;
  const spoken = CONSOLE.map((method) => [method, console[method]] as const);
  for (const [method] of spoken) console[method] = (...words: unknown[]) => void heard.push(format(...words));
  process.stderr.write = (text: string | Uint8Array) => heard.push(String(text)) > 0;
  return () => {
    for (const [method, original] of spoken) console[method] = original;
    process.stderr.write = write;
  };
};

/** Plants marks wherever a person can write, and looks for them where none may be. */
export const hideMarks = (driver: string, redisOf: () => TestRedis | undefined): void => {
  describe(`texts that people write, jobs through ${driver}`, () => {
    let app: TestApp;
    let worker: ProductWorker;
    let planter: Planter;
    let season: MarkedSeason;
    const overheard: string[] = [];
    const commands: string[] = [];
    /** Field and place of every mark in an answer that refuses. */
    const repeated = new Set<string>();
    const serverErrors: string[] = [];

    const watch = (operation: string, { status, text, headers }: Answer): void => {
      if (status >= 500) serverErrors.push(`${operation} → ${status}`);
      const told = status >= 400 ? text : '';
      for (const field of planter.findIn(`${told} ${JSON.stringify([...headers])}`)) {
        // A name that does not exist is told to whoever sent it; what stood under it is not.
        if (!field.endsWith('unknown name')) repeated.add(`${operation} → ${status} repeats ${field}`);
      }
    };

    beforeAll(async () => {
      const stopListening = overhear(overheard);
      const redis = redisOf();
      app = await createTestApp({ now: '2026-11-20T00:00:00Z', ...(redis && { environment: { REDIS_URL: redis.url } }) });
      planter = new Planter(app.name.replace(/\W|_/g, ''));
      const monitor = await redis?.client.monitor();
      monitor?.on('monitor', (_: string, words: string[]) => void commands.push(words.join(' ')));
      worker = await startProductWorker(app, redis?.url);
      season = await playMarkedSeason(app, planter, runJobs);
      await importMarks();
      await failInside();
      await writeEverywhere();
      await runJobs();
      monitor?.disconnect();
      stopListening();
    }, 180_000);
    afterAll(async () => {
      await worker.stop();
      await app.dispose();
    }, 60_000);

    const runJobs = (): Promise<void> => worker.runJobs();
    const failJobs = async (): Promise<void> => {
      await worker.runDue();
      await until(() => worker.logText().includes('"event":"job.failed"'));
    };

    const everybody = (): Promise<Client> => app.signInAs(season.district.context.organizationId, ROLES, season.district.people.nari);

    const writeEverywhere = async (): Promise<void> => {
      const { body: document } = await app.anonymous.get<ApiDocument>('/docs/openapi.json');
      const { people, posts, context } = season.district;
      const units = await asSuperuser<{ id: string }>(app.name, 'SELECT id FROM org_unit');
      const ids = [season.roundId, ...Object.values(people), ...Object.values(posts), ...units.map(({ id }) => id), context.organizationId];
      let client = await everybody();
      for (const { operation, address, init } of new EveryField(document, planter, ids).requests()) {
        const answer = await client.fetch(address, init);
        watch(operation, answer);
        if (answer.status === 401 || /^DELETE .*\/sessions?$/.test(operation)) client = await everybody();
      }
    };

    const offerFile = async (kind: string, content: string): Promise<void> => {
      const answer = await upload(season.district.hr, kind, content, `${planter.mark(`import ${kind} file name`)}.csv`);
      watch(`import ${kind}`, answer);
      expect(answer.status).toBe(201);
    };

    const importMarks = async (): Promise<void> => {
      for (const kind of ['UNITS', 'POSITIONS', 'EMPLOYEES']) {
        const [header = ''] = (await season.district.hr.get(`/api/exports?kind=${kind}`)).text.split('\n').filter((line) => line.includes(','));
        await offerFile(kind, markedFile(kind, header));
        await runJobs();
      }
    };
    const markedFile = (kind: string, header: string): string => {
      const row = header.split(',').map((name) => planter.mark(`import ${kind} ${name.trim()}`)).join(',');
      return [header, ...Array.from({ length: MORE_THAN_AT_ONCE }, () => row)].join('\n');
    };

    /** The program itself fails under a request, and under a job, that has to do with marks. */
    const failInside = async (): Promise<void> => {
      const jun = await season.district.as('jun');
      const save = async (what: string): Promise<number> => {
        const { version } = (await jun.get<{ version: number }>('/api/me/wish-list')).body;
        return (await send('PUT /api/me/wish-list', what, version)).status;
      };
      const send = async (operation: string, what: string, version: number): Promise<Answer> => {
        const wishes = [{ positionId: season.district.posts.contracts, reasonCode: 'HEALTH', reasonText: planter.mark(`${operation} while ${what}`) }];
        const answer = await jun.put('/api/me/wish-list', { version, file: true, wishes });
        for (const field of planter.findIn(answer.text)) repeated.add(`${operation} → ${answer.status} repeats ${field}`);
        return answer;
      };
      await asSuperuser(app.name, 'ALTER TABLE audit_log RENAME TO audit_log_away');
      expect(await save('a table is missing')).toBe(500);
      await asSuperuser(app.name, 'ALTER TABLE audit_log_away RENAME TO audit_log');
      await asSuperuser(app.name, `ALTER TABLE wish ADD CONSTRAINT refuses CHECK (false) NOT VALID`);
      expect(await save('a constraint refuses')).toBeGreaterThanOrEqual(400);
      await asSuperuser(app.name, 'ALTER TABLE wish DROP CONSTRAINT refuses');
      await asSuperuser(app.name, 'ALTER TABLE org_unit_version RENAME TO org_unit_version_away');
      await offerFile('UNITS', markedFile('UNITS under failure', 'unit_code,name'));
      await failJobs();
      await asSuperuser(app.name, 'ALTER TABLE org_unit_version_away RENAME TO org_unit_version');
    };

    test('are taken by every route that people use in a season, and are sent to every other', () => {
      // A season without these would prove little.
      for (const field of [
        'PUT /api/me/preparation-items/{}/check-ins note', 'POST /api/me/preparation-items evidenceNote', 'POST /api/me/saved-searches name', 'POST /api/employees/{}/circumstances note',
        'POST /api/relations note', 'POST /api/me/grievances complaintText', 'POST /api/grievances/{}/answer text', 'POST /api/rounds/{}/overrides groundText', 'POST /api/rounds/{}/recusals groundText',
        'POST /api/me/rounds/{}/facts/dispute text', 'POST /api/me/rounds/{}/waivers text', 'POST /api/rounds/{}/hardship-amendments reason', 'POST /api/rounds/{}/reviews opinion',
        'POST /api/orders/{}/corrections reason',
      ]) expect(season.written).toContain(field);
      expect(planter.planted.length).toBeGreaterThan(500);
      expect(serverErrors).toEqual([]);
    });

    test('can be found where they belong: the search below is able to find', async () => {
      const rows = await asSuperuser<{ text: string }>(app.name, 'SELECT reason_text AS text FROM wish UNION ALL SELECT complaint_text FROM grievance');
      expect(planter.findIn(rows.map(({ text }) => text).join('\n'))).toEqual(expect.arrayContaining(['POST /api/me/grievances complaintText']));
      expect(app.logText().length).toBeGreaterThan(10_000);
      expect(worker.logText()).toContain('"event":"job.failed"');
      expect(app.logText()).toContain('"status":500');
    });

    test('stand in no log: API, worker, PostgreSQL, figures', async () => {
      expect(planter.findIn(app.logText())).toEqual([]);
      expect(planter.findIn(worker.logText())).toEqual([]);
      expect(planter.findIn(overheard.join('\n'))).toEqual([]);
      const [row] = await asSuperuser<{ folder: string }>(app.name, `SELECT current_setting('data_directory') AS folder`);
      const serverLog = readFileSync(join(dirname(row?.folder ?? ''), 'server.log'), 'utf8');
      expect(serverLog).toContain('ready to accept connections');
      expect(planter.findIn(serverLog)).toEqual([]);
      expect(planter.findIn((await app.anonymous.get('/metrics')).text)).toEqual([]);
    });

    test('travel in no job', async () => {
      const jobs = await asSuperuser<{ text: string }>(app.name, 'SELECT job::text AS text FROM job');
      expect(jobs.length).toBeGreaterThan(5);
      expect(planter.findIn(jobs.map(({ text }) => text).join('\n'))).toEqual([]);
      const redis = redisOf();
      if (redis === undefined) return;
      expect(commands.length).toBeGreaterThan(20);
      expect(planter.findIn(commands.join('\n'))).toEqual([]);
      for (const key of await redis.client.keys('*')) expect(planter.findIn((await redis.client.dumpBuffer(key)).toString('utf8'))).toEqual([]);
    });

    test('are repeated by no error', () => {
      expect([...repeated]).toEqual([]);
    });

    test('stay out of the audit log, which holds what was decided and not why', async () => {
      const rows = await asSuperuser<{ text: string }>(app.name, 'SELECT audit_log::text AS text FROM audit_log');
      expect(rows.length).toBeGreaterThan(50);
      const found = planter.findIn(rows.map(({ text }) => text).join('\n'));
      expect(found.filter((field) => !FACTS_OF_RECORD.includes(field))).toEqual([]);
      expect(found).toContain('POST /api/rounds name');
    });
  });
};
