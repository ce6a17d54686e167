import pg from 'pg';

/** No connection to the database; says nothing of its address, which may hold a password. */
export class DatabaseUnreachable extends Error {
  constructor(reason: string) {
    const why = reason === '' ? '' : ` (${reason})`;
    super(`데이터베이스에 연결할 수 없습니다. DATABASE_URL과 서버 상태를 확인해 주십시오. / The database cannot be reached: check DATABASE_URL and the server.${why}`);
    this.name = 'DatabaseUnreachable';
  }
}

const SYSTEM_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
/** PostgreSQL's own: connection, password, no such database, too many connections, shutting down or starting up. */
const SQL_STATES = /^(08...|28...|3D000|53300|57P0.)$/;

const codeOf = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
};

/** The same error where it says that the database cannot be reached, wherever in a command it came up. */
export const asUnreachable = (error: unknown): DatabaseUnreachable | undefined => {
  if (error instanceof DatabaseUnreachable) return error;
  const code = codeOf(error);
  if (SYSTEM_CODES.includes(code) || SQL_STATES.test(code)) return new DatabaseUnreachable(code);
  return error instanceof Error && /^Connection terminated/.test(error.message) ? new DatabaseUnreachable('') : undefined;
};

const PATIENCE_MS = 10_000;

/** @throws DatabaseUnreachable when nobody answers in time or the server lets nobody in */
export const requireReachable = async (url: string): Promise<void> => {
  let client: pg.Client | undefined;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
    await client.connect();
  } catch (error) {
    throw new DatabaseUnreachable(codeOf(error));
  } finally {
    await client?.end().catch(() => undefined);
  }
};
