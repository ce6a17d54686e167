import { MIGRATIONS } from '#migrations';
import { revert } from '#platform';
import { EXIT, UsageError, type Command } from '../command.js';
import { openLocalDatabase } from '../local-database/local-database.js';

export const migrateCommand: Command = async (argv, io) => {
  const [flag, count] = argv;
  const back = flag === '--revert' && count !== undefined && /^\d+$/.test(count) ? Number(count) : 0;
  if (argv.length > 0 && back === 0) throw new UsageError(argv.join(' '));
  const database = await openLocalDatabase(io);
  try {
    if (back > 0) await revert(database.url, MIGRATIONS, back);
    io.stdout.write(back > 0 ? `되돌린 변경 / reverted: ${back}\n` : '최신 구조입니다 / the schema is up to date\n');
    return EXIT.done;
  } finally {
    await database.release();
  }
};
