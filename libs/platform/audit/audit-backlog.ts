import type { Tx } from '../database/transaction.js';

/** Audit rows that the hash chain does not cover yet, of every organisation. */
export interface AuditBacklog {
  readonly rows: number;
  /** Age of the oldest of them by PostgreSQL's clock; 0 when there is none. */
  readonly oldestSeconds: number;
}

/** Runs in `Database.system`. A few rows are normal: the sealer comes every few seconds and leaves what is still being written. */
export const auditBacklog = async (tx: Tx): Promise<AuditBacklog> => {
  const row = await tx.one<AuditBacklog>(
    `SELECT count(*) AS rows, greatest(0, coalesce(extract(epoch FROM clock_timestamp() - min(l.at)), 0))::float8 AS "oldestSeconds"
     FROM organization o
     CROSS JOIN LATERAL (SELECT coalesce(max(s.to_transaction), 0) AS edge FROM audit_seal s WHERE s.organization_id = o.organization_id) sealed
     JOIN audit_log l ON l.organization_id = o.organization_id AND l.transaction_id >= sealed.edge`,
  );
  return row ?? { rows: 0, oldestSeconds: 0 };
};
