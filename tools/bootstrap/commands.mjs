import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install, missingPackages } from './install.mjs';
import { say } from './say.mjs';
import { ROOT } from './root.mjs';

const COMMAND_LINE = join(ROOT, 'dist', 'apps', 'cli', 'main.js');

/** Installs what is missing and builds what is stale. Resolves with false when that was not possible, having said why. */
async function prepare({ withDevelopment }) {
  const { isCurrent } = await import('../build.mjs');
  const current = isCurrent();
  // A delivered build runs without the compiler and the other development packages.
  if (missingPackages({ withDevelopment: withDevelopment || !current }).length > 0) {
    say('필요한 패키지를 설치합니다…', 'Installing packages …');
    if (!(await install())) {
      say('패키지를 설치하지 못했습니다. 위의 메시지를 확인해 주십시오.', 'The packages could not be installed; see the messages above.');
      return false;
    }
  }
  if (isCurrent()) return true;
  say('프로그램을 빌드합니다…', 'Building …');
  const { build } = await import('../build.mjs');
  const { faults } = await build();
  for (const fault of faults) console.error(fault);
  return faults.length === 0;
}

async function runBuilt(argv) {
  const { runCli } = await import(pathToFileURL(COMMAND_LINE).href);
  return runCli(argv);
}

const COMMANDS = {
  async start(argv) {
    return (await prepare({ withDevelopment: false })) ? runBuilt(['start', ...argv]) : 3;
  },
  async demo(argv) {
    return (await prepare({ withDevelopment: false })) ? runBuilt(['demo', ...argv]) : 3;
  },
  async dev(argv) {
    if (!(await prepare({ withDevelopment: true }))) return 3;
    const { develop } = await import('../dev.mjs');
    return develop(argv);
  },
  async test(argv) {
    if (!(await prepare({ withDevelopment: true }))) return 3;
    const { runTests } = await import('./tests.mjs');
    return runTests(argv);
  },
};

/** @returns {Promise<number>} the exit code */
export async function bootstrap([name, ...argv]) {
  const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name] : undefined;
  if (!command || !existsSync(join(ROOT, 'package.json'))) {
    console.error(`node tools/bootstrap.mjs ${Object.keys(COMMANDS).join(' | ')}`);
    return 2;
  }
  process.chdir(ROOT);
  return command(argv);
}
