import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import pg from 'pg';
import { exitWithParent } from '#platform';

/**
 * The measure for `bench filing`: what a filing costs on this machine at least. Writes the same rows into the same
 * tables in one transaction as one would write it down: a pool, one prepared statement after another for the list, its
 * wishes (all at once) and the audit row. It knows nothing of sessions, permissions, validation, row security or messages.
 */

interface Filing {
  readonly version: number;
  readonly wishes: readonly { readonly positionId: string; readonly reasonCode: string; readonly reasonText: string }[];
}

const WRITE_LIST = {
  name: 'write-list',
  text: `INSERT INTO wish_list AS l (organization_id, id, employee_id, state, version, draft_edition, filed_edition, filed_at, filed_ground, updated_at)
    VALUES ($1, $2, $3, 'FILED', $4, $4, $4, $5, NULL, $5)
    ON CONFLICT (organization_id, employee_id) DO UPDATE
      SET state = excluded.state, version = excluded.version, draft_edition = excluded.draft_edition, filed_edition = excluded.filed_edition,
          filed_at = excluded.filed_at, filed_ground = excluded.filed_ground, updated_at = excluded.updated_at
      WHERE l.version = excluded.version - 1
    RETURNING l.id`,
};

const REMOVE_WISHES = { name: 'remove-wishes', text: 'DELETE FROM wish WHERE organization_id = $1 AND wish_list_id = $2 AND edition <> $3' };

const WRITE_WISHES = {
  name: 'write-wishes',
  text: `INSERT INTO wish (organization_id, wish_list_id, edition, choice_rank, position_id, reason_code, reason_text)
    SELECT $1, $2, $3, w."choiceRank", w."positionId", w."reasonCode", w."reasonText"
    FROM jsonb_to_recordset($4::jsonb) AS w("choiceRank" integer, "positionId" uuid, "reasonCode" text, "reasonText" text)`,
};

const WRITE_AUDIT = {
  name: 'write-audit',
  text: `INSERT INTO audit_log (organization_id, occurred_at, actor_kind, actor_employee_id, request_id, action, subject_type, subject_id, before, after)
    VALUES ($1, $2, 'PERSON', $3::uuid, $4, 'wishList.file', 'employee', $3::uuid::text, $5::jsonb, $6::jsonb)`,
};

const organizationId = process.env['BENCH_ORGANIZATION'] ?? '';
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: Number(process.env['DATABASE_POOL_SIZE']) });
const server = fastify();

server.put<{ Params: { employeeId: string }; Body: Filing }>('/lists/:employeeId', async ({ params: { employeeId }, body: { version, wishes } }, reply) => {
  const now = new Date();
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const rows = wishes.map((wish, index) => ({ choiceRank: index + 1, ...wish }));
    const edition = version + 1;
    const saved = await client.query<{ id: string }>({ ...WRITE_LIST, values: [organizationId, randomUUID(), employeeId, edition, now] });
    const listId = saved.rows[0]?.id;
    if (listId === undefined) {
      await client.query('ROLLBACK');
      return await reply.code(409).send({ version });
    }
    await client.query({ ...REMOVE_WISHES, values: [organizationId, listId, edition] });
    await client.query({ ...WRITE_WISHES, values: [organizationId, listId, edition, JSON.stringify(rows)] });
    const before = version === 0 ? null : JSON.stringify({ state: 'FILED', version });
    const after = JSON.stringify({ state: 'FILED', version: edition, wishes: rows.length });
    await client.query({ ...WRITE_AUDIT, values: [organizationId, now, employeeId, randomUUID(), before, after] });
    await client.query('COMMIT');
    return { state: 'FILED', version: edition, filedAt: now };
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
});

process.on('SIGTERM', () => void server.close().then(() => pool.end()).then(() => process.exit(0)));
exitWithParent();
await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
process.send?.({ type: 'ready' });
