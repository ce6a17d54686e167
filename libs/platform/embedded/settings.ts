/** PostgreSQL settings by name, as in postgresql.conf. */
export type PostgresSettings = Readonly<Record<string, string>>;

/** Settings of the embedded server: a district's load on a machine with two cores, durable. */
export const DEFAULT_SETTINGS: PostgresSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',

  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '192MB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  // Short queries dominate: compiling them costs more than it saves, and a parallel one takes the other core
  // from everybody else (and needs /dev/shm, which containers keep small).
  jit: 'off',
  max_parallel_workers_per_gather: '0',

  // The values of a failing statement may be somebody's wish or reason: no error message, detail, parameter or
  // statement reaches the server's log. The caller receives the error all the same.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_lock_waits: 'off',
  logging_collector: 'off',
};

/** Settings as server arguments; later ones win. */
export function settingArguments(...layers: readonly PostgresSettings[]): string[] {
  const merged: PostgresSettings = Object.assign({}, ...layers) as PostgresSettings;
  return Object.entries(merged).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
