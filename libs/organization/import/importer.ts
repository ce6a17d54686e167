import type { Tx } from '#platform';
import type { ImportKind } from './import-kind.js';
import type { ImportPlan } from './plans/plan.js';
import type { RawRow } from './table/decode.js';

/** What one kind of file does: compare with what is stored, then carry out. */
export interface Importer<W> {
  readonly kind: ImportKind;
  plan(tx: Tx, rows: readonly RawRow[]): Promise<ImportPlan<W>>;
  /** Called only with a plan without faults, in the transaction that made it. */
  write(tx: Tx, writes: W): Promise<void>;
}
