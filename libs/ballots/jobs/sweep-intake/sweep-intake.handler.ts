import { Injectable } from '@nestjs/common';
import { Clock, Database, JobQueue, type JobHandler, type JobRun, type Tx } from '#platform';
import { BallotStore } from '../../ballot/ballot-store.js';
import { CHECK_BALLOT, SWEEP_INTAKE } from '../ballot-jobs.js';

/** How long a row may wait before it is asked for again. */
export const SWEEP_EVERY_MS = 30_000;
/** Rows at once. */
const MOST = 1000;

/** So an emptied queue only delays: what has a receipt comes to the board. Ends with the board. */
@Injectable()
export class SweepIntakeHandler implements JobHandler<{ ballotId: string }> {
  readonly type = SWEEP_INTAKE;

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly ballots: BallotStore,
    private readonly jobs: JobQueue,
  ) {}

  async handle({ ballotId }: { ballotId: string }, run: JobRun): Promise<void> {
    await this.database.transaction(run.context, async (tx) => {
      const { state, closeRecord } = await this.ballots.find(tx, ballotId);
      if ((state !== 'OPEN' && state !== 'CLOSED') || closeRecord !== null) return;
      for (const intakeIndex of await this.pending(tx, ballotId)) await this.jobs.enqueue(tx, CHECK_BALLOT, { ballotId, intakeIndex }, { key: `${ballotId}:${intakeIndex}` });
      const runAt = new Date(this.clock.now().getTime() + SWEEP_EVERY_MS);
      await this.jobs.enqueue(tx, SWEEP_INTAKE, { ballotId }, { runAt, key: `${ballotId}:${runAt.toISOString()}` });
    });
  }

  private async pending(tx: Tx, ballotId: string): Promise<number[]> {
    const rows = await tx.query<{ index: number }>(
      'SELECT intake_index AS index FROM ballot_intake WHERE organization_id = $1 AND ballot_id = $2 AND NOT entered ORDER BY intake_index LIMIT $3', [tx.organizationId, ballotId, MOST]);
    return rows.map(({ index }) => index);
  }
}
