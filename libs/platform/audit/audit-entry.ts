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

const WRITE = prepareSql(`
  INSERT INTO audit_log (organization_id, occurred_at, actor_kind, actor_account_id, actor_employee_id, actor_name,
                         request_id, action, subject_type, subject_id, before, after)
  SELECT $1, $2, $3, $4, $5, $6, $7, e.action, e.subject_type, e.subject_id, e.before, e.after
  FROM jsonb_to_recordset($8::jsonb) AS e(action text, subject_type text, subject_id text, before jsonb, after jsonb)`);

/**
 * Writes audit rows in the transaction of the change itself, so that both succeed or fail together; they go out with the COMMIT.
 * `occurredAt` is the product's clock (simulated in a demo); the row's own `at` is always PostgreSQL's.
 */
export const recordAudit = async (tx: Tx, occurredAt: Date, ...entries: readonly AuditEntry[]): Promise<void> => {
  if (entries.length === 0) return;
  const { actor, organizationId, requestId } = tx.context;
  const person = actor.kind === 'PERSON' ? actor : undefined;
  tx.executeAtCommit(
    WRITE,
    [
      organizationId,
      occurredAt,
      actor.kind,
      person?.accountId ?? null,
      person?.employeeId ?? null,
      actor.kind === 'SYSTEM' ? actor.name : null,
      requestId,
      JSON.stringify(
        entries.map((entry) => ({
          action: entry.action,
          subject_type: entry.subjectType,
          subject_id: entry.subjectId,
          before: entry.before ?? null,
          after: entry.after ?? null,
        })),
      ),
    ],
  );
};
