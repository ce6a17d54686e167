import { jest } from '@jest/globals';
import { asSuperuser } from '../../support/cluster.js';
import { jobsContract } from './jobs-contract.js';

jest.setTimeout(60_000);

jobsContract({
  name: 'PostgreSQL',
  redisUrl: () => undefined,
  // Whoever hears this looks for work, whether there is any or not.
  deliverAgain: async (bench) => void (await asSuperuser(bench.db.name, `SELECT pg_notify('jari_job', 'due')`)),
});
