/**
 * The connection of a transaction went away under it. Nothing of it took effect, unless it went away in the very moment of the
 * commit: whoever tries again has to be told apart by a version or a key.
 */
export class ConnectionLostError extends Error {
  /** What the system says of such a connection, so that the API answers "try again" to it too. */
  readonly code = 'ECONNRESET';

  constructor(cause: unknown) {
    super('The connection to the database was lost', { cause });
    this.name = 'ConnectionLostError';
  }
}
