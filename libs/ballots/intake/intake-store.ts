import { Injectable } from '@nestjs/common';
import { JobQueue, type Tx } from '#platform';
import { CHECK_BALLOT } from '../jobs/ballot-jobs.js';
import { IntakeRow } from './intake-row.entity.js';

/** What a slot has cast so far. */
export interface SlotRevision {
  readonly revision: number;
  readonly tracker: string | null;
}

/** Commits rows of intake, each with its number and the job that brings it to the board. */
@Injectable()
export class IntakeStore {
  constructor(private readonly jobs: JobQueue) {}

  find(tx: Tx, ballotId: string, intakeIndex: number): Promise<IntakeRow | null> {
    return tx.repository(IntakeRow).findOneBy({ organizationId: tx.organizationId, ballotId, intakeIndex });
  }

  findByTracker(tx: Tx, ballotId: string, tracker: string): Promise<IntakeRow | null> {
    return tx.repository(IntakeRow).findOneBy({ organizationId: tx.organizationId, ballotId, tracker });
  }

  async lastRevision(tx: Tx, ballotId: string, slot: number): Promise<SlotRevision> {
    const row = await tx.one<SlotRevision>(
      `SELECT revision, tracker FROM ballot_intake WHERE organization_id = $1 AND ballot_id = $2 AND slot = $3 AND kind = 'BALLOT' ORDER BY revision DESC LIMIT 1`, [tx.organizationId, ballotId, slot]);
    return row ?? { revision: 0, tracker: null };
  }

  /** Whether the slot has handed in this very content as a test, or as a ballot. */
  async has(tx: Tx, ballotId: string, slot: number, kind: IntakeRow['kind'], ballotHash: string): Promise<boolean> {
    const row = await tx.one('SELECT 1 FROM ballot_intake WHERE organization_id = $1 AND ballot_id = $2 AND slot = $3 AND kind = $4 AND ballot_hash = $5', [tx.organizationId, ballotId, slot, kind, ballotHash]);
    return row !== undefined;
  }

  /** The next number, without a gap; held until the transaction ends, so take it last. */
  async nextIndex(tx: Tx, ballotId: string): Promise<number> {
    const [row] = await tx.query<{ taken: number }>(
      `INSERT INTO ballot_intake_counter (organization_id, ballot_id, taken) VALUES ($1, $2, 1)
       ON CONFLICT (organization_id, ballot_id) DO UPDATE SET taken = ballot_intake_counter.taken + 1 RETURNING taken`, [tx.organizationId, ballotId]);
    return row?.taken ?? 1;
  }

  async keep(tx: Tx, row: Omit<IntakeRow, 'organizationId' | 'entered'>): Promise<void> {
    // Whatever the server's default: a receipt is a promise that survives a crash.
    await tx.execute('SET LOCAL synchronous_commit = on');
    await tx.repository(IntakeRow).insert({ ...row, organizationId: tx.organizationId, entered: false });
    await this.jobs.enqueue(tx, CHECK_BALLOT, { ballotId: row.ballotId, intakeIndex: row.intakeIndex }, { key: `${row.ballotId}:${row.intakeIndex}` });
  }
}
