import { Injectable } from '@nestjs/common';
import type { Fault } from '#contracts';
import { AssignmentService } from '#organization';
import { AuditService, JariError, refuseIfFaulty, type Tx } from '#platform';
import { NoticeService } from '../notice/notice.service.js';
import { RecusalGuard } from '../recusal/recusal-guard.js';
import { RoundStore } from '../round/round-store.js';
import { loadPostBook, type PostBook } from '../support/post-book.js';
import { OrderStore } from './order-store.js';
import { viewOrder, type OrderView } from './order-view.js';

export interface CorrectionLine {
  readonly itemId: string;
  /** Where the person should have gone; the post they came from undoes the move. */
  readonly toPositionId: string;
}

export interface CorrectionInput {
  readonly reason: string;
  readonly lines: readonly CorrectionLine[];
}

interface ItemRow {
  readonly id: string;
  readonly employeeId: string;
  readonly assignmentId: string;
  /** Where the person is posted by it now, earlier corrections included. */
  readonly positionId: string;
}

interface PostRow {
  readonly id: string;
  readonly code: string;
  readonly headcount: number;
  /** Who serves there when the order takes effect. */
  readonly holders: number;
}

/** Correction orders (정정발령): the only way to change anything once the orders are out. */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
    private readonly recusals: RecusalGuard,
    private readonly store: OrderStore,
    private readonly assignments: AssignmentService,
    private readonly notices: NoticeService,
  ) {}

  /**
   * Issues a correction of some lines of an issued order and puts the postings right as if they had been ordered so.
   * Lines are corrected together, so that two people can be exchanged; no post gets more people than its headcount allows.
   * @throws JariError ORDER_NOT_FOUND, ROUND_WRONG_STATE, OFFICER_RECUSED, VALIDATION_FAILED with ORDER_ITEM_NOT_FOUND, POSITION_NOT_OPEN,
   * OVERRIDE_CHANGES_NOTHING, OVERRIDE_NO_PLACE, and those of AssignmentService.correct
   */
  async issue(tx: Tx, orderId: string, { reason, lines }: CorrectionInput): Promise<OrderView> {
    const corrected = await this.store.find(tx, orderId);
    if (corrected.kind !== 'ORIGINAL' || corrected.roundId === null) throw new JariError('ORDER_NOT_FOUND');
    const round = await this.rounds.lock(tx, corrected.roundId);
    this.rounds.requireState(round, 'ORDERED', 'ARCHIVED');
    const items = await this.items(tx, orderId, lines.map(({ itemId }) => itemId));
    await this.recusals.requireFreeInRound(tx, round.id, [...items.values()].map(({ employeeId }) => employeeId));
    const posts = await this.posts(tx, lines.map(({ toPositionId }) => toPositionId), corrected.effectiveOn);
    const names = await loadPostBook(tx, corrected.effectiveOn);
    refuseIfFaulty(lines.flatMap((line, index) => [...this.faults(items, lines, line, index), ...this.placeFaults(posts, names, items, lines, line, index)]));
    const moves = lines.flatMap(({ itemId, toPositionId }) => {
      const item = items.get(itemId);
      return item === undefined ? [] : [{ item, toPositionId }];
    });
    const { order } = await this.store.insert(
      tx, { roundId: round.id, kind: 'CORRECTION', correctsOrderId: orderId, reason, effectiveOn: corrected.effectiveOn },
      moves.map(({ item, toPositionId }) => ({ employeeId: item.employeeId, fromPositionId: item.positionId, toPositionId, cause: 'CORRECTION', reason: null, correctsItemId: item.id })));
    for (const { item, toPositionId } of moves) await this.assignments.correct(tx, item.assignmentId, { positionId: toPositionId });
    await tx.execute(
      `UPDATE order_item c SET assignment_id = i.assignment_id FROM order_item i
       WHERE c.organization_id = $1 AND c.order_id = $2 AND i.organization_id = $1 AND i.id = c.corrects_item_id`, [tx.organizationId, order.id]);
    await this.audit.record(tx, { action: 'order.correct', subjectType: 'order', subjectId: order.id, before: { orderId }, after: { number: order.number, lines: lines.length } });
    await this.notices.send(tx, moves.map(({ item }) => ({ kind: 'ORDER_CORRECTED' as const, roundId: round.id, employeeId: item.employeeId, params: { number: order.number }, reason })));
    return viewOrder(tx, order);
  }

  private async items(tx: Tx, orderId: string, ids: readonly string[]): Promise<ReadonlyMap<string, ItemRow>> {
    const rows = await tx.query<ItemRow>(
      `SELECT i.id, i.employee_id AS "employeeId", a.id AS "assignmentId", a.position_id AS "positionId" FROM order_item i
       JOIN assignment a ON a.organization_id = i.organization_id AND a.id = i.assignment_id
       WHERE i.organization_id = $1 AND i.order_id = $2 AND i.id = ANY($3::uuid[])`, [tx.organizationId, orderId, ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  private faults(items: ReadonlyMap<string, ItemRow>, lines: readonly CorrectionLine[], { itemId, toPositionId }: CorrectionLine, index: number): readonly Fault[] {
    const path = `lines[${index}]`;
    const item = items.get(itemId);
    if (item === undefined) return [{ path: `${path}.itemId`, code: 'ORDER_ITEM_NOT_FOUND' }];
    if (lines.findIndex((line) => line.itemId === itemId) < index) return [{ path: `${path}.itemId`, code: 'validation.duplicate' }];
    return item.positionId === toPositionId ? [{ path: `${path}.toPositionId`, code: 'OVERRIDE_CHANGES_NOTHING' }] : [];
  }

  private posts(tx: Tx, ids: readonly string[], on: string): Promise<PostRow[]> {
    return tx.query<PostRow>(
      `SELECT p.id, p.code, p.authorized_headcount AS headcount,
              (SELECT count(*) FROM assignment a WHERE a.organization_id = p.organization_id AND a.position_id = p.id AND a.started_on <= $3 AND (a.ended_on IS NULL OR a.ended_on > $3)) AS holders
       FROM position p WHERE p.organization_id = $1 AND p.id = ANY($2::uuid[]) AND p.valid_from <= $3 AND (p.valid_to IS NULL OR p.valid_to > $3)`,
      [tx.organizationId, [...ids], on]);
  }

  private placeFaults(
    posts: readonly PostRow[], names: PostBook, items: ReadonlyMap<string, ItemRow>, lines: readonly CorrectionLine[], { toPositionId }: CorrectionLine, index: number,
  ): readonly Fault[] {
    const path = `lines[${index}].toPositionId`;
    const post = posts.find(({ id }) => id === toPositionId);
    if (post === undefined) return [{ path, code: 'POSITION_NOT_OPEN' }];
    const coming = lines.filter((line) => line.toPositionId === toPositionId).length;
    const leaving = lines.filter(({ itemId }) => items.get(itemId)?.positionId === toPositionId).length;
    const after = post.holders + coming - leaving;
    return after > post.headcount && after > post.holders ? [{ path, code: 'OVERRIDE_NO_PLACE', params: { post: names.get(post.id)?.title ?? post.code, places: post.headcount } }] : [];
  }
}
