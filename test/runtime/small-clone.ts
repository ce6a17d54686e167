import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..', '..');

const MAIN = `
import pg from 'pg';
import { createStartCommand } from './commands/start/index.js';

export async function runCli(argv: readonly string[]): Promise<number> {
  if (argv[0] === 'demo') {
    console.log(\`demo \${argv.slice(1).join(' ')} in process \${process.pid}\`);
    return 4;
  }
  const start = createStartCommand({
    root: new URL('../../../', import.meta.url).pathname,
    environment: process.env,
    migrate: async (url) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query('SELECT 1');
      await client.end();
      console.error('migrated');
    },
    loadDemoDistrict: async () => [],
  });
  return start(argv.slice(1));
}

if (process.argv[1]?.endsWith('main.js')) process.exit(await runCli(process.argv.slice(2)));
`;

export const apiAnswering = (text: string): string => `
import { createServer } from 'node:http';
import { exitWithParent } from '#platform';

process.on('SIGTERM', () => process.exit(0));
exitWithParent();
createServer((_request, response) => response.end('${text}')).listen(Number(process.env['PORT']), () => process.send?.({ type: 'ready' }));
`;

const WORKER = `
import { exitWithParent } from '#platform';

process.on('SIGTERM', () => process.exit(0));
exitWithParent();
setInterval(() => undefined, 60_000);
`;

/** A folder with our tools and our platform, and an API, a worker and a command line of a few lines. */
export class SmallClone {
  readonly folder = mkdtempSync(join(tmpdir(), 'jari-clone-'));

  constructor() {
    chmodSync(this.folder, 0o755);
    for (const name of ['tools', 'package.json', '.swcrc', 'apps/cli/commands/start', 'apps/cli/command.ts', 'libs/platform', 'libs/contracts']) {
      cpSync(join(ROOT, name), join(this.folder, name), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'));
    // Nothing is ever missing here: an installation through the link would empty the packages of the real clone.
    this.write('package-lock.json', '{"packages":{}}');
    this.write('apps/cli/main.ts', MAIN);
    this.write('apps/api/main.ts', apiAnswering('first'));
    this.write('apps/worker/main.ts', WORKER);
    this.write('migrations/0001-begin.ts', 'export const one = 1;\n');
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }

  /** Runs `node tools/bootstrap.mjs …` from another folder, as `npm --prefix` would. */
  bootstrap(argv: readonly string[], environment: Readonly<Record<string, string>> = {}): { process: ChildProcess; output: () => string; code: Promise<number | null> } {
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [join(this.folder, 'tools', 'bootstrap.mjs'), ...argv], { cwd: tmpdir(), env: { PATH, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { output += text; });
    return { process: child, output: () => output, code: new Promise((done) => child.once('close', done)) };
  }

  destroy(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
