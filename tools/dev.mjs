// `npm run dev`: `jari start` beneath, and every saved file is built and running a moment later.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import chokidar from 'chokidar';
import { ROOT } from './bootstrap/root.mjs';
import { say } from './bootstrap/say.mjs';
import { build } from './build.mjs';

const WATCHED = ['apps', 'libs', 'migrations'];
const IGNORED = /(^|\/)(node_modules|apps\/web)(\/|$)|\.spec\.ts$/;
const QUIET_MS = 80;
// What the top process itself runs on, or does before API and worker start; anything else only they use.
const NEEDS_NEW_START = /^(migrations|apps\/cli|libs\/platform\/(embedded|process|config|database))\//;
const FAILED = 3;

/** `jari start` as a child, which ends when we do. */
class Start {
  constructor(argv) {
    this.child = fork(join(ROOT, 'dist', 'apps', 'cli', 'main.js'), ['start', '--logs', ...argv], { cwd: ROOT, execArgv: ['--enable-source-maps'] });
    this.ended = new Promise((done) => { this.child.once('exit', (code) => done(code ?? FAILED)); });
  }

  restartChildren() {
    this.child.send({ type: 'restart' }, () => undefined);
  }

  async stop() {
    this.child.kill('SIGTERM');
    return this.ended;
  }
}

// Calls `work` once after a burst of changes, and never twice at the same time.
function gathered(work) {
  let timer;
  let running = Promise.resolve();
  return {
    touch() {
      clearTimeout(timer);
      timer = setTimeout(() => { running = running.then(work); }, QUIET_MS);
    },
    async end() {
      clearTimeout(timer);
      await running;
    },
  };
}

/** @returns {Promise<number>} the exit code */
export async function develop(argv) {
  const { watchForStop } = await import(pathToFileURL(join(ROOT, 'dist', 'apps', 'cli', 'commands', 'start', 'stop-request.js')).href);
  // A closed terminal must not end us before our child has ended in order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const stop = watchForStop(process.env);
  let current;
  let finish;
  const finished = new Promise((done) => { finish = done; });

  const begin = () => {
    const start = new Start(argv);
    current = start;
    void start.ended.then((code) => {
      if (current !== start) return;
      current = undefined;
      // What broke may be mended by the next change; a taken port or wrong words are not.
      if (code === FAILED && !stop.isRequested) say('파일을 고치면 다시 시작합니다.', 'Waiting for a change to start again');
      else finish(code);
    });
  };

  const changes = gathered(async () => {
    const { changed, removed, faults } = await build();
    for (const fault of faults) console.error(fault);
    if (stop.isRequested || faults.length > 0 || (changed.length === 0 && removed === 0)) return;
    say(`변경 ${changed.length}건을 반영합니다: ${changed.slice(0, 3).join(', ')}`, 'Reloading');
    if (current && !changed.some((name) => NEEDS_NEW_START.test(name))) {
      current.restartChildren();
      return;
    }
    const old = current;
    current = undefined;
    await old?.stop();
    if (!stop.isRequested) begin();
  });

  const watcher = chokidar.watch(WATCHED.map((name) => join(ROOT, name)), { ignoreInitial: true, ignored: (path) => IGNORED.test(path) });
  watcher.on('all', () => changes.touch());
  begin();
  // Ctrl-C reaches the child through the terminal as well, which takes a second SIGTERM for the same request.
  void stop.requested.then(async () => finish(current ? await current.stop() : 0));
  const code = await finished;
  await watcher.close();
  await changes.end();
  await current?.stop();
  stop.dispose();
  return code;
}
