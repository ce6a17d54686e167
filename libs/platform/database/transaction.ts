import type { EntityManager, EntityTarget, ObjectLiteral, QueryRunner, Repository } from 'typeorm';
import type { WorkContext } from './actor.js';

/** A value that `tx.query` can bind. */
export type SqlValue = string | number | boolean | null | Date | Uint8Array | readonly (string | number | boolean | null)[];

/** One open transaction together with who works in it and for which organisation. Services take it as their first argument. */
export class Tx {
  private readonly commitHooks: (() => void)[] = [];

  constructor(
    readonly context: WorkContext,
    private readonly runner: QueryRunner,
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
  async query<Row extends object = Record<string, unknown>>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    const result = await this.runner.query(sql, [...values], true);
    return (result.records ?? []) as Row[];
  }

  /** The number of rows an INSERT, UPDATE or DELETE touched. */
  async execute(sql: string, values: readonly SqlValue[] = []): Promise<number> {
    const result = await this.runner.query(sql, [...values], true);
    return result.affected ?? result.records?.length ?? 0;
  }

  /** The only row, or undefined. */
  async one<Row extends object>(sql: string, values: readonly SqlValue[] = []): Promise<Row | undefined> {
    const rows = await this.query<Row>(sql, values);
    return rows[0];
  }

  /** Runs after a successful commit and never before; a failure inside it cannot undo the commit. */
  afterCommit(hook: () => void): void {
    this.commitHooks.push(hook);
  }

  /** Called by `Database` only. */
  runCommitHooks(): void {
    for (const hook of this.commitHooks) hook();
  }
}
