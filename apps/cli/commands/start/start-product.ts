import { MIGRATIONS } from '#migrations';
import { migrate } from '#platform';
import type { Command } from '../../command.js';
import { ROOT } from '../../root.js';
import { createStartCommand } from './start.command.js';

/** `jari start` on the real parts. */
export const startProduct: Command = createStartCommand({
  root: ROOT,
  environment: process.env,
  migrate: (databaseUrl) => migrate(databaseUrl, MIGRATIONS),
  loadDemoDistrict: async (databaseUrl) => (await import('../../demo-loader/index.js')).loadDemoDistrict(databaseUrl),
});
