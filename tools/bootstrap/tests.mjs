import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findParts } from './parts.mjs';
import { ROOT } from './root.mjs';
import { say } from './say.mjs';

const RESULTS = join(ROOT, 'var', 'test', `results-${process.pid}.json`);

function runJest(argv, environment) {
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const child = spawn(process.execPath, ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, '--json', `--outputFile=${RESULTS}`, ...argv], {
    cwd: ROOT,
    // With --json jest prints its report to standard error and, once more, the JSON to standard output.
    stdio: ['inherit', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  });
  // Ctrl-C reaches jest through the terminal, which then ends and is waited for; a plain kill is handed on.
  const ignore = () => undefined;
  const handOn = () => child.kill('SIGTERM');
  process.on('SIGINT', ignore);
  process.on('SIGTERM', handOn);
  return new Promise((done) => {
    child.once('error', (error) => {
      console.error(error.message);
      done(1);
    });
    child.once('exit', (code) => {
      process.off('SIGINT', ignore);
      process.off('SIGTERM', handOn);
      done(code ?? 1);
    });
  });
}

/** Counts of the last run. A file that could not even be loaded is one failure; without results so is the whole run. */
export function countResults(text) {
  if (text === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const results = JSON.parse(text);
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

function readResults() {
  try {
    return readFileSync(RESULTS, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Runs the tests for which this machine has the parts, names the parts it lacks, and ends with `N passed, N failed`
 * alone on a line. Under CI=true a missing part or a skipped test is a failure.
 *
 * @returns {Promise<number>} 0 all passed, 1 otherwise
 */
export async function runTests(argv) {
  const inFull = argv.includes('--full');
  const strict = process.env.CI === 'true';
  const { environment, missing } = findParts();
  mkdirSync(join(ROOT, 'var', 'test'), { recursive: true });
  const code = await runJest(argv.filter((word) => word !== '--full'), { ...environment, ...(inFull ? { JARI_TEST_FULL: '1' } : {}) });
  const { passed, failed, skipped } = countResults(readResults());
  rmSync(RESULTS, { force: true });
  for (const part of missing) say(`실행하지 못한 시험: ${part.korean} 없음`, `Not run: the tests that need ${part.english}`);
  const incomplete = strict && (missing.length > 0 || skipped > 0);
  if (incomplete) say('CI에서는 모든 시험을 실행하여야 합니다.', `Under CI every test must run (${skipped} skipped)`);
  console.log(`${passed} passed, ${failed} failed`);
  return code === 0 && failed === 0 && !incomplete ? 0 : 1;
}
