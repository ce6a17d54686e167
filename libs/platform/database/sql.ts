import { createHash } from 'node:crypto';

/** A value that a statement can bind. */
export type SqlValue = string | number | boolean | null | Date | Uint8Array | readonly (string | number | boolean | null | Uint8Array)[];

/** A statement that PostgreSQL parses and plans once a connection and then knows by its name. */
export interface PreparedSql {
  readonly name: string;
  readonly text: string;
}

/** What `Tx` runs: text with $1, $2 … or, on a hot path, a prepared statement. */
export type Sql = string | PreparedSql;

/**
 * For the few statements that everybody sends at once, e.g. in the last minutes before a deadline: planning a statement
 * under row security costs PostgreSQL more than running it. Call it once, at the top of a module. The text must be fixed,
 * and its plan good whatever the values.
 */
export const prepareSql = (text: string): PreparedSql => ({ name: `jari_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`, text });
