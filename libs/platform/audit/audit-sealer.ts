import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/transaction.js';
import { GENESIS_HASH, RowDigest, sealHash, type SealFacts } from './audit-hash.js';
import { auditRows } from './audit-rows.js';

/** Any number that no other part of the product locks. */
const SEALER_LOCK = 7_120_412;

interface Waiting {
  readonly organizationId: string;
  readonly number: number;
  readonly fromTransaction: number;
  readonly previousHash: string;
}

export interface SealingResult {
  /** False when another process is sealing at this moment. */
  readonly ran: boolean;
  readonly seals: number;
  readonly rows: number;
}

/**
 * Adds the links of the hash chain, in batches after the commit: a chain kept inside each transaction would make all
 * writers wait for one another (decision 0005).
 */
@Injectable()
export class AuditSealer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Seals what is complete, for every organisation. One process does it at a time; the others do nothing. */
  async sealAll(): Promise<SealingResult> {
    return this.database.system('audit-sealer', async (tx) => {
      const lock = await tx.one<{ held: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS held', [SEALER_LOCK]);
      if (!lock?.held) return { ran: false, seals: 0, rows: 0 };
      // No transaction below this number is still running, so no row of such a transaction can appear any more.
      const edge = await tx.one<{ transaction: number }>('SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS transaction');
      if (!edge) throw new Error('PostgreSQL named no transaction');
      const waiting = await this.organizationsWithRowsBelow(tx, edge.transaction);
      let rows = 0;
      for (const organization of waiting) rows += await this.seal(tx, organization, edge.transaction);
      return { ran: true, seals: waiting.length, rows };
    });
  }

  private async organizationsWithRowsBelow(tx: Tx, edge: number): Promise<readonly Waiting[]> {
    return tx.query<Waiting>(
      `SELECT o.organization_id AS "organizationId", coalesce(last.number, 0) + 1 AS number,
              coalesce(last.to_transaction, 0) AS "fromTransaction", coalesce(last.hash, $2) AS "previousHash"
       FROM organization o
       LEFT JOIN LATERAL (SELECT number, to_transaction, hash FROM audit_seal s
                          WHERE s.organization_id = o.organization_id ORDER BY number DESC LIMIT 1) last ON true
       WHERE EXISTS (SELECT 1 FROM audit_log l WHERE l.organization_id = o.organization_id
                     AND l.transaction_id >= coalesce(last.to_transaction, 0) AND l.transaction_id < $1)`,
      [edge, GENESIS_HASH],
    );
  }

  private async seal(tx: Tx, waiting: Waiting, toTransaction: number): Promise<number> {
    const digest = new RowDigest();
    for await (const row of auditRows(tx, waiting.organizationId, waiting.fromTransaction, toTransaction)) digest.add(row.texts);
    const facts: SealFacts = { ...waiting, toTransaction, rowCount: digest.count, sealedAt: this.clock.now() };
    await tx.execute(
      `INSERT INTO audit_seal (organization_id, number, from_transaction, to_transaction, row_count, previous_hash, hash, sealed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [facts.organizationId, facts.number, facts.fromTransaction, facts.toTransaction, facts.rowCount, facts.previousHash, sealHash(facts, digest.hex()), facts.sealedAt],
    );
    return digest.count;
  }
}
