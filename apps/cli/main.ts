import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EXIT, UsageError, type CommandIo } from './command.js';
import { COMMANDS, findCommand, helpText } from './commands/registry.js';

/** Runs one command line, e.g. `['audit', 'verify']`. @returns the exit code; never throws */
export async function runCli(argv: readonly string[], io: CommandIo = process): Promise<number> {
  const [first] = argv;
  if (first === undefined || first === 'help' || first === '--help') {
    io.stdout.write(helpText());
    return first === undefined ? EXIT.badInput : EXIT.done;
  }
  const found = findCommand(argv);
  if (!found) {
    io.stderr.write(`없는 명령입니다 / no such command: ${first}\n`);
    io.stderr.write(`${Object.keys(COMMANDS).join(', ')}\n`);
    return EXIT.badInput;
  }
  try {
    const command = await found.entry.load();
    return await command(found.rest, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr.write(`${error.message}\n사용법 / usage: jari ${found.entry.usage}\n`);
      return EXIT.badInput;
    }
    // Loaded where something fails: help and `jari solve` need none of the product.
    const { reportFailure } = await import('./application/failure.js');
    return reportFailure(error, io);
  }
}

const isEntry = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isEntry) {
  // A reader that closes the pipe early (head) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));
  const code = await runCli(process.argv.slice(2));
  // Leave when everything is written, whatever timer or socket is still open.
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}
