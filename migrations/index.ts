import type { MigrationInterface } from 'typeorm';
import { OpenTheHouse1764000000001 } from './0001-open-the-house-with-organizations-accounts-and-the-audit-log.js';

/** In the order in which they run. */
export const MIGRATIONS: readonly (new () => MigrationInterface)[] = [OpenTheHouse1764000000001];
