import { Injectable } from '@nestjs/common';
import { JobQueue, prepareSql, type Tx } from '#platform';
import { CHECK_BALLOT } from '../jobs/ballot-jobs.js';
import { IntakeRow } from './intake-row.entity.js';

/** What a slot has cast so far. */
export interface SlotRevision {
  readonly revision: number;
  readonly tracker: string | null;
}

const TAKE_NUMBERS = prepareSql(
  `INSERT INTO ballot_intake_counter (organization_id, ballot_id, taken) VALUES ($1, $2, $3)
   ON CONFLICT (organization_id, ballot_id) DO UPDATE SET taken = ballot_intake_counter.taken + excluded.taken RETURNING taken`);

const WRITE = prepareSql(
  `INSERT INTO ballot_intake (organization_id, ballot_id, intake_index, kind, slot, revision, tracker, ballot_hash, envelope, content, receipt, entered)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, false)`);

/** Commits rows of intake, each with its number and the job that brings it to the board. */
@Injectable()
export class IntakeStore {
  constructor(private readonly jobs: JobQueue) {}

  find(tx: Tx, ballotId: string, intakeIndex: number): Promise<IntakeRow | null> {
    return tx.repository(IntakeRow).findOneBy({ organizationId: tx.organizationId, ballotId, intakeIndex });
  }

  async lastRevision(tx: Tx, ballotId: string, slot: number): Promise<SlotRevision> {
    const row = await tx.one<SlotRevision>(
      `SELECT revision, tracker FROM ballot_intake WHERE organization_id = $1 AND ballot_id = $2 AND slot = $3 AND kind = 'BALLOT' ORDER BY revision DESC LIMIT 1`, [tx.organizationId, ballotId, slot]);
    return row ?? { revision: 0, tracker: null };
  }

  /** Whether the slot has cast this very content. */
  async hasCast(tx: Tx, ballotId: string, slot: number, ballotHash: string): Promise<boolean> {
    const row = await tx.one(`SELECT 1 FROM ballot_intake WHERE organization_id = $1 AND ballot_id = $2 AND slot = $3 AND kind = 'BALLOT' AND ballot_hash = $4`, [tx.organizationId, ballotId, slot, ballotHash]);
    return row !== undefined;
  }

  /** Takes so many numbers in a row, without a gap; held until the transaction ends, so take them last. @returns the first */
  async nextIndexes(tx: Tx, ballotId: string, count: number): Promise<number> {
    const [row] = await tx.query<{ taken: number }>(TAKE_NUMBERS, [tx.organizationId, ballotId, count]);
    return (row?.taken ?? count) - count + 1;
  }

  async keep(tx: Tx, rows: readonly Omit<IntakeRow, 'organizationId' | 'entered'>[]): Promise<void> {
    // Whatever the server's default: a receipt is a promise that survives a crash.
    const synchronous = tx.execute('SET LOCAL synchronous_commit = on');
    const jobs = rows.map(({ ballotId, intakeIndex }) => this.jobs.enqueue(tx, CHECK_BALLOT, { ballotId, intakeIndex }, { key: `${ballotId}:${intakeIndex}` }));
    for (const { ballotId, intakeIndex, kind, slot, revision, tracker, ballotHash, envelope, content, receipt } of rows) {
      tx.executeAtCommit(WRITE, [tx.organizationId, ballotId, intakeIndex, kind, slot, revision, tracker, ballotHash, envelope, content, receipt]);
    }
    await Promise.all([synchronous, ...jobs]);
  }
}
