import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import type { AuditValue } from './audit-entry.js';

export interface AuditFilter {
  /** Account or employee id of who acted. */
  readonly actorId?: string | undefined;
  readonly subjectType?: string | undefined;
  readonly subjectId?: string | undefined;
  /** An action (`wish.readByHr`), or all of a noun (`wish.`). */
  readonly action?: string | undefined;
  /** From this Korean civil date, and up to and including that one, by the product's clock. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Rows older than this one: the id of the last row of the page before. */
  readonly before?: number | undefined;
  readonly limit: number;
}

export interface AuditRow {
  readonly id: number;
  readonly at: Date;
  readonly occurredAt: Date;
  readonly actorKind: 'PERSON' | 'SYSTEM';
  readonly actorAccountId: string | null;
  readonly actorEmployeeId: string | null;
  /** The sign-in name of a person, the name of a part of the product. */
  readonly actorName: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly before: AuditValue;
  readonly after: AuditValue;
  readonly requestId: string;
}

export interface AuditPage {
  readonly items: readonly AuditRow[];
  /** Give it as `before` to get the next page; null at the end. */
  readonly next: number | null;
}

/** Lets an auditor read the log, newest first. */
@Injectable()
export class AuditReader {
  async list(tx: Tx, filter: AuditFilter): Promise<AuditPage> {
    const items = await tx.query<AuditRow>(
      `SELECT l.id, l.at, l.occurred_at AS "occurredAt", l.actor_kind AS "actorKind", l.actor_account_id AS "actorAccountId",
              l.actor_employee_id AS "actorEmployeeId", coalesce(l.actor_name, a.sign_in_name) AS "actorName", l.action,
              l.subject_type AS "subjectType", l.subject_id AS "subjectId", l.before, l.after, l.request_id AS "requestId"
       FROM audit_log l LEFT JOIN account a ON a.organization_id = l.organization_id AND a.id = l.actor_account_id
       WHERE l.organization_id = $1
         AND ($2::uuid IS NULL OR $2 IN (l.actor_account_id, l.actor_employee_id))
         AND ($3::text IS NULL OR l.subject_type = $3)
         AND ($4::text IS NULL OR l.subject_id = $4)
         AND ($5::text IS NULL OR l.action = $5 OR ($5 LIKE '%.' AND starts_with(l.action, $5)))
         AND ($6::date IS NULL OR l.occurred_at >= $6::date::timestamp AT TIME ZONE 'Asia/Seoul')
         AND ($7::date IS NULL OR l.occurred_at < ($7::date + 1)::timestamp AT TIME ZONE 'Asia/Seoul')
         AND ($8::bigint IS NULL OR l.id < $8)
       ORDER BY l.id DESC LIMIT $9`,
      [
        tx.organizationId, filter.actorId ?? null, filter.subjectType ?? null, filter.subjectId ?? null, filter.action ?? null,
        filter.from ?? null, filter.to ?? null, filter.before ?? null, filter.limit + 1,
      ],
    );
    const page = items.slice(0, filter.limit);
    return { items: page, next: items.length > filter.limit ? (page.at(-1)?.id ?? null) : null };
  }
}
