import { Injectable } from '@nestjs/common';
import { readReceipt, type Receipt } from '#ballot-box';
import { prepareSql, type Tx } from '#platform';
import type { Cast } from './cast.js';
import type { SlotRevision } from './intake-store.js';

/** What the database knows of some casts and those who send them. */
export interface CastRecord {
  /** By employee; whoever is not on the roll is missing. */
  readonly voters: ReadonlyMap<string, { readonly slot: number; readonly publicKey: string; readonly last: SlotRevision }>;
  /** Of casts that were taken before, by tracker. */
  readonly receipts: ReadonlyMap<string, { readonly slot: number; readonly receipt: Receipt }>;
  /** `slot:ballotHash` of what these voters have tested. */
  readonly tested: ReadonlySet<string>;
}

// Always in the order of the slots, so that two gatherings cannot wait for each other.
const LOCK_SLOTS = prepareSql(`
  SELECT pg_advisory_xact_lock(hashtextextended('ballot-slot:' || $2::text || ':' || s.slot, 0))
  FROM (SELECT slot FROM ballot_credential_holder WHERE organization_id = $1 AND ballot_id = $2::uuid AND employee_id = ANY($3::uuid[]) ORDER BY slot) AS s`);

const VOTERS = prepareSql(`
  SELECT h.employee_id AS "employeeId", h.slot, coalesce(r.new_key, c.public_key) AS "publicKey", coalesce(i.revision, 0) AS revision, i.tracker
  FROM ballot_credential_holder h
  JOIN ballot_credential c ON c.organization_id = h.organization_id AND c.ballot_id = h.ballot_id AND c.slot = h.slot
  LEFT JOIN LATERAL (
    SELECT new_key FROM ballot_reissue WHERE organization_id = h.organization_id AND ballot_id = h.ballot_id AND slot = h.slot ORDER BY sequence DESC LIMIT 1
  ) r ON true
  LEFT JOIN LATERAL (
    SELECT revision, tracker FROM ballot_intake
    WHERE organization_id = h.organization_id AND ballot_id = h.ballot_id AND slot = h.slot AND revision IS NOT NULL ORDER BY revision DESC LIMIT 1
  ) i ON true
  WHERE h.organization_id = $1 AND h.ballot_id = $2 AND h.employee_id = ANY($3::uuid[])`);

const RECEIPTS = prepareSql('SELECT tracker, slot, receipt FROM ballot_intake WHERE organization_id = $1 AND ballot_id = $2 AND tracker = ANY($3::text[])');

const TESTED = prepareSql(`
  SELECT i.slot, i.ballot_hash AS "ballotHash" FROM ballot_credential_holder h
  JOIN ballot_intake i ON i.organization_id = h.organization_id AND i.ballot_id = h.ballot_id AND i.slot = h.slot AND i.revision IS NULL
  WHERE h.organization_id = $1 AND h.ballot_id = $2 AND h.employee_id = ANY($3::uuid[]) AND i.kind = 'TEST'`);

/** Reads for many casts at once what each of them needs. */
@Injectable()
export class CastStore {
  /**
   * Locks the slots of the casts until the transaction ends, then reads what stands there. The statements are sent together;
   * PostgreSQL begins each when the one before is done, so that what is read was read under the locks.
   */
  async read(tx: Tx, ballotId: string, casts: readonly Cast[]): Promise<CastRecord> {
    const people = [tx.organizationId, ballotId, casts.map(({ employeeId }) => employeeId)] as const;
    const [, voters, receipts, tested] = await Promise.all([
      tx.query(LOCK_SLOTS, people),
      tx.query<{ employeeId: string; slot: number; publicKey: string; revision: number; tracker: string | null }>(VOTERS, people),
      tx.query<{ tracker: string; slot: number; receipt: string }>(RECEIPTS, [tx.organizationId, ballotId, casts.map(({ tracker }) => tracker)]),
      tx.query<{ slot: number; ballotHash: string }>(TESTED, people),
    ]);
    return {
      voters: new Map(voters.map(({ employeeId, slot, publicKey, ...last }) => [employeeId, { slot, publicKey, last }])),
      receipts: new Map(receipts.map(({ tracker, slot, receipt }) => [tracker, { slot, receipt: readReceipt(JSON.parse(receipt)) }])),
      tested: new Set(tested.map(({ slot, ballotHash }) => `${slot}:${ballotHash}`)),
    };
  }
}
