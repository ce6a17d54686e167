import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UUID_PATTERN } from '../ids/new-id.js';
import { systemContext, type WorkContext } from './actor.js';
import { SYSTEM_ROLE } from './data-source.js';
import { Tx } from './transaction.js';

export type Isolation = 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';

/**
 * The one door to the database. Whoever enters says who acts and for which organisation; PostgreSQL's row security
 * then shows that organisation's rows only, whatever a query forgets.
 */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction, which is opened here, at the edge, and nowhere else.
   * Commits when it resolves, rolls back when it rejects, then runs the after-commit hooks.
   */
  async transaction<T>(context: WorkContext, work: (tx: Tx) => Promise<T>, isolation: Isolation = 'READ COMMITTED'): Promise<T> {
    if (!UUID_PATTERN.test(context.organizationId)) throw new Error('A transaction needs an organisation');
    return this.run(context, `SET LOCAL app.organization_id = '${context.organizationId}'`, work, isolation);
  }

  /** A consistent view for reading: every statement sees the same moment. */
  async snapshot<T>(context: WorkContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction(context, work, 'REPEATABLE READ');
  }

  /**
   * Work across organisations: finding the account behind a session, relaying jobs, sealing. Statements name their
   * organisation themselves. `name` stands in the log and the audit rows.
   */
  async system<T>(name: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run(systemContext('00000000-0000-0000-0000-000000000000', name), `SET LOCAL ROLE ${SYSTEM_ROLE}`, work, 'READ COMMITTED');
  }

  /** Whether PostgreSQL answers. */
  async isReachable(): Promise<boolean> {
    try {
      await this.dataSource.query('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }

  private async run<T>(context: WorkContext, prepare: string, work: (tx: Tx) => Promise<T>, isolation: Isolation): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const tx = new Tx(context, runner);
    let result: T;
    try {
      await runner.startTransaction(isolation);
      await runner.query(prepare);
      result = await work(tx);
      await runner.commitTransaction();
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
    tx.runCommitHooks();
    return result;
  }
}
