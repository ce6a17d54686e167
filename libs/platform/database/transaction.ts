import { QueryFailedError, type EntityManager, type EntityTarget, type ObjectLiteral, type QueryRunner, type Repository } from 'typeorm';
import type { WorkContext } from './actor.js';
import type { Sql, SqlValue } from './sql.js';

/** What the driver says about a statement: its rows, how many it touched, and which command it was. */
export interface StatementResult {
  readonly rows: readonly object[];
  readonly rowCount: number | null;
  readonly command: string;
}

/** The driver's connection, pipelined: statements are sent at once and answered in order. */
export interface Connection {
  query(statement: { readonly name?: string; readonly text: string; readonly values: SqlValue[] }): Promise<StatementResult>;
  readonly connection: { readonly stream: { cork(): void; uncork(): void } };
}

/** What is sent before this turn of the event loop ends leaves in one packet: a write to a socket is the dearest step of a short statement. */
export const sendTogether = ({ connection: { stream } }: Connection): void => {
  stream.cork();
  process.nextTick(() => stream.uncork());
};

/** One statement on a connection. @throws QueryFailedError as TypeORM does, with the driver's error in `driverError` */
export const runStatement = async (connection: Connection, sql: Sql, values: readonly SqlValue[] = []): Promise<StatementResult> => {
  const statement = { ...(typeof sql === 'string' ? { text: sql } : sql), values: [...values] };
  try {
    return await connection.query(statement);
  } catch (error) {
    throw new QueryFailedError(statement.text, statement.values, error instanceof Error ? error : new Error(String(error)));
  }
};

/** One open transaction together with who works in it and for which organisation. Services take it as their first argument. */
export class Tx {
  private readonly commitHooks: (() => void)[] = [];
  private readonly atCommit: { readonly sql: Sql; readonly values: readonly SqlValue[] }[] = [];
  private open = true;

  constructor(
    readonly context: WorkContext,
    private readonly runner: QueryRunner,
    private readonly connection: Connection,
  ) {}

  get organizationId(): string {
    return this.context.organizationId;
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  repository<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    return this.runner.manager.getRepository(entity);
  }

  /** Rows of a SELECT or of a RETURNING clause. Alias columns to camelCase in the statement. */
  async query<Row extends object = Record<string, unknown>>(sql: Sql, values: readonly SqlValue[] = []): Promise<Row[]> {
    return (await this.run(sql, values)).rows as Row[];
  }

  /** The number of rows an INSERT, UPDATE or DELETE touched. */
  async execute(sql: Sql, values: readonly SqlValue[] = []): Promise<number> {
    return (await this.run(sql, values)).rowCount ?? 0;
  }

  /** The only row, or undefined. */
  async one<Row extends object>(sql: Sql, values: readonly SqlValue[] = []): Promise<Row | undefined> {
    const rows = await this.query<Row>(sql, values);
    return rows[0];
  }

  /**
   * For what nobody reads again in this transaction: runs last, on the way together with the COMMIT, in the order
   * given. When it fails, the transaction fails.
   */
  executeAtCommit(sql: Sql, values: readonly SqlValue[] = []): void {
    this.atCommit.push({ sql, values });
  }

  /** Runs after a successful commit and never before; a failure inside it cannot undo the commit. */
  afterCommit(hook: () => void): void {
    this.commitHooks.push(hook);
  }

  /** Called by `Database` only: the connection goes to somebody else now. */
  close(): void {
    this.open = false;
  }

  /**
   * Called by `Database` only. Sends what is left and the COMMIT without waiting in between.
   * @throws QueryFailedError of the first statement that failed
   */
  async commit(): Promise<void> {
    sendTogether(this.connection);
    const sent = [...this.atCommit, { sql: 'COMMIT', values: [] }].map(({ sql, values }) => this.run(sql, values));
    // All answers must be in before the connection goes to somebody else.
    const answers = await Promise.allSettled(sent);
    for (const answer of answers) if (answer.status === 'rejected') throw answer.reason;
    const last = answers.at(-1);
    // PostgreSQL answers the COMMIT of a failed transaction with ROLLBACK, and not with an error.
    if (last?.status === 'fulfilled' && last.value.command !== 'COMMIT') throw new Error('The transaction had failed and was rolled back');
  }

  /** Called by `Database` only. */
  runCommitHooks(): void {
    for (const hook of this.commitHooks) hook();
  }

  private async run(sql: Sql, values: readonly SqlValue[]): Promise<StatementResult> {
    if (!this.open) throw new Error('The transaction has ended: a statement was not awaited');
    return runStatement(this.connection, sql, values);
  }
}
