import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { GENESIS_HASH, RowDigest, sealHash, type SealFacts } from './audit-hash.js';
import { auditRows, type HashableRow } from './audit-rows.js';

/** CHAIN: the seal does not follow the one before it. ROWS: its rows, or its own facts, are not those it was made from. */
export type SealFault = 'CHAIN' | 'ROWS';

export interface BrokenSeal {
  readonly number: number;
  readonly fault: SealFault;
  readonly fromTransaction: number;
  readonly toTransaction: number;
  readonly expectedRows: number;
  readonly foundRows: number;
  readonly firstRowId: number | null;
  readonly lastRowId: number | null;
}

export interface AuditVerification {
  readonly intact: boolean;
  /** Seals and rows that were recomputed and agree. */
  readonly seals: number;
  readonly sealedRows: number;
  /** Rows that no seal covers yet. */
  readonly unsealedRows: number;
  /** The last link: who writes it down elsewhere can later tell whether the end of the chain was cut off. */
  readonly head: { readonly number: number; readonly hash: string; readonly sealedAt: Date } | null;
  readonly firstBroken: BrokenSeal | null;
}

interface SealRow extends SealFacts {
  readonly hash: string;
}

const PAGE = 5000;

/** Recomputes the whole chain of the transaction's organisation from the rows. Open it with `Database.snapshot`. */
@Injectable()
export class AuditVerifier {
  async verify(tx: Tx): Promise<AuditVerification> {
    const last = await tx.one<SealRow>(`${SEALS} ORDER BY number DESC LIMIT 1`, [tx.organizationId]);
    const unsealed = await tx.one<{ rows: number }>(
      'SELECT count(*) AS rows FROM audit_log WHERE organization_id = $1 AND transaction_id >= $2',
      [tx.organizationId, last?.toTransaction ?? 0],
    );
    const checked = { seals: 0, sealedRows: 0 };
    const firstBroken = last ? await this.recompute(tx, last.toTransaction, checked) : null;
    return {
      intact: firstBroken === null,
      ...checked,
      unsealedRows: unsealed?.rows ?? 0,
      head: last ? { number: last.number, hash: last.hash, sealedAt: last.sealedAt } : null,
      firstBroken,
    };
  }

  /** Walks seals and rows side by side, each read once. */
  private async recompute(tx: Tx, end: number, checked: { seals: number; sealedRows: number }): Promise<BrokenSeal | null> {
    const rows = auditRows(tx, tx.organizationId, null, end);
    let row: HashableRow | undefined = (await rows.next()).value;
    let previous = { number: 0, hash: GENESIS_HASH, toTransaction: 0 };
    for await (const seal of seals(tx)) {
      const digest = new RowDigest();
      let firstRowId: number | null = null;
      let lastRowId: number | null = null;
      while (row && row.transactionId < seal.toTransaction) {
        digest.add(row.texts);
        firstRowId ??= row.id;
        lastRowId = row.id;
        row = (await rows.next()).value;
      }
      const follows = seal.number === previous.number + 1 && seal.previousHash === previous.hash && seal.fromTransaction === previous.toTransaction;
      if (!follows || digest.count !== seal.rowCount || sealHash(seal, digest.hex()) !== seal.hash) {
        const { number, fromTransaction, toTransaction, rowCount } = seal;
        return { number, fault: follows ? 'ROWS' : 'CHAIN', fromTransaction, toTransaction, expectedRows: rowCount, foundRows: digest.count, firstRowId, lastRowId };
      }
      checked.seals += 1;
      checked.sealedRows += digest.count;
      previous = seal;
    }
    return null;
  }
}

const SEALS = `
  SELECT organization_id AS "organizationId", number, from_transaction AS "fromTransaction", to_transaction AS "toTransaction",
         row_count AS "rowCount", previous_hash AS "previousHash", hash, sealed_at AS "sealedAt"
  FROM audit_seal WHERE organization_id = $1`;

async function* seals(tx: Tx): AsyncGenerator<SealRow, undefined> {
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const page = await tx.query<SealRow>(`${SEALS} AND number > $2::bigint ORDER BY number LIMIT ${PAGE}`, [tx.organizationId, after]);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return undefined;
    after = last.number;
  }
}
