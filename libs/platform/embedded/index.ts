export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions, type StopOptions } from './embedded-postgres.js';
export type { PostgresSettings } from './settings.js';
