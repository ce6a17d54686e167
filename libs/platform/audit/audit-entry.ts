import { prepareSql } from '../database/sql.js';
import type { Tx } from '../database/transaction.js';

/** Plain JSON that may stand in an audit row. */
export type AuditValue = string | number | boolean | null | readonly AuditValue[] | { readonly [key: string]: AuditValue };

export interface AuditEntry {
  /** Verb of the field, `noun.verb`: `wishList.file`, `round.open`, `wish.readByHr`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  /** What changed. Never reason texts, preparation notes or the choices of a wish: give counts, states and versions. */
  readonly before?: AuditValue;
  readonly after?: AuditValue;
}

const COLUMNS = `organization_id, occurred_at, actor_kind, actor_account_id, actor_employee_id, actor_name, request_id,
  action, subject_type, subject_id, before, after`;

/** By far the most transactions leave one row. */
const WRITE_ONE = prepareSql(`INSERT INTO audit_log (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12::jsonb)`);

const WRITE_MANY = `
  INSERT INTO audit_log (${COLUMNS})
  SELECT $1, $2, $3, $4, $5, $6, $7, e.action, e.subject_type, e.subject_id, e.before, e.after
  FROM jsonb_to_recordset($8::jsonb) AS e(action text, subject_type text, subject_id text, before jsonb, after jsonb)`;

const asJson = (value: AuditValue | undefined): string | null => (value === undefined || value === null ? null : JSON.stringify(value));

/**
 * Writes audit rows in the transaction of the change itself, so that both succeed or fail together; they go out with the COMMIT.
 * `occurredAt` is the product's clock (simulated in a demo); the row's own `at` is always PostgreSQL's.
 */
export const recordAudit = async (tx: Tx, occurredAt: Date, ...entries: readonly AuditEntry[]): Promise<void> => {
  const { actor, organizationId, requestId } = tx.context;
  const person = actor.kind === 'PERSON' ? actor : undefined;
  const who = [
    organizationId, occurredAt, actor.kind, person?.accountId ?? null, person?.employeeId ?? null, actor.kind === 'SYSTEM' ? actor.name : null, requestId,
  ];
  const [first, second] = entries;
  if (first === undefined) return;
  if (second === undefined) {
    tx.executeAtCommit(WRITE_ONE, [...who, first.action, first.subjectType, first.subjectId, asJson(first.before), asJson(first.after)]);
    return;
  }
  const rows = entries.map(({ action, subjectType, subjectId, before = null, after = null }) => ({ action, subject_type: subjectType, subject_id: subjectId, before, after }));
  tx.executeAtCommit(WRITE_MANY, [...who, JSON.stringify(rows)]);
};
