import { foundOr404, type Tx } from '#platform';
import type { ImportKind } from './import-kind.js';
import { importLifecycle } from './import-lifecycle.js';
import type { ImportState } from './import-state.js';
import type { ImportPlan } from './plans/plan.js';
import type { RawRow } from './table/decode.js';
import type { RowFault } from './table/read-table.js';

/** A batch without its rows and faults, which can be large. */
export interface ImportBatchRow {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly state: ImportState;
  /** QUEUED, READING, COMPARING, WRITING, DONE */
  readonly stage: string;
  /** 0–1 */
  readonly progress: number;
  readonly faultCount: number;
  readonly warningCount: number;
  readonly rowCount: number;
  readonly toAdd: number;
  readonly toChange: number;
  readonly unchanged: number;
  readonly jobId: string | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
}

const COLUMNS = `id, kind, file_name AS "fileName", state, stage, progress, fault_count AS "faultCount", warning_count AS "warningCount",
  row_count AS "rowCount", to_add AS "toAdd", to_change AS "toChange", unchanged, job_id AS "jobId", created_by AS "createdBy",
  created_at AS "createdAt", applied_at AS "appliedAt"`;

export interface NewImportBatch {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly contentHash: string;
  readonly rows: readonly RawRow[];
  readonly createdAt: Date;
}

export const insertBatch = async (tx: Tx, { id, kind, fileName, contentHash, rows, createdAt }: NewImportBatch): Promise<void> => {
  const { actor } = tx.context;
  await tx.execute(
    `INSERT INTO import_batch (organization_id, id, kind, file_name, content_hash, state, stage, progress, rows, faults, fault_count, warnings, warning_count,
       row_count, to_add, to_change, unchanged, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, 'CHECKING', 'QUEUED', 0, $6, '[]', 0, '[]', 0, $7, 0, 0, 0, $8, $9)`,
    [
      tx.organizationId, id, kind, fileName, contentHash, JSON.stringify(rows.map(({ row, cells }) => [row, ...cells])), Math.max(0, rows.length - 1),
      actor.kind === 'PERSON' ? actor.accountId : null, createdAt,
    ],
  );
};

/** @throws IMPORT_NOT_FOUND */
export const findBatch = async (tx: Tx, id: string, lock = false): Promise<ImportBatchRow> =>
  foundOr404(
    await tx.one<ImportBatchRow>(`SELECT ${COLUMNS} FROM import_batch WHERE organization_id = $1 AND id = $2${lock ? ' FOR UPDATE' : ''}`, [tx.organizationId, id]),
    'IMPORT_NOT_FOUND',
  );

/** Newest first. */
export const listBatches = (tx: Tx, limit: number): Promise<ImportBatchRow[]> =>
  tx.query<ImportBatchRow>(`SELECT ${COLUMNS} FROM import_batch WHERE organization_id = $1 ORDER BY created_at DESC, id LIMIT $2`, [tx.organizationId, limit]);

/** The file's rows; empty once they have been applied. */
export const loadRows = async (tx: Tx, id: string): Promise<readonly RawRow[]> => {
  const found = await tx.one<{ rows: readonly [number, ...string[]][] | null }>('SELECT rows FROM import_batch WHERE organization_id = $1 AND id = $2', [
    tx.organizationId, id,
  ]);
  return (found?.rows ?? []).map(([row, ...cells]) => ({ row, cells }));
};

/** A stretch of the faults or warnings, by row. */
export const loadFindings = async (tx: Tx, id: string, column: 'faults' | 'warnings', offset: number, limit: number): Promise<readonly RowFault[]> => {
  const found = await tx.query<{ finding: RowFault }>(
    `SELECT f.finding FROM import_batch b, jsonb_array_elements(b.${column}) WITH ORDINALITY AS f(finding, n)
     WHERE b.organization_id = $1 AND b.id = $2 AND f.n > $3 ORDER BY f.n LIMIT $4`,
    [tx.organizationId, id, offset, limit],
  );
  return found.map(({ finding }) => finding);
};

export const setProgress = async (tx: Tx, id: string, progress: number, stage: string): Promise<void> => {
  await tx.execute('UPDATE import_batch SET progress = $3, stage = $4 WHERE organization_id = $1 AND id = $2', [tx.organizationId, id, progress, stage]);
};

/** Moves the batch on; `jobId` is the job that does the work of the new state. */
export const moveBatch = async (tx: Tx, batch: ImportBatchRow, to: ImportState, jobId: string | null = batch.jobId): Promise<void> => {
  importLifecycle.requireTransition(batch.state, to);
  await tx.execute(`UPDATE import_batch SET state = $3, stage = 'QUEUED', progress = 0, job_id = $4 WHERE organization_id = $1 AND id = $2`, [
    tx.organizationId, batch.id, to, jobId,
  ]);
};

/** Gives up a batch whose job found no way: nothing of it was applied. */
export const failBatch = async (tx: Tx, id: string): Promise<void> => {
  await tx.execute(
    `UPDATE import_batch SET state = 'FAILED', stage = 'DONE', rows = NULL WHERE organization_id = $1 AND id = $2 AND state IN ('CHECKING', 'APPLYING')`,
    [tx.organizationId, id],
  );
};

const byRow = (a: RowFault, b: RowFault): number => a.row - b.row;

/** Ends a step: what the plan found, and whether it was carried out. Applied rows are emptied, because they name people. */
export const settleBatch = async (tx: Tx, batch: ImportBatchRow, to: ImportState, plan: ImportPlan<unknown>, appliedAt: Date | null): Promise<void> => {
  importLifecycle.requireTransition(batch.state, to);
  await tx.execute(
    `UPDATE import_batch SET state = $3, stage = 'DONE', progress = 1, faults = $4, fault_count = $5, warnings = $6, warning_count = $7,
       to_add = $8, to_change = $9, unchanged = $10, applied_at = $11, rows = CASE WHEN $3 = 'CHECKED' THEN rows END
     WHERE organization_id = $1 AND id = $2`,
    [
      tx.organizationId, batch.id, to, JSON.stringify([...plan.faults].sort(byRow)), plan.faults.length, JSON.stringify([...plan.warnings].sort(byRow)),
      plan.warnings.length, plan.toAdd, plan.toChange, plan.unchanged, appliedAt,
    ],
  );
};
