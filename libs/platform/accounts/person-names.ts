import type { Tx } from '../database/transaction.js';

/** What people are called, for sheets that are handed out. The organisation room answers. */
export abstract class PersonNames {
  /** @returns employee id → name, for those it knows */
  abstract namesOf(tx: Tx, employeeIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
