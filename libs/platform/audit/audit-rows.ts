import type { Tx } from '../database/transaction.js';
import { AUDIT_COLUMNS, type AuditRowTexts } from './audit-hash.js';

const PAGE = 5000;

export interface HashableRow {
  readonly id: number;
  readonly transactionId: number;
  readonly texts: AuditRowTexts;
}

const SELECT = `
  SELECT id, transaction_id AS "transactionId", ARRAY[${AUDIT_COLUMNS.map(({ sql }) => sql).join(', ')}] AS texts
  FROM audit_log
  WHERE organization_id = $1 AND ($2::bigint IS NULL OR (transaction_id, id) > ($2::bigint, $3::bigint)) AND transaction_id < $4
  ORDER BY transaction_id, id LIMIT ${PAGE}`;

/**
 * The rows of the transactions in [from, to) in the order in which they are hashed, page by page.
 * @param from null = whatever is there, a forged transaction number below the first one too
 */
export async function* auditRows(tx: Tx, organizationId: string, from: number | null, to: number): AsyncGenerator<HashableRow, undefined> {
  let after: readonly [number | null, number] = [from === null ? null : from - 1, Number.MAX_SAFE_INTEGER];
  for (;;) {
    const page = await tx.query<HashableRow>(SELECT, [organizationId, ...after, to]);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return undefined;
    after = [last.transactionId, last.id];
  }
}
