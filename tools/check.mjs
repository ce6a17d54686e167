// `npm run check`: types, lint with import boundaries, schema drift, message keys, API document. One summary line.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);
const started = Date.now();

const command = (name, ...args) => async () => {
  try {
    await run(process.execPath, [name, ...args], { maxBuffer: 64 << 20 });
    return [];
  } catch (error) {
    return `${error.stdout}${error.stderr}`.trim().split('\n');
  }
};

const rooms = ['platform', 'organization', 'preferences', 'rounds', 'ballots', 'reporting'];

const messageKeys = async () => {
  const placesOf = (text) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort().join();
  return rooms.flatMap((room) => {
    const [ko, en] = ['ko', 'en'].map((language) => JSON.parse(readFileSync(`libs/contracts/messages/${language}/${room}.json`, 'utf8')));
    return [...new Set([...Object.keys(ko), ...Object.keys(en)])].flatMap((key) => {
      if (!(key in ko)) return [`${room}: ${key} is missing in ko`];
      if (!(key in en)) return [`${room}: ${key} is missing in en`];
      return placesOf(ko[key]) === placesOf(en[key]) ? [] : [`${room}: ${key} has other places in ko than in en`];
    });
  });
};

/** Both need a migrated database, so they share one. */
const schemaAndDocument = async () => {
  await run(process.execPath, ['tools/build.mjs']);
  const { checkOnDatabase } = await import('./check/on-database.mjs');
  return checkOnDatabase();
};

const parts = {
  types: command('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'),
  'types of the booth': command('node_modules/typescript/bin/tsc', '-p', 'apps/booth/tsconfig.json'),
  lint: command('node_modules/eslint/bin/eslint.js', '--cache', '--cache-location', 'var/cache/eslint', '.'),
  messages: messageKeys,
  'schema and API document': schemaAndDocument,
};

const results = await Promise.all(
  Object.entries(parts).map(async ([name, part]) => {
    const faults = await part().catch((error) => [String(error.stack ?? error)]);
    for (const fault of faults) console.error(`${name}: ${fault}`);
    return { name, ok: faults.length === 0 };
  }),
);
const failed = results.filter(({ ok }) => !ok).map(({ name }) => name);
const seconds = ((Date.now() - started) / 1000).toFixed(1);
console.log(failed.length === 0 ? `check: ${results.map(({ name }) => name).join(', ')} in order (${seconds} s)` : `check: ${failed.join(', ')} NOT in order (${seconds} s)`);
process.exit(failed.length === 0 ? 0 : 1);
