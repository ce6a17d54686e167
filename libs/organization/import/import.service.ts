import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService, Clock, JariError, JobQueue, newId, type Tx } from '#platform';
import {
  findBatch, insertBatch, listBatches, loadFindings, loadRows, moveBatch, settleBatch, type ImportBatchRow,
} from './import-batch.store.js';
import type { ImportKind } from './import-kind.js';
import { ImporterRegistry } from './importer-registry.js';
import { APPLY_IMPORT } from './jobs/apply-import.job.js';
import { CHECK_IMPORT } from './jobs/check-import.job.js';
import { COLUMNS_OF } from './plans/columns.js';
import type { RowFault } from './table/read-table.js';
import { decodeTable } from './table/decode.js';

/** Files up to this many rows are checked and applied within the request; larger ones by a job with progress. */
export const INLINE_ROWS = 200;

export interface Upload {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly content: Uint8Array;
}

/** A fault or warning with the Korean header of its column. */
export interface ImportFinding extends RowFault {
  readonly header: string | null;
}

/** Called between the stages of a job; `fraction` 0–1. */
export type Progress = (fraction: number, stage: 'READING' | 'COMPARING' | 'WRITING') => Promise<void>;

const silent: Progress = async () => undefined;

/** Two steps: a dry run that lists every fault, then all or nothing. */
@Injectable()
export class ImportService {
  constructor(
    private readonly importers: ImporterRegistry,
    private readonly jobs: JobQueue,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores a file and checks it, at once when it is small, otherwise by a job. Nothing but the batch is written.
   * @returns the batch: CHECKED, FAULTY, or still CHECKING
   * @throws IMPORT_FILE_UNREADABLE, IMPORT_ENCODING_UNKNOWN, IMPORT_OLD_EXCEL, IMPORT_TOO_MANY_ROWS
   */
  async upload(tx: Tx, { kind, fileName, content }: Upload): Promise<ImportBatchRow> {
    const rows = await decodeTable(content);
    const id = newId();
    await insertBatch(tx, { id, kind, fileName: plainName(fileName), contentHash: createHash('sha256').update(content).digest('hex'), rows, createdAt: this.clock.now() });
    await this.audit.record(tx, { action: 'import.upload', subjectType: 'importBatch', subjectId: id, after: { kind, rows: rows.length } });
    if (rows.length > INLINE_ROWS) {
      const jobId = await this.jobs.enqueue(tx, CHECK_IMPORT, { batchId: id }, { key: id });
      await tx.execute('UPDATE import_batch SET job_id = $3 WHERE organization_id = $1 AND id = $2', [tx.organizationId, id, jobId]);
    } else await this.check(tx, id);
    return findBatch(tx, id);
  }

  /** The dry run. Does nothing to a batch that was checked before. */
  async check(tx: Tx, id: string, progress: Progress = silent): Promise<void> {
    const batch = await findBatch(tx, id);
    if (batch.state !== 'CHECKING') return;
    await progress(0.1, 'READING');
    const rows = await loadRows(tx, id);
    await progress(0.4, 'COMPARING');
    const plan = await this.importers.of(batch.kind).plan(tx, rows);
    await settleBatch(tx, batch, plan.faults.length > 0 ? 'FAULTY' : 'CHECKED', plan, null);
  }

  /**
   * Applies a checked batch, at once when it is small, otherwise by a job. Calling it again does nothing more.
   * @throws IMPORT_NOT_FOUND, IMPORT_NOT_CHECKED while the check runs, IMPORT_HAS_FAULTS
   */
  async apply(tx: Tx, id: string): Promise<ImportBatchRow> {
    const batch = await findBatch(tx, id, true);
    if (batch.state === 'CHECKING') throw new JariError('IMPORT_NOT_CHECKED');
    if (batch.state === 'FAULTY' || batch.state === 'FAILED') throw new JariError('IMPORT_HAS_FAULTS', { count: batch.faultCount });
    if (batch.state === 'APPLIED') return batch;
    if (batch.state === 'CHECKED') await moveBatch(tx, batch, 'APPLYING');
    if (batch.rowCount > INLINE_ROWS) {
      const jobId = await this.jobs.enqueue(tx, APPLY_IMPORT, { batchId: id }, { key: id });
      await tx.execute('UPDATE import_batch SET job_id = $3 WHERE organization_id = $1 AND id = $2', [tx.organizationId, id, jobId]);
    } else await this.carryOut(tx, id);
    return findBatch(tx, id);
  }

  /**
   * Carries out a batch that is APPLYING. It is compared again first, because the data may have changed since the
   * check: a new fault leaves everything as it was and the batch FAULTY.
   */
  async carryOut(tx: Tx, id: string, progress: Progress = silent): Promise<void> {
    const batch = await findBatch(tx, id);
    if (batch.state !== 'APPLYING') return;
    const importer = this.importers.of(batch.kind);
    await progress(0.1, 'READING');
    const rows = await loadRows(tx, id);
    await progress(0.3, 'COMPARING');
    const plan = await importer.plan(tx, rows);
    if (plan.faults.length > 0) return settleBatch(tx, batch, 'FAULTY', plan, null);
    await progress(0.6, 'WRITING');
    await importer.write(tx, plan.writes);
    // After a large import the tables are no longer what PostgreSQL plans for.
    if (batch.rowCount > INLINE_ROWS) await tx.query('SELECT jari_refresh_statistics()');
    const { toAdd, toChange, unchanged } = plan;
    await this.audit.record(tx, ...plan.audit, { action: 'import.apply', subjectType: 'importBatch', subjectId: id, after: { kind: batch.kind, toAdd, toChange, unchanged } });
    await settleBatch(tx, batch, 'APPLIED', plan, this.clock.now());
  }

  /** @throws IMPORT_NOT_FOUND */
  find(tx: Tx, id: string): Promise<ImportBatchRow> {
    return findBatch(tx, id);
  }

  /** The newest hundred. */
  list(tx: Tx): Promise<ImportBatchRow[]> {
    return listBatches(tx, 100);
  }

  /** Faults or warnings by row. @throws IMPORT_NOT_FOUND */
  async findings(tx: Tx, id: string, which: 'faults' | 'warnings', offset: number, limit: number): Promise<readonly ImportFinding[]> {
    const columns = COLUMNS_OF[(await findBatch(tx, id)).kind];
    const found = await loadFindings(tx, id, which, offset, limit);
    return found.map((fault) => ({ ...fault, header: fault.column === null ? null : (columns[fault.column]?.ko ?? null) }));
  }
}

/** The last part of the name, short and without control characters. */
const plainName = (fileName: string): string =>
  (fileName.normalize('NFC').split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').trim().slice(0, 200) || 'import';
