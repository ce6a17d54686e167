import { Injectable } from '@nestjs/common';
import { AssignmentService, PlannedAssignmentService } from '#organization';
import { AuditService, Clock, JariError, translate, type Tx } from '#platform';
import { loadLetterhead } from '../document/letterhead.js';
import { NoticeService } from '../notice/notice.service.js';
import { RecusalGuard } from '../recusal/recusal-guard.js';
import type { PlacementRound } from '../round/placement-round.entity.js';
import { RoundStore } from '../round/round-store.js';
import { orderCsv, orderPage } from './order-document.js';
import { draftHash, loadOrderLines, type OrderLine } from './order-lines.js';
import { OrderStore } from './order-store.js';
import { nameLines, viewOrder, type OrderItemView, type OrderView } from './order-view.js';
import type { PersonnelOrder } from './personnel-order.entity.js';

export interface OrderDraft {
  readonly roundId: string;
  readonly effectiveOn: string;
  /** To be given back when the order is issued. */
  readonly hash: string;
  readonly items: readonly OrderItemView[];
}

/** Personnel orders (발령): all of a round's moves at once, or none. */
@Injectable()
export class OrderService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
    private readonly recusals: RecusalGuard,
    private readonly store: OrderStore,
    private readonly assignments: AssignmentService,
    private readonly planned: PlannedAssignmentService,
    private readonly notices: NoticeService,
  ) {}

  /** What would be issued now; nothing is stored. */
  async draft(tx: Tx, roundId: string): Promise<OrderDraft> {
    const round = await this.rounds.find(tx, roundId);
    this.rounds.requireState(round, 'MATCHED', 'REVIEWED', 'APPROVED');
    const lines = await loadOrderLines(tx, round);
    const items = lines.map(({ employeeId, fromPositionId, toPositionId, cause, reason }, index) =>
      ({ id: '', lineNumber: index + 1, employeeId, fromPositionId, toPositionId, cause, reason, correctsItemId: null }));
    return { roundId, effectiveOn: round.effectiveOn, hash: draftHash(lines, round.effectiveOn), items: await nameLines(tx, round.effectiveOn, items) };
  }

  async list(tx: Tx, roundId: string | null): Promise<PersonnelOrder[]> {
    return this.store.list(tx, roundId);
  }

  async find(tx: Tx, id: string): Promise<OrderView> {
    return viewOrder(tx, await this.store.find(tx, id));
  }

  /** The document of an issued order that everybody may read. */
  async page(tx: Tx, id: string): Promise<string> {
    const letterhead = await loadLetterhead(tx);
    return orderPage(await this.find(tx, id), letterhead, translate('ko', 'order.issuer', { organization: letterhead.name }));
  }

  async csv(tx: Tx, id: string): Promise<Buffer> {
    return orderCsv(await this.find(tx, id), await loadLetterhead(tx));
  }

  /**
   * Issues the order of an approved round today: ends and starts postings on the day it takes effect, tells everybody their
   * result and moves the round to ORDERED, in one transaction. Asked again for the same draft it answers with the order
   * already issued.
   * @throws JariError ROUND_WRONG_STATE, OFFICER_RECUSED, ORDER_DRAFT_CHANGED, ORDER_TOO_LATE, and those of AssignmentService.carryOut
   */
  async issue(tx: Tx, roundId: string, hash: string): Promise<OrderView> {
    const round = await this.rounds.lock(tx, roundId);
    const issued = await this.store.originalOf(tx, roundId);
    if (issued !== null) return viewOrder(tx, issued);
    this.rounds.requireState(round, 'APPROVED');
    await this.recusals.requireFreeInRound(tx, roundId);
    if (this.clock.today() > round.effectiveOn) throw new JariError('ORDER_TOO_LATE', { date: round.effectiveOn });
    const lines = await loadOrderLines(tx, round);
    if (draftHash(lines, round.effectiveOn) !== hash) throw new JariError('ORDER_DRAFT_CHANGED');
    const { order, itemIds } = await this.store.insert(tx, { roundId, kind: 'ORIGINAL', correctsOrderId: null, reason: null, effectiveOn: round.effectiveOn }, lines.map((line) => ({ ...line, correctsItemId: null })));
    await this.assignments.carryOut(tx, lines.map(({ employeeId, toPositionId }) => ({ employeeId, positionId: toPositionId })), round.effectiveOn, 'ORDER');
    await this.store.linkAssignments(tx, order.id);
    for (const { plannedId } of lines) if (plannedId !== null) await this.planned.settle(tx, plannedId, 'TAKEN_UP');
    await this.effectEarlyMoves(tx, round, itemIds);
    await this.audit.record(tx, { action: 'order.issue', subjectType: 'order', subjectId: order.id, after: { roundId, number: order.number, lines: lines.length } });
    round.issuedOn = order.issuedOn;
    await this.rounds.move(tx, round, 'ORDERED');
    await this.tell(tx, round, order, lines);
    return viewOrder(tx, order);
  }

  /** Closes the files of a round whose orders are out. */
  async archive(tx: Tx, roundId: string): Promise<PlacementRound> {
    const round = await this.rounds.lock(tx, roundId);
    await this.rounds.move(tx, round, 'ARCHIVED');
    return round;
  }

  private async effectEarlyMoves(tx: Tx, round: PlacementRound, itemIds: ReadonlyMap<string, string>): Promise<void> {
    await tx.execute(
      `UPDATE early_move m SET state = 'EFFECTED', order_item_id = l.item FROM jsonb_to_recordset($3::jsonb) AS l(employee uuid, item uuid)
       WHERE m.organization_id = $1 AND m.round_id = $2 AND m.employee_id = l.employee AND m.state = 'PROPOSED'`,
      [tx.organizationId, round.id, JSON.stringify([...itemIds].map(([employee, item]) => ({ employee, item })))]);
  }

  /** The order notice (인사발령통지) for whoever moves, the result for the others, on the day of the order. */
  private async tell(tx: Tx, round: PlacementRound, { number }: PersonnelOrder, lines: readonly OrderLine[]): Promise<void> {
    const movers = new Set(lines.map(({ employeeId }) => employeeId));
    const participants = await tx.query<{ employeeId: string }>('SELECT employee_id AS "employeeId" FROM round_participant WHERE organization_id = $1 AND round_id = $2', [tx.organizationId, round.id]);
    await this.notices.send(tx, [
      ...[...movers].map((employeeId) => ({ kind: 'ORDER_ISSUED' as const, roundId: round.id, employeeId, params: { number, date: round.effectiveOn } })),
      ...participants.filter(({ employeeId }) => !movers.has(employeeId)).map(({ employeeId }) => ({ kind: 'RESULT_READY' as const, roundId: round.id, employeeId, params: { name: round.name } })),
    ]);
  }
}
