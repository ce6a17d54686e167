// Writes docs/openapi.json from the code.
import { execFileSync } from 'node:child_process';

execFileSync(process.execPath, ['tools/build.mjs'], { stdio: 'inherit' });
const { checkOnDatabase } = await import('./check/on-database.mjs');
for (const fault of await checkOnDatabase({ write: true })) console.error(fault);
process.exit(0);
