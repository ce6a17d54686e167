import type { Tx } from '#platform';
import { loadPostBook, postOf, type NamedPost } from '../support/post-book.js';
import type { OrderItem } from './order-item.entity.js';
import type { PersonnelOrder } from './personnel-order.entity.js';

export interface OrderItemView {
  readonly id: string;
  readonly lineNumber: number;
  readonly employeeId: string;
  readonly employeeNumber: string;
  readonly name: string;
  readonly grade: number;
  readonly jobSeries: string;
  readonly from: NamedPost | null;
  readonly to: NamedPost | null;
  /** For those who prepare and check orders; never part of the published document. */
  readonly cause: OrderItem['cause'];
  readonly reason: string | null;
  readonly correctsItemId: string | null;
}

export interface OrderView extends Pick<PersonnelOrder, 'id' | 'roundId' | 'number' | 'kind' | 'correctsOrderId' | 'state' | 'reason' | 'issuedOn' | 'effectiveOn'> {
  readonly items: readonly OrderItemView[];
}

interface ItemRow extends Omit<OrderItemView, 'from' | 'to'> {
  readonly fromPositionId: string | null;
  readonly toPositionId: string;
}

/** Names people and posts of lines that may not be stored yet, in the order given. */
export const nameLines = async (tx: Tx, on: string, lines: readonly Omit<ItemRow, 'employeeNumber' | 'name' | 'grade' | 'jobSeries'>[]): Promise<OrderItemView[]> => {
  const posts = await loadPostBook(tx, on);
  const staff = await tx.query<Pick<ItemRow, 'employeeId' | 'employeeNumber' | 'name' | 'grade' | 'jobSeries'>>(
    `SELECT id AS "employeeId", employee_number AS "employeeNumber", name, grade, job_series AS "jobSeries" FROM employee WHERE organization_id = $1 AND id = ANY($2::uuid[])`,
    [tx.organizationId, lines.map(({ employeeId }) => employeeId)]);
  const people = new Map(staff.map((row) => [row.employeeId, row]));
  return lines.flatMap(({ fromPositionId, toPositionId, ...line }) => {
    const person = people.get(line.employeeId);
    return person === undefined ? [] : [{ ...line, ...person, from: postOf(posts, fromPositionId), to: postOf(posts, toPositionId) }];
  });
};

export const viewOrder = async (tx: Tx, order: PersonnelOrder): Promise<OrderView> => {
  const rows = await tx.query<Omit<ItemRow, 'employeeNumber' | 'name' | 'grade' | 'jobSeries'>>(
    `SELECT id, line_number AS "lineNumber", employee_id AS "employeeId", from_position_id AS "fromPositionId", to_position_id AS "toPositionId", cause, reason,
            corrects_item_id AS "correctsItemId" FROM order_item WHERE organization_id = $1 AND order_id = $2 ORDER BY line_number`, [tx.organizationId, order.id]);
  return { ...order, items: await nameLines(tx, order.effectiveOn, rows) };
};
