// Schema drift: the columns of the entities against the columns the migrations make, on a real PostgreSQL.
import pg from 'pg';

const KINDS = {
  uuid: 'uuid', text: 'text', integer: 'integer', int: 'integer', int4: 'integer', smallint: 'smallint', bigint: 'bigint', int8: 'bigint',
  boolean: 'boolean', bool: 'boolean', date: 'date', timestamptz: 'timestamp with time zone', 'timestamp with time zone': 'timestamp with time zone',
  jsonb: 'jsonb', bytea: 'bytea', real: 'real', float4: 'real', 'double precision': 'double precision', float8: 'double precision', numeric: 'numeric', xid8: 'xid8',
};

const entityColumns = (metadata) =>
  metadata.columns.map((column) => {
    const type = typeof column.type === 'function' ? column.type.name : String(column.type);
    return [`${metadata.tableName}.${column.databaseName}`, `${KINDS[type] ?? type}${column.isArray ? '[]' : ''} ${column.isNullable ? 'null' : 'not null'}${column.isPrimary ? ' key' : ''}`];
  });

/** @returns lines that say what differs; none when entities and migrations agree */
export const drift = async (url, entities) => {
  const { createDataSource } = await import('../../dist/libs/platform/database/data-source.js');
  const source = createDataSource({ url, entities });
  await source.initialize();
  const declared = new Map(source.entityMetadatas.flatMap(entityColumns));
  await source.destroy();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`
    SELECT c.table_name || '.' || c.column_name AS name,
           CASE WHEN c.data_type = 'ARRAY' THEN format_type(e.oid, NULL) || '[]' ELSE c.data_type END
             || CASE c.is_nullable WHEN 'YES' THEN ' null' ELSE ' not null' END
             || CASE WHEN k.column_name IS NULL THEN '' ELSE ' key' END AS shape
    FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    LEFT JOIN pg_type e ON c.data_type = 'ARRAY' AND e.typname = ltrim(c.udt_name, '_')
    LEFT JOIN (information_schema.table_constraints p JOIN information_schema.key_column_usage k USING (constraint_name, table_schema, table_name))
      ON p.constraint_type = 'PRIMARY KEY' AND k.table_name = c.table_name AND k.column_name = c.column_name AND k.table_schema = c.table_schema
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> 'schema_migration'`);
  const actual = new Map(rows.map(({ name, shape }) => [name, shape]));
  const { rows: first } = await client.query(`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND ordinal_position = 1 AND column_name <> 'organization_id' AND table_name <> 'schema_migration'`);
  const { rows: open } = await client.query(`
    SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relrowsecurity AND relname <> 'schema_migration'`);
  await client.end();
  return [
    ...[...declared].filter(([name, shape]) => actual.get(name) !== shape).map(([name, shape]) => `${name}: entity ${shape}, table ${actual.get(name) ?? 'missing'}`),
    ...[...actual].filter(([name]) => !declared.has(name)).map(([name, shape]) => `${name}: table ${shape}, entity missing`),
    ...first.map(({ name }) => `${name}: does not lead with organization_id`),
    ...open.map(({ name }) => `${name}: has no row security`),
  ];
};
