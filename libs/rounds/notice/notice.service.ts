import { Injectable } from '@nestjs/common';
import type { Bilingual, MessageParams } from '#contracts';
import { bilingual, Clock, JariError, newId, type Tx } from '#platform';
import type { NoticeKind } from './notice-kind.js';
import { NoticeSender } from './notice-sender.js';

export interface NewNotice {
  readonly kind: NoticeKind;
  readonly roundId: string | null;
  /** null = everyone of the organisation. */
  readonly employeeId: string | null;
  readonly params?: MessageParams;
  /** Why, in the words of whoever decided it; everyone concerned reads it. */
  readonly reason?: string | null;
}

export interface Notice {
  readonly id: string;
  readonly roundId: string | null;
  readonly kind: NoticeKind;
  readonly text: Bilingual;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  /** Whether it is addressed to this person alone. */
  readonly personal: boolean;
}

interface NoticeRow extends Omit<Notice, 'text'> {
  readonly params: MessageParams;
}

/** Notices in the application (인사예고 and what follows it). */
@Injectable()
export class NoticeService {
  constructor(
    private readonly clock: Clock,
    private readonly sender: NoticeSender,
  ) {}

  async send(tx: Tx, notices: readonly NewNotice[]): Promise<void> {
    if (notices.length === 0) return;
    const rows = notices.map((notice) => ({ id: newId(), params: {}, reason: null, ...notice }));
    await tx.execute(
      `INSERT INTO round_notice (organization_id, id, round_id, employee_id, kind, params, reason, created_at)
       SELECT $1, n.id, n."roundId", n."employeeId", n.kind, n.params, n.reason, $2
       FROM jsonb_to_recordset($3::jsonb) AS n(id uuid, "roundId" uuid, "employeeId" uuid, kind text, params jsonb, reason text)`,
      [tx.organizationId, this.clock.now(), JSON.stringify(rows)],
    );
    const { organizationId } = tx;
    tx.afterCommit(() => this.sender.announce(rows.map(({ id, employeeId }) => ({ organizationId, noticeId: id, employeeId }))));
  }

  /** The notices for one person and those for everyone, newest first, at most 200. */
  async listFor(tx: Tx, employeeId: string | null): Promise<Notice[]> {
    const rows = await tx.query<NoticeRow>(
      `SELECT id, round_id AS "roundId", kind, params, reason, created_at AS "createdAt", read_at AS "readAt", employee_id IS NOT NULL AS personal
       FROM round_notice WHERE organization_id = $1 AND (employee_id IS NULL OR employee_id = $2)
       ORDER BY created_at DESC, id LIMIT 200`,
      [tx.organizationId, employeeId],
    );
    return rows.map(({ params, ...notice }) => ({ ...notice, text: bilingual(`notice.${notice.kind}`, params) }));
  }

  /** @throws JariError NOTICE_NOT_FOUND when it is not this person's own */
  async markRead(tx: Tx, employeeId: string, noticeId: string): Promise<void> {
    const touched = await tx.execute(
      'UPDATE round_notice SET read_at = coalesce(read_at, $4) WHERE organization_id = $1 AND id = $2 AND employee_id = $3',
      [tx.organizationId, noticeId, employeeId, this.clock.now()],
    );
    if (touched === 0) throw new JariError('NOTICE_NOT_FOUND');
  }
}
