import pg from 'pg';

/** A row of a table: every column as text, those of bytes also read as text and as base64url. */
export interface DumpedRow {
  readonly table: string;
  readonly text: string;
}

const AT_ONCE = 500;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const readable = (value: string | null): string => {
  if (value === null || !value.startsWith('\\x')) return value ?? '';
  const bytes = Buffer.from(value.slice(2), 'hex');
  return `${value.slice(2)} ${bytes.toString('base64url')} ${bytes.toString('utf8')}`;
};

/**
 * Everything that the database holds, table by table, as its superuser reads it: what a thief of the disk or a backup has.
 * @param url of a superuser
 */
export async function* dumpDatabase(url: string): AsyncGenerator<DumpedRow> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: tables } = await client.query<{ schema: string; name: string; columns: string[] }>(
      `SELECT table_schema AS schema, table_name AS name, array_agg(column_name::text ORDER BY ordinal_position) AS columns
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') GROUP BY 1, 2 ORDER BY 1, 2`);
    for (const { schema, name, columns } of tables) {
      const list = columns.map((column) => `${quoted(column)}::text`).join(', ');
      await client.query(`DECLARE dumped NO SCROLL CURSOR FOR SELECT ARRAY[${list}] AS cells FROM ${quoted(schema)}.${quoted(name)}`);
      for (;;) {
        const { rows } = await client.query<{ cells: (string | null)[] }>(`FETCH ${AT_ONCE} FROM dumped`);
        for (const { cells } of rows) yield { table: name, text: cells.map(readable).join('\n') };
        if (rows.length < AT_ONCE) break;
      }
      await client.query('CLOSE dumped');
    }
  } finally {
    await client.end();
  }
}
