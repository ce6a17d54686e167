import { Injectable } from '@nestjs/common';
import { AuditService, Database, JariError, type WorkContext } from '#platform';
import { RunThreads } from '../thread/run-threads.js';
import type { RunInput } from './run-input.js';

export interface Replay {
  readonly runId: string;
  readonly hash: string;
  readonly replayedHash: string;
  readonly same: boolean;
}

/** An auditor's check: the run once more from the input stored with it. */
@Injectable()
export class ReplayService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly threads: RunThreads,
  ) {}

  /**
   * Keeps nothing but the audit row. Opens its own transactions, because the run is made between them.
   * @throws JariError RUN_NOT_FOUND, RUN_NOT_DONE
   */
  async replay(context: WorkContext, roundId: string, id: string): Promise<Replay> {
    const { input, hash } = await this.database.transaction(context, async (tx) => {
      const row = await tx.one<{ input: RunInput | null; hash: string | null }>('SELECT input, hash FROM placement_run WHERE organization_id = $1 AND round_id = $2 AND id = $3', [
        tx.organizationId, roundId, id,
      ]);
      if (row === undefined) throw new JariError('RUN_NOT_FOUND');
      if (row.input === null || row.hash === null) throw new JariError('RUN_NOT_DONE');
      return { input: row.input, hash: row.hash };
    });
    const replayed = await this.threads.perform(input);
    const same = replayed.hash === hash;
    await this.database.transaction(context, (tx) => this.audit.record(tx, { action: 'run.replay', subjectType: 'run', subjectId: id, after: { same } }));
    return { runId: id, hash, replayedHash: replayed.hash, same };
  }
}
