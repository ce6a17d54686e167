/** Every environment variable the product reads, validated once at start. The README lists them (tested). */
export interface Config {
  /** PostgreSQL the application works on; unset = embedded (set by `jari start` for its children). */
  readonly databaseUrl: string | undefined;
  /** Redis for the Bull driver; unset = jobs travel through PostgreSQL. */
  readonly redisUrl: string | undefined;
  readonly port: number;
  readonly host: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  readonly sessionMinutes: number;
  readonly cookieSecure: boolean;
  readonly databasePoolSize: number;
  readonly workerConcurrency: number;
  readonly computeThreads: number;
  readonly trustProxy: boolean;
  readonly signInPerMinute: number;
}

interface Variable<T> {
  readonly name: string;
  readonly purpose: string;
  readonly fallback: string | undefined;
  readonly read: (text: string) => T | undefined;
  readonly expected: string;
}

const url = (...schemes: string[]) => (text: string): string | undefined =>
  URL.canParse(text) && schemes.includes(new URL(text).protocol) ? text : undefined;
const integer = (min: number, max: number) => (text: string): number | undefined =>
  /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined;
const flag = (text: string): boolean | undefined => ({ true: true, false: false })[text];
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

const VARIABLES: { readonly [K in keyof Config]: Variable<Config[K]> } = {
  databaseUrl: { name: 'DATABASE_URL', purpose: 'an external PostgreSQL', fallback: undefined, read: url('postgres:', 'postgresql:'), expected: 'postgres://…' },
  redisUrl: { name: 'REDIS_URL', purpose: 'Redis for the job queue (Bull)', fallback: undefined, read: url('redis:', 'rediss:'), expected: 'redis://…' },
  port: { name: 'PORT', purpose: 'port of the API', fallback: '8080', read: integer(0, 65535), expected: '0–65535' },
  host: { name: 'HOST', purpose: 'address the API listens on', fallback: '127.0.0.1', read: (text) => (/^[\w.:-]+$/.test(text) ? text : undefined), expected: 'an address or host name' },
  logLevel: { name: 'LOG_LEVEL', purpose: 'least severe log entry written', fallback: 'info', read: (text) => LOG_LEVELS.find((level) => level === text), expected: LOG_LEVELS.join(', ') },
  sessionMinutes: { name: 'SESSION_MINUTES', purpose: 'a session ends after so many idle minutes', fallback: '30', read: integer(1, 1440), expected: '1–1440' },
  cookieSecure: { name: 'COOKIE_SECURE', purpose: 'send the session cookie over HTTPS only', fallback: 'false', read: flag, expected: 'true or false' },
  databasePoolSize: { name: 'DATABASE_POOL_SIZE', purpose: 'database connections of one process', fallback: '10', read: integer(2, 200), expected: '2–200' },
  workerConcurrency: { name: 'WORKER_CONCURRENCY', purpose: 'jobs one worker handles at a time', fallback: '2', read: integer(1, 64), expected: '1–64' },
  computeThreads: { name: 'COMPUTE_THREADS', purpose: 'threads of a process in which rounds are computed; 0 = in the process itself', fallback: '2', read: integer(0, 64), expected: '0–64' },
  trustProxy: { name: 'TRUST_PROXY', purpose: 'take the client address from X-Forwarded-For', fallback: 'false', read: flag, expected: 'true or false' },
  signInPerMinute: { name: 'SIGN_IN_PER_MINUTE', purpose: 'sign-in attempts from one address in a minute', fallback: '60', read: integer(1, 100000), expected: '1–100000' },
};

/** All faults of the environment at once, in both languages. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`환경 변수를 고쳐 주십시오 / Please correct the environment:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * The typed configuration of a process.
 * @throws ConfigError naming every wrong variable (the values themselves may be secret and are not repeated)
 */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const faults: string[] = [];
  const entries = Object.entries(VARIABLES).map(([key, variable]: [string, Variable<unknown>]) => {
    const text = environment[variable.name]?.trim() || variable.fallback;
    const value = text === undefined ? undefined : variable.read(text);
    if (text !== undefined && value === undefined) faults.push(`${variable.name}: ${variable.expected}`);
    return [key, value] as const;
  });
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.fromEntries(entries) as unknown as Config;
};

/** Name, purpose and default of each variable, for the README and `jari help`. */
export const CONFIG_VARIABLES: readonly { name: string; purpose: string; fallback: string | undefined; expected: string }[] =
  Object.values(VARIABLES).map(({ name, purpose, fallback, expected }) => ({ name, purpose, fallback, expected }));
