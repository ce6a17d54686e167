import type { MigrationInterface } from 'typeorm';
import { OpenTheHouse1764000000001 } from './0001-open-the-house-with-organizations-accounts-and-the-audit-log.js';
import { GiveTheDistrictItsUnitsPostsAndPeople1764000000003 } from './0003-give-the-district-its-units-posts-and-people.js';

/** In the order in which they run. */
export const MIGRATIONS: readonly (new () => MigrationInterface)[] = [OpenTheHouse1764000000001, GiveTheDistrictItsUnitsPostsAndPeople1764000000003];
