import type pg from 'pg';
import type { BenchWish } from '../district/filers.js';

/** What the servers acknowledged for one person. */
export interface Promised {
  readonly employeeId: string;
  /** The number of acknowledged filings, which is the version of the list. */
  readonly version: number;
  /** The wishes acknowledged last. */
  readonly wishes: readonly BenchWish[];
}

export interface Stored {
  readonly employeeId: string;
  readonly version: number;
  /** In rank order, draft and filed editions alike. */
  readonly wishes: readonly { readonly positionId: string; readonly reasonCode: string; readonly reasonText: string }[];
  /** The versions that the audit log says were filed, ascending. */
  readonly audited: readonly number[];
}

export interface Count {
  /** Acknowledged filings of which no trace is left, and wishes of the last one that are not there. */
  readonly lost: number;
  /** Filings and wishes beyond those acknowledged. */
  readonly doubled: number;
}

const keyOf = ({ positionId, reasonCode, reasonText }: BenchWish | Stored['wishes'][number], rank: number): string => JSON.stringify([rank, positionId, reasonCode, reasonText]);

/** How many of `wanted` are missing from `found`, each found one answering for one wanted. */
const missing = (wanted: readonly string[], found: readonly string[]): number => {
  const left = new Map<string, number>();
  for (const key of found) left.set(key, (left.get(key) ?? 0) + 1);
  return wanted.filter((key) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count < 1;
  }).length;
};

/** Compares what was promised with what is stored, person by person: list version, audit rows, wishes. */
export const compareFilings = (promised: readonly Promised[], stored: readonly Stored[]): Count => {
  const found = new Map(stored.map((one) => [one.employeeId, one]));
  let lost = 0;
  let doubled = 0;
  for (const { employeeId, version, wishes } of promised) {
    const { version: storedVersion = 0, wishes: storedWishes = [], audited = [] } = found.get(employeeId) ?? {};
    const versions = Array.from({ length: version }, (_, index) => String(index + 1));
    const wanted = wishes.map(keyOf);
    const kept = storedWishes.map(keyOf);
    lost += Math.max(0, version - storedVersion) + missing(versions, audited.map(String)) + missing(wanted, kept);
    doubled += Math.max(0, storedVersion - version) + missing(audited.map(String), versions) + missing(kept, wanted);
  }
  return { lost, doubled };
};

/** Everything that is stored about filings, read by the owner past row security. */
export const readFilings = async (client: pg.Client, organizationId: string): Promise<Stored[]> => {
  const { rows } = await client.query<Stored>(
    `SELECT l.employee_id AS "employeeId", l.version,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('positionId', w.position_id, 'reasonCode', w.reason_code, 'reasonText', w.reason_text) ORDER BY w.edition, w.choice_rank), '[]')
        FROM wish w WHERE w.organization_id = l.organization_id AND w.wish_list_id = l.id) AS wishes,
       (SELECT coalesce(jsonb_agg(a.after->'version' ORDER BY (a.after->>'version')::int), '[]')
        FROM audit_log a WHERE a.organization_id = l.organization_id AND a.subject_id = l.employee_id::text AND a.action = 'wishList.file') AS audited
     FROM wish_list l WHERE l.organization_id = $1`,
    [organizationId],
  );
  return rows;
};
