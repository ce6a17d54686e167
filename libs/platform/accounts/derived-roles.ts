import type { Role } from '#contracts';
import type { Tx } from '../database/transaction.js';

/** A role with the days on which it holds: from `validFrom` (null = always was) and before `validTo` (null = no end). */
export interface RolePeriod {
  readonly role: Role;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface DerivedRole extends RolePeriod {
  readonly employeeId: string;
}

/**
 * Roles that nobody grants because they follow from facts of the organisation: MANAGER from grade 4–6,
 * DEPARTMENT_HEAD from heading a unit. The organisation room answers; periods in the past may be left out, those
 * in the future belong in the answer, so that a head appointed for the first of the month is one on that day.
 */
export abstract class DerivedRoles {
  /** @param employeeIds whom to ask for; without it everyone of the transaction's organisation */
  abstract rolesOf(tx: Tx, employeeIds?: readonly string[]): Promise<readonly DerivedRole[]>;
}
