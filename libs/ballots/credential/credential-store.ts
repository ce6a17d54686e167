import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';

/** The key that speaks for a slot now, and whose slot it is. */
export interface CurrentCredential {
  readonly slot: number;
  readonly publicKey: string;
  /** Only where credentials are built in. */
  readonly secret: string | null;
  /** How often it was replaced. */
  readonly reissues: number;
}

const CURRENT = `
  SELECT c.slot, coalesce(r.new_key, c.public_key) AS "publicKey", h.secret, coalesce(r.sequence, 0) AS reissues
  FROM ballot_credential c
  JOIN ballot_credential_holder h ON h.organization_id = c.organization_id AND h.ballot_id = c.ballot_id AND h.slot = c.slot
  LEFT JOIN LATERAL (
    SELECT new_key, sequence FROM ballot_reissue WHERE organization_id = c.organization_id AND ballot_id = c.ballot_id AND slot = c.slot ORDER BY sequence DESC LIMIT 1
  ) r ON true
  WHERE c.organization_id = $1 AND c.ballot_id = $2`;

/** Credentials as they stand, re-issues included. */
@Injectable()
export class CredentialStore {
  ofEmployee(tx: Tx, ballotId: string, employeeId: string): Promise<CurrentCredential | undefined> {
    return tx.one<CurrentCredential>(`${CURRENT} AND h.employee_id = $3`, [tx.organizationId, ballotId, employeeId]);
  }

  ofSlot(tx: Tx, ballotId: string, slot: number): Promise<CurrentCredential | undefined> {
    return tx.one<CurrentCredential>(`${CURRENT} AND c.slot = $3`, [tx.organizationId, ballotId, slot]);
  }

  /** Nobody else uses the slot until the transaction ends. Always taken after the ballot's row. */
  async lockSlot(tx: Tx, ballotId: string, slot: number): Promise<void> {
    await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended('ballot-slot:' || $1 || ':' || $2, 0))`, [ballotId, String(slot)]);
  }

  /** Whether any slot has, or had, this key. */
  async isTaken(tx: Tx, ballotId: string, publicKey: string): Promise<boolean> {
    const row = await tx.one(
      `SELECT 1 FROM ballot_credential WHERE organization_id = $1 AND ballot_id = $2 AND public_key = $3
       UNION ALL SELECT 1 FROM ballot_reissue WHERE organization_id = $1 AND ballot_id = $2 AND new_key = $3`, [tx.organizationId, ballotId, publicKey]);
    return row !== undefined;
  }
}
