import { AuditSealer, createLogger, JobRunner, readConfig, type SimulatedClock } from '#platform';
import { createApp } from '../../../../api/create-app.js';
import { JOB_HANDLERS, JOBS } from '../../../../assembly/rooms.js';
import { foundOrganization } from '../../../application/found-organization.js';
import { OUTSIDE } from '../../../demo-loader/index.js';

/** The real API and its worker in this process, on the season's clock. */
export interface DemoProduct {
  readonly origin: string;
  /** Does every job that is due now. */
  runJobs(): Promise<number>;
  /** Of the database's superuser. */
  readonly databaseUrl: string;
  /** What the product has written to its log so far. */
  log(): string;
  /** Seals the audit log, as the worker does every few seconds. */
  seal(): Promise<void>;
  /**
   * What a deployment does once at its command line: the organisation and its first administrator.
   * @returns the administrator's one-time code
   */
  found(organization: { name: string; nameEn: string }): Promise<{ signInName: string; code: string }>;
  close(): Promise<void>;
}

export const startProduct = async (databaseUrl: string, clock: SimulatedClock, log: (line: string) => void): Promise<DemoProduct> => {
  const config = readConfig({
    DATABASE_URL: databaseUrl, DATABASE_POOL_SIZE: '10', LOG_LEVEL: 'warn', SESSION_MINUTES: '720', SIGN_IN_PER_MINUTE: '100000',
  });
  const logged: string[] = [];
  const logger = createLogger(config, { write: (line: string) => { logged.push(line); log(line); } });
  const app = await createApp({ config, clock, logger, worker: { jobs: JOBS, handlers: JOB_HANDLERS } });
  await app.listen(0, '127.0.0.1');
  return {
    databaseUrl,
    log: () => logged.join(''),
    origin: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    runJobs: () => app.get(JobRunner).runDue(),
    seal: async () => void (await app.get(AuditSealer).sealAll()),
    found: (organization) => foundOrganization(app, 'demo-season', { code: 'jari-demo', ...organization, isDemo: true }, OUTSIDE.SYSTEM_ADMIN),
    close: () => app.close(),
  };
};
