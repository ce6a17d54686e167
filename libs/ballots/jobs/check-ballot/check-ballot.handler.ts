import { Injectable } from '@nestjs/common';
import { ballotHashOf, type RejectionReason } from '#ballot-box';
import { Database, type JobHandler, type JobRun } from '#platform';
import { BallotStore } from '../../ballot/ballot-store.js';
import { BoardStore } from '../../board/board-store.js';
import { ClosingService } from '../../board/closing.service.js';
import { BoardThreads } from '../../board/board-threads.js';
import type { IntakeRow } from '../../intake/intake-row.entity.js';
import { IntakeStore } from '../../intake/intake-store.js';
import { CHECK_BALLOT } from '../ballot-jobs.js';

type Payload = { ballotId: string; intakeIndex: number };

/** Idempotent: whoever comes second finds the row on the board. */
@Injectable()
export class CheckBallotHandler implements JobHandler<Payload> {
  readonly type = CHECK_BALLOT;

  constructor(
    private readonly database: Database,
    private readonly ballots: BallotStore,
    private readonly intake: IntakeStore,
    private readonly board: BoardStore,
    private readonly closing: ClosingService,
    private readonly proofs: BoardThreads,
  ) {}

  async handle({ ballotId, intakeIndex }: Payload, run: JobRun): Promise<void> {
    const found = await this.database.transaction(run.context, async (tx) => ({ row: await this.intake.find(tx, ballotId, intakeIndex), ballot: await this.ballots.find(tx, ballotId) }));
    const { row, ballot: { specification, electionId } } = found;
    if (row === null || row.entered || specification === null || electionId === null) return;
    // Outside any transaction: it is the long part.
    const reason = await this.judge(specification, row, run.signal);
    await this.database.transaction(run.context, async (tx) => {
      await this.board.lock(tx, ballotId);
      const again = await this.intake.find(tx, ballotId, intakeIndex);
      if (again?.entered === false) {
        await this.board.enter(tx, electionId, again, reason);
        await this.closing.signIfComplete(tx, ballotId);
      }
      await run.completeIn(tx);
    });
  }

  private async judge(specification: string, { kind, envelope, content, ballotHash }: IntakeRow, signal: AbortSignal): Promise<RejectionReason | null> {
    if (kind === 'TEST') return null;
    const vote: unknown = JSON.parse(content ?? 'null');
    if (ballotHashOf(vote) !== ballotHash) return 'WRONG_CONTENT';
    const { credential } = JSON.parse(envelope) as { credential: string };
    const [fault] = await this.proofs.checkProofs({ specification, ballots: [{ credential, content: vote }] }, signal);
    return fault?.reason ?? null;
  }
}
