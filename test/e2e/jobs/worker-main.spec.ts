import { jest } from '@jest/globals';
import { recordAudit } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { PRODUCT_WORKER, startChildWorker } from './support/child-worker.js';
import { until } from './support/until.js';

jest.setTimeout(60_000);

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.dispose());

test('the product\'s worker starts with all rooms, does its chores, and ends with 0 when asked', async () => {
  const context = await db.createOrganization();
  await db.database.transaction(context, (tx) => recordAudit(tx, new Date('2026-01-01T00:00:00Z'), { action: 'test.done', subjectType: 'test', subjectId: null }));
  const worker = await startChildWorker(db.url, undefined, {}, PRODUCT_WORKER);
  await until(async () => (await db.database.transaction(context, (tx) => tx.one('SELECT 1 FROM audit_seal WHERE organization_id = $1', [tx.organizationId]))) !== undefined);
  expect(await worker.terminate()).toBe(0);
});

test('a wrong environment ends it with 2, a database that is not there with 3', async () => {
  await expect(startChildWorker('mysql://127.0.0.1/jari', undefined, {}, PRODUCT_WORKER)).rejects.toThrow('ended with 2');
  await expect(startChildWorker('postgres://127.0.0.1:1/jari', undefined, {}, PRODUCT_WORKER)).rejects.toThrow('ended with 3');
});
