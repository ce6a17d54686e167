/**
 * What initdb and the server see of the environment: no PG… variable of the person who starts it may
 * redirect them, and messages stay in English because start-up reads them.
 */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_MESSAGES: 'C', TZ: 'UTC' };
}
