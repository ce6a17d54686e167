import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { JariError } from '../errors/jari-error.js';
import { UUID_PATTERN } from '../ids/new-id.js';
import { systemContext, type WorkContext } from './actor.js';
import { ConnectionLostError } from './connection-lost-error.js';
import { SYSTEM_ROLE } from './data-source.js';
import type { Sql, SqlValue } from './sql.js';
import { runStatement, sendTogether, Tx, type Connection } from './transaction.js';

export type Isolation = 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';

/**
 * What TypeORM must know of a transaction that it did not begin, so that a repository joins it and begins none of its
 * own. It would send BEGIN and isolation level one after the other, and each costs a trip at the busiest moment.
 */
const JOINED = { isTransactionActive: true, transactionDepth: 1 } as const;

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

  /**
   * One statement outside any transaction and before it is known for which organisation: row security shows no rows,
   * so that only functions made for it (`jari_find_sessions`) have something to answer.
   */
  async ask<Row extends object>(sql: Sql, values: readonly SqlValue[]): Promise<Row[]> {
    return this.onConnection(async (connection) => (await runStatement(connection, sql, values)).rows as Row[]);
  }

  private async run<T>(context: WorkContext, prepare: string, work: (tx: Tx) => Promise<T>, isolation: Isolation): Promise<T> {
    return this.onConnection(async (connection, runner) => {
      const tx = new Tx(context, runner, connection);
      // One text, and nobody waits for its answer before the first statement is sent: each wait is a trip to the database.
      // Should it fail, no row can be seen or written meanwhile: there is no organisation yet and row security refuses.
      sendTogether(connection);
      const begun = runStatement(connection, `BEGIN ISOLATION LEVEL ${isolation}; ${prepare}`);
      begun.catch(() => undefined);
      Object.assign(runner, JOINED);
      try {
        const result = await work(tx);
        await begun;
        await tx.commit();
        return { result, tx };
      } catch (error) {
        // TypeORM releases a runner by itself when its connection breaks.
        if (runner.isReleased) throw error instanceof JariError ? error : new ConnectionLostError(error);
        await runStatement(connection, 'ROLLBACK').catch(() => undefined);
        throw error;
      } finally {
        tx.close();
      }
    }).then(({ result, tx }) => {
      tx.runCommitHooks();
      return result;
    });
  }

  private async onConnection<T>(work: (connection: Connection, runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await work((await runner.connect()) as Connection, runner);
    } finally {
      await runner.release();
    }
  }
}
