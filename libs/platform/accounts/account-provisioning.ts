import type { Tx } from '../database/transaction.js';

export interface NewEmployee {
  readonly employeeId: string;
  /** The employee number. */
  readonly signInName: string;
}

/** Accounts of imported staff. The organisation room calls it in the transaction of the import. */
export abstract class AccountProvisioning {
  /**
   * Sees to it that each has an account under this sign-in name, new ones waiting for their activation code, and that
   * its derived roles are those of now. Doing it twice changes nothing.
   * @returns how many accounts are new
   * @throws a unique violation (409 CONFLICT) when somebody else signs in by that name
   */
  abstract provisionForEmployees(tx: Tx, people: readonly NewEmployee[]): Promise<number>;

  /** Closes the accounts of people who left: no sign-in any more, sessions ended at once. @returns how many were open */
  abstract closeForEmployees(tx: Tx, employeeIds: readonly string[]): Promise<number>;
}
