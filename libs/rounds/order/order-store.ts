import { Injectable } from '@nestjs/common';
import { Clock, foundOr404, newId, type Tx } from '#platform';
import { actingAccountId } from '../support/actor.js';
import type { OrderItem } from './order-item.entity.js';
import { PersonnelOrder } from './personnel-order.entity.js';

export interface NewOrder {
  readonly roundId: string | null;
  readonly kind: PersonnelOrder['kind'];
  readonly correctsOrderId: string | null;
  readonly reason: string | null;
  readonly effectiveOn: string;
}

export type NewItem = Pick<OrderItem, 'employeeId' | 'fromPositionId' | 'toPositionId' | 'cause' | 'reason' | 'correctsItemId'>;

/** Writing and finding personnel orders. */
@Injectable()
export class OrderStore {
  constructor(private readonly clock: Clock) {}

  /** @throws JariError ORDER_NOT_FOUND */
  async find(tx: Tx, id: string): Promise<PersonnelOrder> {
    return foundOr404(await tx.repository(PersonnelOrder).findOneBy({ organizationId: tx.organizationId, id }), 'ORDER_NOT_FOUND');
  }

  /** The newest first. */
  list(tx: Tx, roundId: string | null): Promise<PersonnelOrder[]> {
    return tx.repository(PersonnelOrder).find({ where: { organizationId: tx.organizationId, ...(roundId !== null && { roundId }) }, order: { issuedAt: 'DESC', id: 'DESC' } });
  }

  /** The order of a round itself, not its corrections. */
  originalOf(tx: Tx, roundId: string): Promise<PersonnelOrder | null> {
    return tx.repository(PersonnelOrder).findOneBy({ organizationId: tx.organizationId, roundId, kind: 'ORIGINAL' });
  }

  /** Issues an order today with the next number of the year, e.g. 2027-3. @returns the order and its lines in order */
  async insert(tx: Tx, order: NewOrder, items: readonly NewItem[]): Promise<{ readonly order: PersonnelOrder; readonly itemIds: ReadonlyMap<string, string> }> {
    const issuedOn = this.clock.today();
    const now = this.clock.now();
    const row = Object.assign(new PersonnelOrder(), {
      ...order, organizationId: tx.organizationId, id: newId(), number: await this.nextNumber(tx, issuedOn.slice(0, 4)), state: 'ISSUED',
      issuedOn, issuedAt: now, issuedByAccountId: actingAccountId(tx), createdAt: now,
    });
    await tx.repository(PersonnelOrder).insert(row);
    const lines = items.map((item, index) => ({ ...item, id: newId(), lineNumber: index + 1 }));
    await tx.execute(
      `INSERT INTO order_item (organization_id, id, order_id, line_number, employee_id, from_position_id, to_position_id, cause, reason, corrects_item_id)
       SELECT $1, l.id, $2, l."lineNumber", l."employeeId", l."fromPositionId", l."toPositionId", l.cause, l.reason, l."correctsItemId"
       FROM jsonb_to_recordset($3::jsonb) AS l(id uuid, "lineNumber" integer, "employeeId" uuid, "fromPositionId" uuid, "toPositionId" uuid, cause text, reason text, "correctsItemId" uuid)`,
      [tx.organizationId, row.id, JSON.stringify(lines)]);
    return { order: row, itemIds: new Map(lines.map(({ employeeId, id }) => [employeeId, id])) };
  }

  /** Ties the lines to the postings that carry them out. */
  async linkAssignments(tx: Tx, orderId: string): Promise<void> {
    await tx.execute(
      `UPDATE order_item i SET assignment_id = a.id FROM personnel_order o, assignment a
       WHERE i.organization_id = $1 AND i.order_id = $2 AND o.organization_id = $1 AND o.id = i.order_id
         AND a.organization_id = $1 AND a.employee_id = i.employee_id AND a.position_id = i.to_position_id
         AND a.started_on <= o.effective_on AND (a.ended_on IS NULL OR a.ended_on > o.effective_on)`, [tx.organizationId, orderId]);
  }

  /** Two orders at one moment take turns, so that no number is given twice or left out. */
  private async nextNumber(tx: Tx, year: string): Promise<string> {
    await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended('personnel_order:' || $1, 0))`, [tx.organizationId]);
    const row = await tx.one<{ last: number }>(
      `SELECT coalesce(max(split_part(number, '-', 2)::integer), 0) AS last FROM personnel_order WHERE organization_id = $1 AND number ~ ('^' || $2 || '-[0-9]+$')`, [tx.organizationId, year]);
    return `${year}-${(row?.last ?? 0) + 1}`;
  }
}
