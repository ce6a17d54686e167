import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import pg from 'pg';
import { exitWithParent } from '#platform';

/**
 * The measure for `bench filing`: what a filing costs on this machine at least. Writes the same rows into the same
 * tables in one transaction (list, wishes, audit row) with the product's own statement for list and wishes, prepared,
 * and knows nothing of sessions, permissions, validation, row security or messages.
 */

interface Filing {
  readonly version: number;
  readonly wishes: readonly { readonly positionId: string; readonly reasonCode: string; readonly reasonText: string }[];
}

const WRITE_LIST = {
  name: 'write-list',
  text: `WITH saved AS (
      INSERT INTO wish_list AS l (organization_id, id, employee_id, state, version, draft_edition, filed_edition, filed_at, filed_ground, updated_at)
      VALUES ($1, $2, $3, 'FILED', $4, $4, $4, $5, NULL, $5)
      ON CONFLICT (organization_id, employee_id) DO UPDATE
        SET state = excluded.state, version = excluded.version, draft_edition = excluded.draft_edition, filed_edition = excluded.filed_edition,
            filed_at = excluded.filed_at, filed_ground = excluded.filed_ground, updated_at = excluded.updated_at
        WHERE l.version = excluded.version - 1
      RETURNING l.id, l.draft_edition
    ), superseded AS (
      DELETE FROM wish w USING saved WHERE w.organization_id = $1 AND w.wish_list_id = saved.id AND w.edition <> saved.draft_edition
    ), added AS (
      INSERT INTO wish (organization_id, wish_list_id, edition, choice_rank, position_id, reason_code, reason_text)
      SELECT $1, saved.id, $4, w."choiceRank", w."positionId", w."reasonCode", w."reasonText"
      FROM saved, jsonb_to_recordset($6::jsonb) AS w("choiceRank" integer, "positionId" uuid, "reasonCode" text, "reasonText" text)
    )
    SELECT id FROM saved`,
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
    const saved = await client.query({ ...WRITE_LIST, values: [organizationId, randomUUID(), employeeId, version + 1, now, JSON.stringify(rows)] });
    if (saved.rowCount !== 1) {
      await client.query('ROLLBACK');
      return await reply.code(409).send({ version });
    }
    const before = version === 0 ? null : JSON.stringify({ state: 'FILED', version });
    const after = JSON.stringify({ state: 'FILED', version: version + 1, wishes: rows.length });
    await client.query({ ...WRITE_AUDIT, values: [organizationId, now, employeeId, randomUUID(), before, after] });
    await client.query('COMMIT');
    return { state: 'FILED', version: version + 1, filedAt: now };
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
