import { createHash } from 'node:crypto';
import type { Tx } from '#platform';
import type { PlacementRound } from '../round/placement-round.entity.js';
import type { OrderItem } from './order-item.entity.js';

/** A line of an order before it is issued. */
export interface OrderLine {
  readonly employeeId: string;
  readonly fromPositionId: string | null;
  readonly toPositionId: string;
  readonly cause: OrderItem['cause'];
  readonly reason: string | null;
  /** The posting decided elsewhere that this line carries out. */
  readonly plannedId: string | null;
}

const LINES = `
  WITH moved AS (
    SELECT p.employee_id, p.current_position_id AS from_id, p.outcome_position_id AS to_id, NULL::uuid AS planned_id,
           CASE WHEN p.outcome_source = 'OVERRIDE' THEN 'OVERRIDE' WHEN p.state = 'OUT_OF_WISH' THEN 'OUT_OF_WISH' ELSE 'WISH' END AS cause,
           CASE WHEN p.state = 'OUT_OF_WISH' OR p.outcome_source = 'OVERRIDE' THEN p.outcome_reason END AS reason
    FROM round_participant p
    WHERE p.organization_id = $1 AND p.round_id = $2 AND p.state IN ('PLACED', 'OUT_OF_WISH') AND p.outcome_position_id IS DISTINCT FROM p.current_position_id
    UNION ALL
    SELECT a.employee_id, (SELECT h.position_id FROM assignment h WHERE h.organization_id = a.organization_id AND h.employee_id = a.employee_id
                             AND h.started_on <= $3 AND (h.ended_on IS NULL OR h.ended_on > $3)), a.position_id, a.id, 'PLANNED', NULL
    FROM planned_assignment a
    WHERE a.organization_id = $1 AND a.state = 'PLANNED' AND a.effective_on <= $3
  )
  SELECT m.employee_id AS "employeeId", m.from_id AS "fromPositionId", m.to_id AS "toPositionId", m.cause, m.reason, m.planned_id AS "plannedId"
  FROM moved m JOIN employee e ON e.organization_id = $1 AND e.id = m.employee_id
  WHERE m.from_id IS DISTINCT FROM m.to_id
  ORDER BY e.grade = 0, e.grade, e.employee_number COLLATE "C"`;

/** Who goes where by the placement, and the postings decided elsewhere that fall due with it; by grade and employee number. */
export const loadOrderLines = (tx: Tx, round: PlacementRound): Promise<OrderLine[]> => tx.query<OrderLine>(LINES, [tx.organizationId, round.id, round.effectiveOn]);

/** Names a draft: whoever issues it issues what they have read. */
export const draftHash = (lines: readonly OrderLine[], effectiveOn: string): string =>
  createHash('sha256').update(JSON.stringify([effectiveOn, lines.map(({ employeeId, fromPositionId, toPositionId, cause }) => [employeeId, fromPositionId, toPositionId, cause])])).digest('hex');
