import type { DataSource } from 'typeorm';
import { createDataSource, Database, newId, systemContext, type WorkContext } from '#platform';
import { ENTITIES } from '../../apps/assembly/rooms.js';
import { copyTemplate, databaseUrl, dropCopy } from './cluster.js';

/** A migrated database of its own for one test file, and the product's door to it. */
export interface TestDatabase {
  readonly name: string;
  /** The superuser's URL; the product switches to its own role by itself. */
  readonly url: string;
  readonly dataSource: DataSource;
  readonly database: Database;
  /** Adds an organisation. @returns a system context in it */
  createOrganization(code?: string): Promise<WorkContext>;
  dispose(): Promise<void>;
}

export const createTestDatabase = async (): Promise<TestDatabase> => {
  const name = await copyTemplate();
  const url = databaseUrl(name);
  const dataSource = createDataSource({ url, entities: ENTITIES, poolSize: 8 });
  await dataSource.initialize();
  const database = new Database(dataSource);
  return {
    name, url, dataSource, database,
    async createOrganization(code = 'demo') {
      const organizationId = newId();
      await database.system('test', (tx) =>
        tx.execute('INSERT INTO organization (organization_id, code, name, name_en, is_demo, created_at) VALUES ($1, $2, $3, $4, true, $5)', [
          organizationId, code, `가상구 ${code}`, `Invented District ${code}`, new Date('2026-01-01T00:00:00Z'),
        ]),
      );
      return systemContext(organizationId, 'test');
    },
    async dispose() {
      await dataSource.destroy();
      await dropCopy(name);
    },
  };
};
