import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from './root.mjs';

// A part counts where tests exist that use it; they read the variable and are listed by name here, not skipped one by one.
const PARTS = [
  { variable: 'JARI_TEST_REDIS', programs: ['redis-server'], usedBy: 'test', korean: 'Redis(redis-server)', english: 'Redis (redis-server)' },
  { variable: 'JARI_TEST_CHROMIUM', programs: ['chromium', 'chromium-browser', 'google-chrome'], usedBy: 'test/booth', korean: 'Chromium 브라우저', english: 'Chromium' },
  { variable: 'JARI_TEST_PYTHON', programs: ['python3'], usedBy: 'test/ballots/verify_board.py', korean: 'Python(python3)', english: 'Python (python3)' },
  { variable: 'JARI_TEST_CC', programs: ['cc', 'gcc', 'clang'], usedBy: 'test/native', korean: 'C 컴파일러', english: 'a C compiler' },
];

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    const path = join(folder, program);
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  });
}

/** Which parts the tests have on this machine, as environment for them, and which they lack. */
export function findParts() {
  const environment = {};
  const missing = [];
  for (const part of PARTS) {
    const found = part.programs.some(onPath);
    environment[part.variable] = found ? '1' : '0';
    if (!found && existsSync(join(ROOT, part.usedBy))) missing.push(part);
  }
  return { environment, missing };
}
