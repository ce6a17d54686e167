import type { AuditEntry } from '#platform';
import type { RowFault } from '../table/read-table.js';

/** What a file would do: everything wrong with it, and the writes that carry it out when nothing is wrong. */
export interface ImportPlan<W> {
  readonly toAdd: number;
  readonly toChange: number;
  readonly unchanged: number;
  readonly faults: readonly RowFault[];
  /** Allowed, but worth a look: a surplus, a grade outside the band. */
  readonly warnings: readonly RowFault[];
  readonly writes: W;
  readonly audit: readonly AuditEntry[];
}

export const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
