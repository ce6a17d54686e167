import { createHash, type Hash } from 'node:crypto';

/** The hash before the first seal. */
export const GENESIS_HASH = '0'.repeat(64);

/** Every column of an audit row as text in the order of `AUDIT_COLUMNS`; NULL stays null. */
export type AuditRowTexts = readonly (string | null)[];

const utc = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/**
 * The columns of `audit_log`, each as SQL that gives the same text on every machine. A new column has to be added
 * here, or it could be changed behind a seal (a test compares this list with the table).
 */
export const AUDIT_COLUMNS: readonly { readonly name: string; readonly sql: string }[] = [
  { name: 'organization_id', sql: 'organization_id::text' },
  { name: 'id', sql: 'id::text' },
  { name: 'transaction_id', sql: 'transaction_id::text' },
  { name: 'at', sql: utc('at') },
  { name: 'occurred_at', sql: utc('occurred_at') },
  { name: 'actor_kind', sql: 'actor_kind' },
  { name: 'actor_account_id', sql: 'actor_account_id::text' },
  { name: 'actor_employee_id', sql: 'actor_employee_id::text' },
  { name: 'actor_name', sql: 'actor_name' },
  { name: 'action', sql: 'action' },
  { name: 'subject_type', sql: 'subject_type' },
  { name: 'subject_id', sql: 'subject_id' },
  { name: 'before', sql: 'before::text' },
  { name: 'after', sql: 'after::text' },
  { name: 'request_id', sql: 'request_id' },
];

/** SHA-256 of the row: its column texts as a JSON array, which no two different rows share. */
export const rowHash = (texts: AuditRowTexts): Buffer => createHash('sha256').update(JSON.stringify(texts)).digest();

/** Collects the row hashes of one seal in their order. */
export class RowDigest {
  private readonly hash: Hash = createHash('sha256');
  count = 0;

  add(texts: AuditRowTexts): void {
    this.hash.update(rowHash(texts));
    this.count += 1;
  }

  hex(): string {
    return this.hash.digest('hex');
  }
}

export interface SealFacts {
  readonly organizationId: string;
  readonly number: number;
  readonly fromTransaction: number;
  readonly toTransaction: number;
  readonly rowCount: number;
  readonly previousHash: string;
  readonly sealedAt: Date;
}

/** The link of the chain: SHA-256 over the seal's own facts, the link before it and its rows. */
export const sealHash = (facts: SealFacts, rowsHex: string): string =>
  createHash('sha256')
    .update(JSON.stringify([
      'jari-audit-seal/1', facts.organizationId, facts.number, facts.fromTransaction, facts.toTransaction, facts.rowCount,
      facts.sealedAt.toISOString(), facts.previousHash, rowsHex,
    ]))
    .digest('hex');
