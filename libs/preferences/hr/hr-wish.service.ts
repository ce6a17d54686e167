import { Injectable } from '@nestjs/common';
import { AuditService, Clock, foundOr404, type Tx } from '#platform';
import { labelPosts, type PostLabel } from '../catalogue/post-label.js';
import { PreparationService, type PreparationView } from '../preparation/preparation.service.js';
import type { WishReasonCode } from '../wish/wish-reason.js';
import type { WishListState } from '../wish/wish-list-state.js';
import { findWishList, readWishes } from '../wish/wish-store.js';

export interface HrEmployee {
  readonly employeeId: string;
  readonly employeeNumber: string;
  readonly name: string;
  readonly grade: number;
  readonly jobSeries: string;
}

export interface HrWish {
  readonly choiceRank: number;
  readonly positionId: string;
  readonly reasonCode: WishReasonCode | null;
  /** Left out of lists; in a single person's record only. */
  readonly reasonText?: string | null;
  readonly post: PostLabel | null;
}

export interface HrWishListRow {
  readonly applicant: HrEmployee;
  readonly state: WishListState;
  readonly filedAt: Date | null;
  readonly filedGround: string | null;
  readonly wishes: readonly HrWish[];
}

export interface HrWishListRecord extends HrWishListRow {
  readonly preparation: readonly PreparationView[];
}

export interface HrWishListQuery {
  readonly state?: WishListState;
  /** Lists whose filed edition holds this post. */
  readonly positionId?: string;
  /** Part of a name or of an employee number. */
  readonly text?: string;
  readonly page: number;
  readonly pageSize: number;
}

interface ListRow extends HrEmployee {
  readonly state: WishListState;
  readonly filedAt: Date | null;
  readonly filedGround: string | null;
  readonly wishes: readonly Omit<HrWish, 'post'>[];
  readonly total: number;
}

/** HR's view: everything filed, and each person read is a row in the audit log. Drafts stay with their owners. */
@Injectable()
export class HrWishService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly preparation: PreparationService,
  ) {}

  /** A page of lists by employee number, without reason texts. */
  async list(tx: Tx, query: HrWishListQuery): Promise<{ items: HrWishListRow[]; total: number; page: number; pageSize: number }> {
    const { state, positionId, text, page, pageSize } = query;
    const matching = `
      FROM wish_list l JOIN employee e ON e.organization_id = l.organization_id AND e.id = l.employee_id
      WHERE l.organization_id = $1 AND ($2::text IS NULL OR l.state = $2)
        AND ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM wish w WHERE w.organization_id = $1 AND w.wish_list_id = l.id
                                           AND w.edition = l.filed_edition AND w.position_id = $3))
        AND ($4::text IS NULL OR position(lower($4) IN lower(e.name)) > 0 OR position(lower($4) IN lower(e.employee_number)) > 0)`;
    const values = [tx.organizationId, state ?? null, positionId ?? null, text || null];
    const counted = await tx.one<{ total: number }>(`SELECT count(*)::integer AS total ${matching}`, values);
    const rows = await tx.query<ListRow>(
      `SELECT e.id AS "employeeId", e.employee_number AS "employeeNumber", e.name, e.grade, e.job_series AS "jobSeries",
              l.state, l.filed_at AS "filedAt", l.filed_ground AS "filedGround",
              coalesce((SELECT jsonb_agg(jsonb_build_object('choiceRank', w.choice_rank, 'positionId', w.position_id,
                                                            'reasonCode', w.reason_code) ORDER BY w.choice_rank)
                        FROM wish w WHERE w.organization_id = $1 AND w.wish_list_id = l.id AND w.edition = l.filed_edition), '[]') AS wishes
       ${matching} ORDER BY e.employee_number LIMIT $5 OFFSET $6`,
      [...values, pageSize, (page - 1) * pageSize],
    );
    await this.recordReads(tx, rows.map(({ employeeId }) => employeeId));
    const labels = await labelPosts(tx, rows.flatMap(({ wishes }) => wishes.map((wish) => wish.positionId)), this.clock.today());
    return {
      items: rows.map(({ employeeId, employeeNumber, name, grade, jobSeries, state: listState, filedAt, filedGround, wishes }) => ({
        applicant: { employeeId, employeeNumber, name, grade, jobSeries },
        state: listState, filedAt, filedGround,
        wishes: wishes.map((wish) => ({ ...wish, post: labels.get(wish.positionId) ?? null })),
      })),
      total: counted?.total ?? 0, page, pageSize,
    };
  }

  /** One person's filed wishes with texts and all preparation. @throws JariError NOT_FOUND for an unknown employee */
  async find(tx: Tx, employeeId: string): Promise<HrWishListRecord> {
    const applicant = foundOr404(
      await tx.one<HrEmployee>(
        `SELECT e.id AS "employeeId", e.employee_number AS "employeeNumber", e.name, e.grade, e.job_series AS "jobSeries"
         FROM employee e WHERE e.organization_id = $1 AND e.id = $2`,
        [tx.organizationId, employeeId],
      ),
    );
    const list = await findWishList(tx, employeeId);
    const filed = list ? (await readWishes(tx, list.id)).filter(({ edition }) => edition === list.filedEdition) : [];
    const labels = await labelPosts(tx, filed.map(({ positionId }) => positionId), this.clock.today());
    await this.recordReads(tx, [employeeId]);
    return {
      applicant,
      state: list?.state ?? 'DRAFT',
      filedAt: list?.filedAt ?? null,
      filedGround: list?.filedGround ?? null,
      wishes: filed.map(({ choiceRank, positionId, reasonCode, reasonText }) => ({
        choiceRank, positionId, reasonCode, reasonText, post: labels.get(positionId) ?? null,
      })),
      preparation: await this.preparation.list(tx, employeeId),
    };
  }

  private async recordReads(tx: Tx, employeeIds: readonly string[]): Promise<void> {
    await this.audit.record(tx, ...employeeIds.map((subjectId) => ({ action: 'wish.readByHr', subjectType: 'employee', subjectId })));
  }
}
