import { createHash, randomUUID } from 'node:crypto';
import fastify from 'fastify';
import pg from 'pg';
import { exitWithParent } from '#platform';

/**
 * The measure for intake: what taking a ballot costs on this machine at least. Writes the same rows into the same tables in
 * one transaction, one prepared statement after another, as one would write it down. It knows nothing of sessions, permissions,
 * row security, windows, signatures, revisions or receipts.
 */

interface Cast {
  readonly envelope: { readonly revision: number; readonly ballotHash: string };
  readonly content: object;
}

const WRITE_PARTICIPATION = { name: 'participation', text: 'INSERT INTO ballot_participation (organization_id, ballot_id, employee_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING' };

const TAKE_NUMBER = {
  name: 'number',
  text: `INSERT INTO ballot_intake_counter (organization_id, ballot_id, taken) VALUES ($1, $2, 1)
    ON CONFLICT (organization_id, ballot_id) DO UPDATE SET taken = ballot_intake_counter.taken + 1 RETURNING taken`,
};

const WRITE_BALLOT = {
  name: 'ballot',
  text: `INSERT INTO ballot_intake (organization_id, ballot_id, intake_index, kind, slot, revision, tracker, ballot_hash, envelope, content, receipt, entered)
    VALUES ($1, $2, $3, 'BALLOT', $4, $5, $6, $7, $8, $9, $10, false)`,
};

const WRITE_JOB = {
  name: 'job',
  text: `INSERT INTO job (organization_id, id, type, payload, state, run_at, max_attempts, backoff_ms, key, requested_by, request_id, created_at)
    VALUES ($1, $2, 'ballot.check', $3::jsonb, 'WAITING', $4, 5, 1000, $5, '{"kind":"SYSTEM","name":"bench"}', $6, $4)`,
};

const [organizationId, ballotId] = [process.env['BENCH_ORGANIZATION'] ?? '', process.env['BENCH_BALLOT'] ?? ''];
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: Number(process.env['DATABASE_POOL_SIZE']) });
const server = fastify();

server.post<{ Params: { slot: string; employeeId: string }; Body: Cast }>('/votes/:slot/:employeeId', async ({ params: { slot, employeeId }, body: { envelope, content } }, reply) => {
  const signed = JSON.stringify(envelope);
  const tracker = createHash('sha256').update(signed).digest('base64url');
  const now = new Date();
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query({ ...WRITE_PARTICIPATION, values: [organizationId, ballotId, employeeId] });
    const taken = await client.query<{ taken: number }>({ ...TAKE_NUMBER, values: [organizationId, ballotId] });
    const intakeIndex = taken.rows[0]?.taken ?? 0;
    const receipt = { ...envelope, tracker, intakeIndex, boardHead: tracker };
    await client.query({ ...WRITE_BALLOT, values: [organizationId, ballotId, intakeIndex, slot, envelope.revision, tracker, envelope.ballotHash, signed, JSON.stringify(content), JSON.stringify(receipt)] });
    await client.query({ ...WRITE_JOB, values: [organizationId, randomUUID(), JSON.stringify({ ballotId, intakeIndex }), now, `${ballotId}:${intakeIndex}`, randomUUID()] });
    await client.query('COMMIT');
    return await reply.code(201).send(receipt);
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
