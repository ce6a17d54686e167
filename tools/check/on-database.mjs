// What can only be checked on a real database: schema drift, and whether the committed API document is the code's own.
import { readFileSync, writeFileSync } from 'node:fs';
import { drift } from './drift.mjs';

export const DOCUMENT = 'docs/openapi.json';

/** Calls `work` with the URL of a freshly migrated database that nobody else uses. */
const withFreshDatabase = async (work) => {
  const { startEmbeddedPostgres } = await import('../../dist/libs/platform/embedded/index.js');
  const { migrate } = await import('../../dist/libs/platform/database/migrate.js');
  const { MIGRATIONS } = await import('../../dist/migrations/index.js');
  const server = await startEmbeddedPostgres({ dataDirectory: 'var/check/postgres', settings: { fsync: 'off' } });
  const name = `check_${process.pid}`;
  try {
    await server.createDatabase(name);
    const url = server.url(name);
    await migrate(url, MIGRATIONS);
    return await work(url);
  } finally {
    await server.dropDatabase(name);
    await server.stop({ onlyIfUnused: true });
  }
};

const documentText = async (url) => {
  const { createApp } = await import('../../dist/apps/api/create-app.js');
  const { createApiDocument } = await import('../../dist/apps/api/openapi/document.js');
  const { readConfig, SystemClock } = await import('../../dist/libs/platform/index.js');
  const app = await createApp({ config: readConfig({ DATABASE_URL: url, LOG_LEVEL: 'silent' }), clock: new SystemClock() });
  await app.init();
  const text = `${JSON.stringify(createApiDocument(app), null, 1)}\n`;
  await app.close();
  return text;
};

/** The names to which no schema of the document answers: a client cannot be made from it then. */
const unknownReferences = (document) => {
  const schemas = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
  const within = (node) => (typeof node !== 'object' || node === null ? [] : [...(typeof node.$ref === 'string' ? [node.$ref] : []), ...Object.values(node).flatMap(within)]);
  return [...new Set(within(document))].filter((reference) => !schemas.includes(reference));
};

/** @returns faults as lines */
export const checkOnDatabase = async ({ write = false } = {}) => {
  const { ENTITIES } = await import('../../dist/apps/assembly/rooms.js');
  return withFreshDatabase(async (url) => {
    const faults = await drift(url, ENTITIES);
    const text = await documentText(url);
    for (const reference of unknownReferences(JSON.parse(text))) faults.push(`${DOCUMENT}: ${reference} is no schema of the document`);
    if (write) writeFileSync(DOCUMENT, text);
    let committed = '';
    try {
      committed = readFileSync(DOCUMENT, 'utf8');
    } catch {
      // Not written yet: stale all the same.
    }
    if (committed !== text) faults.push(`${DOCUMENT} is stale: run node tools/write-api-document.mjs`);
    return faults;
  });
};
