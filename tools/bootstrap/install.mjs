import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

const readLock = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages ?? {} : undefined);

/**
 * What package-lock.json wants and node_modules lacks or has otherwise, by the record npm keeps of its last complete
 * installation. Optional packages (other platforms' binaries) may be absent.
 *
 * @returns {string[]} folders of the packages; empty = nothing to do
 */
export function missingPackages({ withDevelopment, root = ROOT }) {
  const wanted = readLock(join(root, 'package-lock.json')) ?? {};
  const installed = readLock(join(root, 'node_modules', '.package-lock.json')) ?? {};
  return Object.entries(wanted).filter(([folder, entry]) => {
    if (folder === '' || entry.link) return false;
    const found = installed[folder];
    if (found) return found.version !== entry.version || found.integrity !== entry.integrity;
    return !(entry.optional || entry.devOptional || (entry.dev && !withDevelopment));
  }).map(([folder]) => folder);
}

/** `npm ci` with the npm that started us, if one did. Resolves with whether it succeeded. */
export function install() {
  const npm = process.env.npm_execpath;
  const [program, first] = npm ? [process.execPath, [npm]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  return new Promise((done) => {
    // Its output goes to standard error, like everything that is no answer.
    const child = spawn(program, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
    child.once('error', () => done(false));
    child.once('exit', (code) => done(code === 0));
  });
}
