import { join } from 'node:path';
import { ConfigError, readConfig, type Config } from '#platform';
import type { CommandIo } from '../../command.js';
import { banner } from './banner.js';
import { openDatabase, type StartDatabase } from './database.js';
import { addressOf, becomesHealthy } from './health.js';
import { parseStart, USAGE, type StartOptions } from './options.js';
import { outliveTerminal } from './outlive-terminal.js';
import { availablePort } from './port.js';
import { builtPrograms, Processes } from './processes.js';
import { watchForRestart, type RestartRequest } from './restart-request.js';
import { awaitOrphans } from './run-record.js';
import { terminalOn, type Terminal } from './say.js';
import type { DemoAccount, StartDependencies } from './start.dependencies.js';
import { watchForStop, type StopRequest } from './stop-request.js';

const DONE = 0;
const PORT_TAKEN = 1;
const BAD_INPUT = 2;
const FAILED = 3;

const DRAIN_MS = 8_000;
const SLOW_MS = 60_000;

interface Run {
  readonly dependencies: StartDependencies;
  readonly options: StartOptions;
  readonly config: Config;
  readonly port: number;
  readonly stop: StopRequest;
  readonly restart: RestartRequest;
  readonly terminal: Terminal;
}

/** Migrates and loads the demo district; what fails because the end was asked for meanwhile is no failure. */
async function prepare({ dependencies, options, stop, terminal }: Run, database: StartDatabase): Promise<readonly DemoAccount[]> {
  await dependencies.migrate(database.url);
  if (stop.isRequested || !(database.isEmbedded || options.demo)) return [];
  terminal.note({ ko: '체험용 자치구(가상 데이터)를 확인합니다…', en: 'Looking after the demo district (invented data) …' });
  return dependencies.loadDemoDistrict(database.url);
}

async function serve(run: Run, database: StartDatabase, accounts: readonly DemoAccount[]): Promise<number> {
  const { dependencies, options, config, port, stop, terminal } = run;
  const { root, environment } = dependencies;
  const built = builtPrograms(root);
  const processes = new Processes(
    { api: dependencies.api ?? built.api, worker: dependencies.worker ?? built.worker },
    { ...environment, DATABASE_URL: database.url, PORT: String(port), HOST: config.host },
    { root, logsToTerminal: options.logs, drainMs: dependencies.drainMs ?? DRAIN_MS }, terminal,
  );
  stop.onImpatience(() => processes.kill());
  run.restart.onRequest(() => void processes.restart());
  const ending = new AbortController();
  const ended = Promise.race([stop.requested.then(() => DONE), processes.failed.then(() => FAILED)]).finally(() => ending.abort());
  const address = addressOf(config.host, port);
  const slow = setTimeout(() => terminal.note({ ko: 'API가 아직 응답하지 않습니다. var/log의 기록을 확인해 주십시오.', en: 'The API does not answer yet; see the logs in var/log' }), SLOW_MS);
  void processes.apiReady().then(() => becomesHealthy(address, ending.signal)).then(() => {
    clearTimeout(slow);
    if (!ending.signal.aborted) terminal.answer(banner({ address, database: database.description, logs: options.logs ? undefined : join(root, 'var', 'log'), accounts }));
  });
  const code = await ended;
  clearTimeout(slow);
  if (code === DONE) terminal.note({ ko: '종료하고 있습니다…', en: 'Stopping …' });
  await processes.stop();
  return code;
}

async function runOn(run: Run): Promise<number> {
  let database: StartDatabase | undefined;
  try {
    database = await openDatabase(run.dependencies, run.config.databaseUrl, run.terminal);
    const prepared = run.stop.isRequested ? [] : await Promise.race([prepare(run, database), run.stop.requested.then(() => [])]);
    return run.stop.isRequested ? DONE : await serve(run, database, prepared);
  } catch (error) {
    // Ctrl-C reaches whatever runs in the same terminal, initdb for one: its failure is what was asked for.
    if (run.stop.isRequested) return DONE;
    run.terminal.note({ ko: '시작하지 못했습니다.', en: 'Jari could not start.' });
    run.terminal.quote(error instanceof Error ? error.message : String(error));
    return FAILED;
  } finally {
    await database?.stop();
  }
}

function configure(environment: StartDependencies['environment'], terminal: Terminal): Config | undefined {
  try {
    return readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    terminal.quote(error.message);
    return undefined;
  }
}

async function findPort({ port, host }: Config, terminal: Terminal): Promise<number | { code: number }> {
  try {
    const found = await availablePort(port, host);
    if (found !== undefined) return found;
    terminal.note({ ko: `포트 ${port}번은 이미 사용 중입니다. PORT 환경 변수로 다른 포트를 지정해 주십시오.`, en: `Port ${port} is already in use; choose another one with PORT.` });
    return { code: PORT_TAKEN };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    terminal.note({ ko: `이 컴퓨터의 ${host}, 포트 ${port}번에서는 수신할 수 없습니다(${code}). HOST와 PORT를 확인해 주십시오.`, en: `Cannot listen on ${host}, port ${port} (${code}); check HOST and PORT.` });
    return { code: BAD_INPUT };
  }
}

/**
 * `jari start`: database, migrations, demo district, API and worker, until somebody asks for the end (a signal, npm or
 * the forking process going away). SIGUSR2 restarts API and worker.
 *
 * @returns the command; it resolves with the exit code: 0 stopped as asked, 1 the port is taken, 2 bad input, 3 it failed
 */
export const createStartCommand = (dependencies: StartDependencies) => async (argv: readonly string[], io: CommandIo = process): Promise<number> => {
  const terminal = terminalOn(io);
  const options = parseStart(argv);
  if (!options) {
    terminal.quote(USAGE);
    return BAD_INPUT;
  }
  const config = configure(dependencies.environment, terminal);
  if (!config) return BAD_INPUT;
  outliveTerminal();
  const stop = watchForStop(dependencies.environment);
  const restart = watchForRestart();
  try {
    await awaitOrphans(dependencies.root);
    const port = await findPort(config, terminal);
    if (typeof port !== 'number') return port.code;
    return await runOn({ dependencies, options, config, port, stop, restart, terminal });
  } finally {
    restart.dispose();
    stop.dispose();
  }
};
